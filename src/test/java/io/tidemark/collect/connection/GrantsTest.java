package io.tidemark.collect.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.collect.connector.CallFailed;
import io.tidemark.collect.connector.Credential;
import io.tidemark.collect.connector.Fault;
import io.tidemark.collect.connector.Login;
import io.tidemark.collect.connector.Saying;
import io.tidemark.collect.simulator.Answer;
import io.tidemark.ledger.Connection;
import io.tidemark.ledger.Connections;
import io.tidemark.ledger.SealedGrant;
import io.tidemark.testing.LedgerFixture;
import io.tidemark.testing.MutableClock;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(60)
class GrantsTest {
    private static final String RENEWALS = "/token refresh_token";
    private static final SecretKey KEY = new SecretKeySpec(new byte[32], "AES");

    private final MutableClock clock = new MutableClock(LedgerFixture.NOW);
    private final LedgerFixture ledger = LedgerFixture.create(clock);
    private FakePlatform platform;
    private final Connections connections = new Connections(ledger.database());
    private final Seal seal = new Seal(() -> List.of(KEY), new SecureRandom());
    private final long business = ledger.business().id();
    private Grants here;
    private Grants elsewhere;
    private long connection;

    @BeforeEach
    void connect() {
        platform = new FakePlatform(clock);
        here = grants();
        elsewhere = grants();
        connection = connections.newId();
        connections.add(
                business,
                connection,
                FakeLogin.KEY,
                "Acme",
                new SealedTokens(seal).seal(business, connection, platform.signIn()),
                null);
    }

    @AfterEach
    void stop() {
        platform.close();
    }

    @AfterAll
    void close() {
        ledger.close();
    }

    @Test
    void aTokenIsUsedAsLongAsItIsGoodForAWhile() {
        Credential first = here.credential(business, connection);
        clock.advance(Duration.ofMinutes(89));

        assertThat(here.credential(business, connection)).isEqualTo(first);
        assertThat(platform.counts()).doesNotContainKey(RENEWALS);
    }

    @Test
    void itIsRenewedBeforeItEnds() {
        Credential first = here.credential(business, connection);
        clock.advance(Duration.ofMinutes(90));

        Credential second = here.credential(business, connection);

        assertThat(second).isNotEqualTo(first);
        assertThat(elsewhere.credential(business, connection)).isEqualTo(second);
        assertThat(platform.counts()).containsEntry(RENEWALS, 1);
        assertThat(found().grant().expiresAt()).isEqualTo(clock.instant().plus(FakePlatform.TOKEN_LIFE));
    }

    @Test
    void twoProcessesThatRenewAtOnceAskThePlatformOnce() {
        clock.advance(Duration.ofHours(3));
        CountDownLatch gate = new CountDownLatch(1);
        platform.gate = gate;

        CompletableFuture<Credential> first =
                CompletableFuture.supplyAsync(() -> here.credential(business, connection), Thread::startVirtualThread);
        awaitUntil(() -> renewals() == 1);
        CompletableFuture<Credential> second = CompletableFuture.supplyAsync(
                () -> elsewhere.credential(business, connection), Thread::startVirtualThread);
        awaitUntil(() -> waitingForLocks() > 0 || renewals() > 1);
        gate.countDown();

        assertThat(second.join()).isEqualTo(first.join());
        assertThat(renewals()).isEqualTo(1);
    }

    @Test
    void aRefusedTokenIsRenewedUnlessSomebodyElseHas() {
        Credential refused = here.credential(business, connection);

        Credential fresh = here.renewed(business, connection, refused);

        assertThat(fresh).isNotEqualTo(refused);
        assertThat(elsewhere.renewed(business, connection, refused)).isEqualTo(fresh);
        assertThat(renewals()).isEqualTo(1);
    }

    @Test
    void aSignInThatThePlatformTakesNoMoreMustBeMadeAgain() {
        platform.revoke();
        clock.advance(Duration.ofHours(3));

        for (Grants grants : List.of(here, elsewhere)) {
            assertThatThrownBy(() -> grants.credential(business, connection))
                    .isInstanceOfSatisfying(
                            CallFailed.class,
                            failed -> assertThat(failed)
                                    .hasMessage("The grant is not good.")
                                    .extracting(CallFailed::fault)
                                    .isInstanceOf(Fault.SignInGone.class));
        }
        assertThat(renewals()).as("not asked again").isEqualTo(1);
        assertThat(found().status()).isEqualTo(Connection.Status.SIGN_IN_AGAIN);
        assertThat(found().said()).hasToString("The grant is not good.");

        connections.replace(business, connection, null, resealed());
        assertThat(here.credential(business, connection)).isNotNull();
        assertThat(found().status()).isEqualTo(Connection.Status.GOOD);
        assertThat(found().title()).isEqualTo("Acme");
    }

