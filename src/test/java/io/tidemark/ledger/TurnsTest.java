package io.tidemark.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.metric.Platform;
import io.tidemark.testing.LedgerFixture;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TurnsTest {
    private static final JobScheduler.Pace PACE =
            new JobScheduler.Pace(Duration.ofMillis(50), Duration.ofMillis(200), Duration.ofSeconds(5));

    private final LedgerFixture fixture = LedgerFixture.create(Clock.systemUTC());
    private final Turns turns = new Turns(fixture.database());
    private final List<AutoCloseable> open = new ArrayList<>();
    private final long business = fixture.business().id();

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable closeable : open.reversed()) {
            closeable.close();
        }
        fixture.close();
    }

    @Test
    void anAccountHasItsTurnAgainWhenTheOneBeforeSays() {
        List<Long> taken = new CopyOnWriteArrayList<>();
        long account = collected();
        start((of, turn) -> {
            taken.add(turn);
            return Optional.of(Instant.now().plusMillis(taken.size() < 3 ? 10 : 600_000));
        });

        turns.soon(business, account);

        waiting().until(() -> taken.size() == 3);
        assertThat(taken).containsOnly(account);
    }

    @Test
    void whatIsDueAndOnNoAgendaIsPutOnIt() {
        List<Long> taken = new CopyOnWriteArrayList<>();
        long account = collected();
        start((of, turn) -> {
            taken.add(turn);
            return Optional.of(Instant.now().plusSeconds(600));
        });

        turns.complete();
        turns.complete();

        waiting().until(() -> !taken.isEmpty());
        assertThat(taken).containsExactly(account);
    }

    @Test
    void aTurnThatLeadsNowhereIsTakenOffTheAgenda() {
        AtomicInteger taken = new AtomicInteger();
        long account = collected();
        start((of, turn) -> {
            taken.incrementAndGet();
            return Optional.empty();
        });

        turns.soon(business, account);

        waiting().until(() -> taken.get() == 1 && agenda() == 0);
    }

    @Test
    void accountsWhoseSignInIsOverHaveNoTurn() {
        long account = collected();
        long connection = new LiveAccounts(fixture.database())
                .find(business, account)
                .orElseThrow()
                .connectionId();
        new Connections(fixture.database()).end(business, connection, new Told("Revoked.", null));

        turns.complete();

        assertThat(agenda()).isZero();
    }

    private void start(TurnWork work) {
        open.add(JobScheduler.start(fixture.database(), new Jobs(fixture.database()), Map.of(), PACE, List.of(), work));
    }

    private long collected() {
        Connections connections = new Connections(fixture.database());
        Instant now = Instant.now();
        byte[] sealed = "sealed".getBytes(StandardCharsets.US_ASCII);
        long connection = connections.newId();
        connections.add(
                business, connection, "x", "Acme", new SealedGrant(sealed, Set.of(), now, null, null, null), null);
        AccountKey key = AccountKey.ofHandle(Platform.X, "acme");
        return new LiveChoices(fixture.database())
                .collect(business, connection, List.of(new LiveChoices.Chosen("x", "1", "", key, null)))
                .getFirst();
    }

    private long agenda() {
        return new Door(fixture.database())
                .sql()
                .sql("select count(*) from scheduled_task where task_name = 'turn'")
                .query(Long.class)
                .single();
    }

    private static ConditionFactory waiting() {
        return Awaitility.await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(20));
    }
}
