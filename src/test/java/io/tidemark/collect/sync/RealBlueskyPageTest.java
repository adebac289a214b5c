package io.tidemark.collect.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.collect.connection.HttpTokenCalls;
import io.tidemark.collect.connector.Api;
import io.tidemark.collect.connector.ApiRequest;
import io.tidemark.collect.connector.CallFailed;
import io.tidemark.collect.connector.ConnectorSettings;
import io.tidemark.collect.connector.DirectApi;
import io.tidemark.collect.connector.Fault;
import io.tidemark.collect.connector.ListedPost;
import io.tidemark.collect.connector.Login;
import io.tidemark.collect.connector.Page;
import io.tidemark.collect.connector.PossessionKey;
import io.tidemark.collect.connector.bluesky.BlueskyConnector;
import io.tidemark.collect.connector.bluesky.BlueskyPageLogin;
import io.tidemark.collect.connector.bluesky.BlueskyPublicLogin;
import io.tidemark.collect.connector.bluesky.PageVisit;
import io.tidemark.collect.sync.RealBluesky.Person;
import io.tidemark.collect.sync.polling.AdaptivePolicy;
import io.tidemark.ledger.SyncRun;
import io.tidemark.testing.MutableClock;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.assertj.core.data.TemporalUnitWithinOffset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// The sign-in on the page of Bluesky's own server: Chromium signs in and agrees there. Run by `bench/run-bluesky`.
@Tag("thorough")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealBlueskyPageTest {
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private final MutableClock clock = new MutableClock(now);
    private final HttpTokenCalls calls = new HttpTokenCalls(clock);
    private final Map<String, Integer> called = new TreeMap<>();

    private RealBluesky bluesky;
    private Consenting consenting;
    private BlueskyConnector connector;
    private BlueskyPageLogin login;
    private BlueskyPublicLogin open;
    private BlueskyPeople people;
    private Person alice;

    @BeforeAll
    void begin() throws IOException {
        bluesky = RealBluesky.start();
        consenting = new Consenting();
        ConnectorSettings settings = new ConnectorSettings(Map.of(
                "plc-url", bluesky.directory().toString(),
                "public-url", bluesky.open().toString(),
                "private-servers", "yes"));
        connector = new BlueskyConnector(settings, clock);
        login = new BlueskyPageLogin(settings, connector);
        open = new BlueskyPublicLogin(settings, connector);
        people = BlueskyPeople.live(bluesky, now);
        alice = people.alice();
    }

    @AfterAll
    void end() {
        System.out.println("Calls to Bluesky with proofs: " + called);
        if (consenting != null) {
            consenting.close();
        }
        if (bluesky != null) {
            bluesky.close();
        }
    }

    private PageVisit visit() {
        return PageVisit.prepared(login, calls, alice.handle(), consenting.redirect());
    }

    private Login.Grant signIn() throws InterruptedException {
        PageVisit visit = visit();
        Map<String, String> answer = consenting.answer(visit.away(), alice.password(), true);
        assertThat(answer)
                .containsEntry("state", visit.request().state())
                .containsEntry("iss", visit.request().told().get("issuer"));
        return visit.redeem(String.valueOf(answer.get("code")));
    }

    private Api api(Login.Grant grant) {
        return new CountedApi(new DirectApi(connector, grant, Clock.systemUTC()), called);
    }

    private static void assertFault(Class<? extends Fault> kind, ThrowingCallable asked) {
        assertThatThrownBy(asked)
                .isInstanceOfSatisfying(
                        CallFailed.class, failed -> assertThat(failed.fault()).isInstanceOf(kind))
                .satisfies(failed -> System.out.println(kind.getSimpleName() + ": " + failed.getMessage()));
    }

    @Test
    void whatWasAgreedToReadsTheSameAsEverybodySees() throws InterruptedException {
        Login.Grant grant = signIn();
        Login.Grant anybody = open.enter(calls, Map.of("handle", alice.handle()));

        assertThat(grant.place()).isEqualTo(new Login.Place(bluesky.home(), alice.did()));
        assertThat(grant.scopes()).isEqualTo(Set.copyOf(login.scopes()));
        assertThat(grant.expiresAt())
                .isCloseTo(now.plus(Duration.ofHours(1)), new TemporalUnitWithinOffset(5, ChronoUnit.MINUTES));
        assertThat(accounts(grant)).isEqualTo(accounts(anybody));
        Page<ListedPost> listed = posts(grant);
        assertThat(listed).isEqualTo(posts(anybody));
        assertThat(listed.items()).hasSizeGreaterThan(50);
        ApiRequest other = ApiRequest.get("GET other", "/xrpc/app.bsky.notification.listNotifications");
        assertFault(Fault.NotPermitted.class, () -> api(grant).call(other));
        ApiRequest write = ApiRequest.get("POST other", "/xrpc/com.atproto.repo.createRecord")
                .posting(
                        "{\"repo\":\"%s\",\"collection\":\"app.bsky.feed.post\",\"record\":{}}".formatted(alice.did()));
        assertFault(Fault.NotPermitted.class, () -> api(grant).call(write));
    }

    private Object accounts(Login.Grant grant) {
        return connector.accounts(api(grant), null).items().getFirst().account();
    }

    private Page<ListedPost> posts(Login.Grant grant) {
        return connector.posts(
                api(grant),
                connector.accounts(api(grant), null).items().getFirst().account(),
                connector.listings().getFirst(),
                null,
                null);
    }

    @Test
    void nothingIsDoneWithATokenAndAnotherKey() throws InterruptedException {
        Login.Grant grant = signIn();
        Login.Binding own = Objects.requireNonNull(grant.binding());
        Login.Grant stolen = of(grant, new Login.Binding(PossessionKey.generate(), own.clientId(), own.issuer()));

        assertFault(Fault.TokenExpired.class, () -> accounts(stolen));
        assertFault(Fault.SignInGone.class, () -> login.renew(calls, stolen));
    }

    private static Login.Grant of(Login.Grant grant, Login.Binding binding) {
        return new Login.Grant(
                grant.token(),
                grant.renewal(),
                grant.issuedAt(),
                grant.expiresAt(),
                grant.renewalExpiresAt(),
                grant.scopes(),
                grant.place(),
                binding);
    }

    @Test
    void eachRenewalUsesItsTokenUpAndASecondUseEndsTheSignIn() throws InterruptedException {
        Login.Grant first = signIn();
        Login.Grant second = Objects.requireNonNull(login.renew(calls, first));

        assertThat(second.renewal()).isNotEqualTo(first.renewal());
        assertThat(accounts(second)).isNotNull();
        assertFault(Fault.SignInGone.class, () -> login.renew(calls, first));
        assertFault(Fault.SignInGone.class, () -> login.renew(calls, second));
    }

    @Test
    void whoDoesNotAgreeGrantsNothing() throws InterruptedException {
        PageVisit visit = visit();

        assertThat(consenting.answer(visit.away(), alice.password(), false))
                .containsEntry("error", "access_denied")
                .containsEntry("iss", visit.request().told().get("issuer"))
                .doesNotContainKey("code");
    }

    @Test
    void theEngineCollectsAndRenewsThroughIt() throws InterruptedException {
        try (LiveFixture live = new LiveFixture(clock, login, new ReadingPlan(new AdaptivePolicy()))) {
            List<Long> accounts = live.connect(signIn());
            live.live(accounts, Duration.ofHours(3));

            SyncRun last = live.books()
                    .runs()
                    .recent(live.business().id(), accounts.getFirst(), 1)
                    .getFirst();
            assertThat(last.outcome()).isEqualTo(SyncRun.Outcome.DONE);
            assertThat(live.count("post")).isEqualTo(BlueskyPeople.POSTS);
            assertThat(live.count("connection where status = 'good' and issued_at > '%s'"
                            .formatted(now.plus(Duration.ofHours(2)))))
                    .as("renewed in the last hour of three")
                    .isEqualTo(1);
        }
    }
}