    @Test
    void whileThePlatformIsOutATokenIsUsedToItsEndAndAskedForOnceAnHour() {
        Credential first = here.credential(business, connection);
        platform.refusal = Answer.json(503, "{}");
        clock.advance(Duration.ofMinutes(91));

        assertThat(here.credential(business, connection)).isEqualTo(first);
        assertThat(here.credential(business, connection)).isEqualTo(first);
        assertThat(renewals()).isEqualTo(1);

        clock.advance(Duration.ofMinutes(29));
        assertThatThrownBy(() -> here.credential(business, connection))
                .isInstanceOfSatisfying(
                        CallFailed.class, failed -> assertThat(failed.fault()).isInstanceOf(Fault.Passing.class));
        assertThat(found().status()).as("it may come back").isEqualTo(Connection.Status.GOOD);

        platform.refusal = null;
        assertThat(here.credential(business, connection)).isNotEqualTo(first);
    }

    @Test
    void whatRenewingBroughtIsNotLostWhileTheDatabaseDoesNotTakeIt() {
        Credential first = here.credential(business, connection);
        clock.advance(Duration.ofHours(3));
        owner().sql("""
                create function refuse() returns trigger language plpgsql as $$ begin raise exception 'disk full'; end $$
                """).update();
        owner().sql("create trigger refuse before update on connection for each row execute function refuse()")
                .update();
        try {
            assertThatThrownBy(() -> here.credential(business, connection)).hasMessageContaining("disk full");
            assertThatThrownBy(() -> here.credential(business, connection)).hasMessageContaining("disk full");
        } finally {
            owner().sql("drop function refuse() cascade").update();
        }

        Credential second = here.credential(business, connection);

        assertThat(second).isNotEqualTo(first);
        assertThat(elsewhere.credential(business, connection)).isEqualTo(second);
        assertThat(renewals()).as("the platform was asked once").isEqualTo(1);
        clock.advance(Duration.ofHours(2));
        assertThat(here.credential(business, connection))
                .as("renewed by what was kept")
                .isNotEqualTo(second);
    }

    @Test
    void anAppThatThePlatformRefusesEndsNoSignIn() {
        platform.refusal = Answer.json(401, "{\"error\": \"invalid_client\", \"error_description\": \"No such app.\"}");
        clock.advance(Duration.ofHours(3));

        assertThatThrownBy(() -> here.credential(business, connection))
                .isInstanceOfSatisfying(
                        CallFailed.class,
                        failed -> assertThat(failed.fault())
                                .isEqualTo(new Fault.Misconfigured(Saying.asItCame("No such app."))));
        assertThat(found().status()).isEqualTo(Connection.Status.GOOD);
    }

    @Test
    void aGrantThatCannotBeRenewedEndsWithItsToken() {
        Login.Grant grant = platform.signIn();
        connections.replace(
                business,
                connection,
                null,
                new SealedTokens(seal)
                        .seal(
                                business,
                                connection,
                                new Login.Grant(
                                        grant.token(), null, grant.issuedAt(), grant.expiresAt(), null, Set.of())));
        assertThat(found().grant().endsAt()).isEqualTo(grant.expiresAt());
        clock.advance(Duration.ofMinutes(119));
        assertThat(here.credential(business, connection)).isEqualTo(grant.credential());
        clock.advance(Duration.ofMinutes(1));

        assertThatThrownBy(() -> here.credential(business, connection)).isInstanceOf(CallFailed.class);
        assertThat(found().status()).isEqualTo(Connection.Status.SIGN_IN_AGAIN);
        assertThat(found().said()).hasToString("The sign-in has run out.");
    }

    @Test
    void tokensOfAnotherRowDoNotOpen() {
        long other = connections.newId();
        connections.add(business, other, FakeLogin.KEY, "Other", found().grant(), null);

        assertThatThrownBy(() -> here.credential(business, other))
                .isInstanceOfSatisfying(
                        CallFailed.class, failed -> assertThat(failed.fault()).isInstanceOf(Fault.Misconfigured.class));
    }

    @Test
    void aRemovedConnectionHasNoTokensLeft() {
        assertThat(connections.remove(business, connection)).isTrue();

        assertThat(connections.find(business, connection)).isEmpty();
        assertThat(connections.remove(business, connection)).isFalse();
        assertThatThrownBy(() -> here.credential(business, connection))
                .isInstanceOf(CallFailed.class)
                .hasMessageContaining("removed");
        assertThat(owner().sql("select length(sealed_grant) from connection where connection_id = ?")
                        .param(connection)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private Connection found() {
        return connections.find(business, connection).orElseThrow();
    }

    private SealedGrant resealed() {
        return new SealedTokens(seal).seal(business, connection, platform.signIn());
    }

    private int renewals() {
        return platform.counts().getOrDefault(RENEWALS, 0);
    }

    private Grants grants() {
        return new Grants(
                connections,
                new Logins(List.of(new FakeLogin(platform))),
                new Apps(Map.of(), FakeLogin.ENVIRONMENT),
                seal,
                new HttpTokenCalls(clock),
                clock);
    }

    private long waitingForLocks() {
        return owner().sql("""
                select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'
                """).query(Long.class).single();
    }

    private JdbcClient owner() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(ledger.address().jdbcUrl());
        source.setUser(ledger.address().user());
        source.setPassword(ledger.address().password());
        return JdbcClient.create(source);
    }

    private static void awaitUntil(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            Thread.onSpinWait();
        }
    }
}
