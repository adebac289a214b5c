package io.tidemark.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.metric.Platform;
import io.tidemark.testing.LedgerFixture;
import io.tidemark.testing.MutableClock;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LiveChoicesTest {
    private static final byte[] SEALED = "sealed".getBytes(StandardCharsets.US_ASCII);

    private final MutableClock clock = new MutableClock(LedgerFixture.NOW);
    private final LedgerFixture fixture = LedgerFixture.create(clock);
    private final Connections connections = new Connections(fixture.database());
    private final LiveChoices choices = new LiveChoices(fixture.database());
    private final LiveAccounts accounts = new LiveAccounts(fixture.database());
    private final Door door = new Door(fixture.database());
    private final long business = fixture.business().id();
    private final long connection = connect();

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void aChosenAccountIsCollectedAtOnceAndFramesAreReadAnew() {
        Versions before = fixture.ledger().versions(business);

        long account = choices.collect(business, connection, List.of(chosen("one", "acme", SEALED)))
                .getFirst();

        LiveAccount live = accounts.find(business, account).orElseThrow();
        assertThat(live.connectionId()).isEqualTo(connection);
        assertThat(live.status()).isEqualTo(LiveAccount.Status.COLLECTING);
        assertThat(live.sealedToken()).isEqualTo(SEALED);
        assertThat(live.key().handle()).isEqualTo("acme");
        assertThat(accounts.due(business, clock.instant())).containsExactly(account);
        assertThat(fixture.ledger().versions(business).data()).isGreaterThan(before.data());
    }

    @Test
    void accountsOfOneNameWithOtherIdsAreOthers() {
        List<Long> ids = choices.collect(
                business, connection, List.of(chosen("one", "acme", null), chosen("two", "acme", null)));

        assertThat(ids).doesNotHaveDuplicates().hasSize(2);
    }

    @Test
    void choosingAgainGoesOnWhereTheSameConnectorStood() {
        long account = collect("one");
        refuse(account);
        choices.disconnect(business, connection, account);
        assertThat(accounts.find(business, account).orElseThrow().sealedToken()).isNull();

        long other = connect();
        assertThat(choices.collect(business, other, List.of(chosen("one", "acme", SEALED))))
                .containsExactly(account);

        LiveAccount live = accounts.find(business, account).orElseThrow();
        assertThat(live.connectionId()).isEqualTo(other);
        assertThat(live.status()).isEqualTo(LiveAccount.Status.COLLECTING);
        assertThat(refusals(account)).isEqualTo(1);
    }

    @Test
    void anotherConnectorBeginsAnew() {
        long account = collect("one");
        refuse(account);

        LiveChoices.Chosen other = new LiveChoices.Chosen(
                "other_connector", "one", "", chosen("one", "acme", null).key(), null);
        assertThat(choices.collect(business, connection, List.of(other))).containsExactly(account);

        assertThat(refusals(account)).isZero();
        assertThat(accounts.find(business, account).orElseThrow().progress().discoveredAt())
                .isNull();
    }

    @Test
    void whoPausesAnAccountTakesItFromTheRunThatHasIt() {
        long account = collect("one");
        Instant until = clock.instant().plusSeconds(60);
        accounts.take(business, account, "run", clock.instant(), until);

        assertThat(choices.pause(business, connection, account)).isTrue();
        assertThat(accounts.hold(business, account, "run", until)).isFalse();
        assertThat(accounts.due(business, clock.instant())).isEmpty();

        clock.advance(Duration.ofHours(1));
        assertThat(choices.resume(business, connection, account)).isTrue();
        assertThat(accounts.due(business, clock.instant())).containsExactly(account);
        assertThat(choices.disconnect(business, connection, account)).isTrue();
        assertThat(choices.resume(business, connection, account)).isFalse();
        assertThat(choices.pause(business, connect(), account)).isFalse();
    }

    @Test
    void aRemovedConnectionCollectsNothing() {
        long account = collect("one");

        assertThat(connections.remove(business, connection)).isTrue();

        assertThat(accounts.find(business, account).orElseThrow().status()).isEqualTo(LiveAccount.Status.DISCONNECTED);
        assertThat(choices.collect(business, connection, List.of(chosen("two", "acme", null))))
                .isEmpty();
        assertThat(accounts.all(business)).hasSize(1);
    }

    @Test
    void aBusinessTellsWhenItWasReadLastAndWhenItIsNext() {
        assertThat(collecting()).isEqualTo(Collecting.NEVER);
        long one = collect("one");
        long other = collect("two");
        assertThat(collecting()).isEqualTo(new Collecting(true, null, clock.instant()));

        Instant readAt = clock.instant();
        Instant due = readAt.plusSeconds(3600);
        read(one, readAt, due);
        read(other, readAt.minusSeconds(60), due.plusSeconds(60));
        assertThat(collecting()).isEqualTo(new Collecting(true, readAt, due));

        choices.pause(business, connection, one);
        assertThat(collecting()).isEqualTo(new Collecting(true, readAt, due.plusSeconds(60)));
        connections.remove(business, connection);
        assertThat(collecting()).isEqualTo(new Collecting(false, readAt, null));
    }

    @Test
    void manyBusinessesTellAtOnceAndOnlyTheirOwn() {
        collect("one");
        long other = new Directory(fixture.database())
                .createBusiness("Other", ZoneOffset.UTC, DayOfWeek.MONDAY, false)
                .id();

        assertThat(accounts.collecting(List.of(business, other)))
                .isEqualTo(Map.of(business, new Collecting(true, null, clock.instant()), other, Collecting.NEVER));
        assertThat(accounts.collecting(List.of(other))).containsOnlyKeys(other);
    }

    private @Nullable Collecting collecting() {
        return accounts.collecting(List.of(business)).get(business);
    }

    private void read(long account, Instant at, Instant due) {
        door.inBusiness(
                business,
                session -> session.statement("""
                update live_account set last_success_at = :at, due_at = :due
                where business_id = :business and account_id = :account
                """)
                        .param("at", Timestamp.from(at))
                        .param("due", Timestamp.from(due))
                        .param("account", account)
                        .update());
    }

    @Test
    void aWayBackIsTakenOnce() {
        assertThat(connections.takeWayBack(business, "one")).isTrue();
        assertThat(connections.takeWayBack(business, "one")).isFalse();
        assertThat(connections.takeWayBack(business, "two")).isTrue();
    }

    private long collect(String id) {
        return choices.collect(business, connection, List.of(chosen(id, "acme", SEALED)))
                .getFirst();
    }

    /// A run learns what its platform does not tell.
    private void refuse(long account) {
        door.inBusiness(
                business,
                session -> session.statement("""
                insert into refused_metric (business_id, account_id, route, kind, metric, said, refused_at)
                values (:business, :account, 'posts', 'REELS', 'saved', 'No.', '2026-03-10Z')
                """).param("account", account).update());
    }

    private long refusals(long account) {
        return door.<Long>inBusiness(
                business,
                session -> session.statement(
                                "select count(*) from refused_metric where business_id = :business and account_id = :account")
                        .param("account", account)
                        .query(Long.class)
                        .single());
    }

    private long connect() {
        long id = connections.newId();
        SealedGrant grant = new SealedGrant(SEALED, Set.of("read"), clock.instant(), null, null, null);
        return connections.add(business, id, "login", "Acme", grant, null).id();
    }

    private static LiveChoices.Chosen chosen(String id, String handle, byte @Nullable [] token) {
        AccountKey key = new AccountKey(
                Platform.INSTAGRAM,
                handle,
                "Acme",
                List.of(new Alias("instagram:id", id), new Alias("instagram:handle", handle)));
        return new LiveChoices.Chosen("connector", id, "", key, token);
    }
}
