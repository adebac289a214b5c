package io.tidemark.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.ledger.AccountKey;
import io.tidemark.ledger.Connections;
import io.tidemark.ledger.HealthReader;
import io.tidemark.ledger.LiveAccount;
import io.tidemark.ledger.LiveAccounts;
import io.tidemark.ledger.LiveChoices;
import io.tidemark.ledger.SealedGrant;
import io.tidemark.ledger.SpendBook;
import io.tidemark.ledger.Told;
import io.tidemark.metric.Platform;
import io.tidemark.testing.LedgerFixture;
import io.tidemark.testing.MutableClock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OperationsTest {
    private final MutableClock clock = new MutableClock(LedgerFixture.NOW);
    private final LedgerFixture fixture = LedgerFixture.create(clock);
    private final SpendBook spend = new SpendBook(fixture.database());
    private final LiveChoices choices = new LiveChoices(fixture.database());
    private final Operations operations =
            new Operations(fixture.directory(), new HealthReader(fixture.database()), spend, clock);
    private final long business = fixture.business().id();

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void whereNothingIsCollectedNothingIsTold() {
        assertThat(operations.scrape()).doesNotContain("tidemark_");
    }

    @Test
    void itTellsOfAccountsAndOfHowLongTheyWait() {
        Connections connections = new Connections(fixture.database());
        long good = connect(connections);
        long broken = connect(connections);
        long first = collect(good, "acme");
        collect(good, "bolt");
        collect(broken, "cord");
        long paused = collect(good, "dent");
        choices.pause(business, good, paused);
        connections.end(business, broken, new Told("Revoked.", null));
        clock.advance(Duration.ofMinutes(5));
        read(first);
        clock.advance(Duration.ofMinutes(10));

        assertThat(operations.scrape())
                .contains(
                        "tidemark_accounts{business=\"1\",platform=\"x\",status=\"collecting\"} 2.0",
                        "tidemark_accounts{business=\"1\",platform=\"x\",status=\"sign_in_again\"} 1.0",
                        "tidemark_accounts{business=\"1\",platform=\"x\",status=\"paused\"} 1.0",
                        "tidemark_lag_seconds{business=\"1\",platform=\"x\"} 900.0",
                        "tidemark_unread_seconds{business=\"1\",platform=\"x\"} 600.0");
    }

    @Test
    void itTellsWhatWasSpentAndWhatIsLeftAndNothingWhereThereIsNoLimit() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        spend.add(business, Platform.X, new SpendBook.Spent(today, "GET /2/tweets", 7, 1, 30, 150_000));
        spend.add(business, Platform.LINKEDIN, new SpendBook.Spent(today, "posts", 3, 0, 0, 0));
        spend.allow(business, Platform.X, new SpendBook.Budget(null, 400_000L));
        spend.allow(business, Platform.FACEBOOK, new SpendBook.Budget(100L, null));

        assertThat(operations.scrape())
                .contains(
                        "tidemark_spend_calls{business=\"1\",platform=\"x\"} 7.0",
                        "tidemark_spend_dollars{business=\"1\",platform=\"x\"} 0.15",
                        "tidemark_budget_left_dollars{business=\"1\",platform=\"x\"} 0.25",
                        "tidemark_budget_calls_left{business=\"1\",platform=\"facebook\"} 100.0")
                .doesNotContain("tidemark_budget_calls_left{business=\"1\",platform=\"x\"}")
                .doesNotContain("tidemark_budget_left_dollars{business=\"1\",platform=\"linkedin\"}");
    }

    @Test
    void businessesAreReadOnceAMinuteAndGoneOnesAreGone() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        spend.allow(business, Platform.X, new SpendBook.Budget(10L, null));
        String left = "tidemark_budget_calls_left{business=\"1\",platform=\"x\"} ";
        assertThat(operations.scrape()).contains(left + "10.0");
        spend.add(business, Platform.X, new SpendBook.Spent(today, "GET /2/tweets", 7, 0, 0, 0));

        clock.advance(Duration.ofSeconds(59));
        assertThat(operations.scrape()).contains(left + "10.0");
        clock.advance(Duration.ofSeconds(1));
        assertThat(operations.scrape()).contains(left + "3.0");
        spend.allow(business, Platform.X, SpendBook.Budget.UNLIMITED);
        clock.advance(Duration.ofMinutes(1));
        assertThat(operations.scrape()).doesNotContain(left);
    }

    @Test
    void withoutADatabaseItTellsOfTheProcessAlone() {
        spend.allow(business, Platform.X, new SpendBook.Budget(10L, null));
        assertThat(operations.scrape()).contains("tidemark_budget_calls_left");
        fixture.database().close();
        clock.advance(Duration.ofMinutes(1));

        assertThat(operations.scrape()).doesNotContain("tidemark_budget_calls_left");
    }

    private long connect(Connections connections) {
        long connection = connections.newId();
        SealedGrant grant = new SealedGrant(new byte[1], Set.of(), clock.instant(), null, null, null);
        connections.add(business, connection, "x", "Acme", grant, null);
        return connection;
    }

    private long collect(long connection, String handle) {
        AccountKey key = AccountKey.ofHandle(Platform.X, handle);
        return choices.collect(business, connection, List.of(new LiveChoices.Chosen("x", handle, "", key, null)))
                .getFirst();
    }

    private void read(long account) {
        LiveAccounts accounts = new LiveAccounts(fixture.database());
        LiveAccount taken = accounts.take(
                        business,
                        account,
                        "run",
                        clock.instant(),
                        clock.instant().plusSeconds(60))
                .orElseThrow();
        accounts.giveBack(
                business,
                "run",
                taken.after(
                        LiveAccount.Status.COLLECTING,
                        null,
                        taken.progress(),
                        clock.instant(),
                        0,
                        clock.instant().plus(Duration.ofHours(1))));
    }
}
