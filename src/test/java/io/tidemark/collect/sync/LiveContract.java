package io.tidemark.collect.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.collect.connection.SignedIn;
import io.tidemark.collect.connector.Login;
import io.tidemark.collect.connector.Secret;
import io.tidemark.collect.simulator.Answer;
import io.tidemark.collect.simulator.Faults;
import io.tidemark.collect.simulator.SimulatedAccount;
import io.tidemark.collect.simulator.SimulatedPost;
import io.tidemark.collect.simulator.Simulator;
import io.tidemark.collect.simulator.TokenBook;
import io.tidemark.collect.simulator.World;
import io.tidemark.collect.sync.polling.AdaptivePolicy;
import io.tidemark.ledger.LiveAccount;
import io.tidemark.ledger.SyncRun;
import io.tidemark.metric.Metric;
import io.tidemark.testing.MutableClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What holds for the collection of every platform: a test of a platform says how it is simulated, and inherits
/// these.
abstract class LiveContract {
    final MutableClock clock = new MutableClock(LiveFixture.BEGIN);
    final World world = new World(7, clock, Duration.ofDays(40));

    /// A platform with one account.
    ///
    /// @param app as it is registered with the simulator
    abstract Simulator simulate(Login.App app);

    abstract Login login();

    /// The name under which apps of it are registered.
    abstract String app();

    abstract SimulatedAccount account();

    /// A sign-in of a person who may see the account.
    abstract Login.Grant grant();

    /// That person takes back what was granted.
    abstract void revoke();

    abstract List<Truth> truths();

    /// How often the platform had to refuse a call because of a limit.
    abstract long refusedByLimit();

    /// How long it takes until a deleted post counts as deleted.
    Duration untilDeletionShows() {
        return Duration.ofDays(3);
    }

    /// Another name of the account, as its handle is written.
    String renamed() {
        return "renamed";
    }

    private Simulator simulator;

    @BeforeEach
    final void start() {
        simulator = simulate(SignedIn.app(app()));
        simulator.start();
    }

    @AfterEach
    final void stop() {
        simulator.close();
    }

    @Test
    void threeDaysWithFaultsEndAtTheTruth() {
        simulator.breakBy(Faults.seeded(3, 0.1));
        try (LiveFixture live = seldom(Duration.ofHours(4))) {
            List<Long> accounts = live.connect(grant());
            live.live(accounts, Duration.ofDays(3).minusHours(1));
            // Begins with a turn: what was published before it has been found.
            live.live(accounts, Duration.ofHours(1));

            assertTruth(live);
            assertThat(refusedByLimit()).isZero();
        }
    }

    /// The same engine whatever is collected: where calls are free and where they are billed will do.
    @Test
    @Tag("thorough")
    void processesThatDieAndOthersThatGoOnEndAtTheTruth() {
        dieAndGoOn();
    }

    final void dieAndGoOn() {
        simulator.breakBy(Faults.seeded(4, 0.1));
        try (LiveFixture live = new LiveFixture(clock, login(), new ReadingPlan(new AdaptivePolicy()), 3, 0.004)) {
            live.live(live.connect(grant()), Duration.ofHours(12));

            assertTruth(live);
            assertThat(live.killed()).isPositive();
        }
    }

    @Test
    @Tag("thorough")
    void thirtyDaysWithFaultsAndDeathsEndAtTheTruth() {
        simulator.breakBy(Faults.seeded(5, 0.05));
        try (LiveFixture live = new LiveFixture(clock, login(), new ReadingPlan(new AdaptivePolicy()), 3, 0.002)) {
            live.live(live.connect(grant()), Duration.ofDays(30));

            assertTruth(live);
            assertThat(refusedByLimit()).isZero();
        }
    }

    @Test
    void numbersAsTextAndWordsThatNobodyKnowsChangeNothing() {
        simulator.alter(answer ->
                Alterations.moreFields().apply(Alterations.numbersAsText().apply(answer)));
        try (LiveFixture live = live()) {
            live.live(live.connect(grant()), Duration.ofHours(3));

            assertThat(assertTruth(live)).isPositive();
        }
    }

    @Test
    void countersThatCannotBeAndThingsToldTwiceSpoilNothingElse() {
        simulator.alter(
                answer -> Alterations.twice().apply(Alterations.oddCounters(9).apply(answer)));
        try (LiveFixture live = live()) {
            List<Long> accounts = live.connect(grant());
            live.live(accounts, Duration.ofHours(2));
            Instant sane = clock.instant().plusSeconds(1);
            simulator.alter(UnaryOperator.identity());
            live.live(accounts, Duration.ofHours(4));

            assertThat(assertTruth(live, sane)).isPositive();
            assertThat(live.count("post"))
                    .isLessThanOrEqualTo(truths().stream()
                            .map(Truth::account)
                            .distinct()
                            .mapToLong(
                                    account -> account.visible(clock.instant()).size())
                            .sum());
        }
    }

    @Test
    void anAccountThatIsHiddenForAWhileLosesNothing() {
        try (LiveFixture live = live()) {
            List<Long> accounts = live.connect(grant());
            live.live(accounts, Duration.ofHours(2));
            account().hide(true);
            live.live(accounts, Duration.ofHours(3));
            SyncRun hidden = last(live, accounts);
            account().hide(false);
            live.live(accounts, Duration.ofHours(3));

            assertThat(hidden.outcome()).isNotEqualTo(SyncRun.Outcome.DONE);
            assertThat(hidden.said()).asString().isNotBlank();
            assertThat(last(live, accounts).outcome()).isEqualTo(SyncRun.Outcome.DONE);
            assertThat(live.deleted()).isEmpty();
            assertTruth(live);
        }
    }

    @Test
    void anAnswerThatMakesNoSenseIsKeptAndNothingOfItStored() {
        try (LiveFixture live = live()) {
            List<Long> accounts = live.connect(grant());
            live.live(accounts, Duration.ofHours(2));
            simulator.alter(answer -> answer.status() == 200 ? Answer.html("<!doctype html><p>Maintenance") : answer);
            live.live(accounts, Duration.ofHours(2));
            SyncRun broken = last(live, accounts);
            simulator.alter(UnaryOperator.identity());
            live.live(accounts, Duration.ofHours(2));

            assertThat(broken.outcome()).isEqualTo(SyncRun.Outcome.FAILED);
            assertThat(broken.fault()).isEqualTo("unreadable");
            assertThat(live.books().runs().quarantined(live.business().id(), accounts.getFirst()))
                    .isNotEmpty()
                    .allSatisfy(answer -> assertThat(answer.payload()).contains("Maintenance"));
            assertThat(last(live, accounts).outcome()).isEqualTo(SyncRun.Outcome.DONE);
            assertTruth(live);
        }
    }

    @Test
    void aSignInThatIsTakenBackStopsTheAccountUntilSomebodySignsInAgain() {
        try (LiveFixture live = live()) {
            List<Long> accounts = live.connect(grant());
            live.live(accounts, Duration.ofHours(2));
            revoke();
            live.live(accounts, Duration.ofHours(2));
            SyncRun last = last(live, accounts);
            int calls = calls();
            live.live(accounts, Duration.ofHours(12));

            assertThat(last.fault()).isEqualTo("sign_in_gone");
            assertThat(calls()).as("nobody asks in vain").isEqualTo(calls);

            live.reconnect(grant());
            live.live(accounts, Duration.ofHours(2));

            assertThat(last(live, accounts).outcome()).isEqualTo(SyncRun.Outcome.DONE);
            assertTruth(live);
        }
    }

    @Test
    void aRenamedAccountStaysTheSame() {
        try (LiveFixture live = seldom(Duration.ofHours(8))) {
            List<Long> accounts = live.connect(grant());
            live.live(accounts, Duration.ofHours(2));
            account().rename(renamed());
            live.live(accounts, Duration.ofDays(1));

            assertThat(live.books().accounts().all(live.business().id()))
                    .extracting(LiveAccount::key)
                    .anySatisfy(key -> assertThat(key.handle()).isEqualTo(renamed()));
            assertThat(live.ledger().ledger().accounts(live.business().id())).hasSameSizeAs(accounts);
        }
    }

    @Test
    void aPostThatIsDeletedIsToldAsDeletedAndNoOther() {
        try (LiveFixture live = seldom(Duration.ofHours(12))) {
            List<Long> accounts = live.connect(grant());
            live.live(accounts, Duration.ofHours(2));
            SimulatedPost gone = account().visible(clock.instant()).stream()
                    .filter(post ->
                            truths().stream().anyMatch(truth -> truth.expected().test(post)))
                    .skip(1)
                    .findFirst()
                    .orElseThrow();
            gone.delete(clock.instant());
            live.live(accounts, untilDeletionShows());

            assertThat(live.deleted())
                    .hasSize(1)
                    .allSatisfy(aliases -> assertThat(truths())
                            .anySatisfy(truth -> assertThat(aliases)
                                    .containsAnyElementsOf(truth.aliases().apply(gone))));
        }
    }

    final LiveFixture live() {
        return new LiveFixture(clock, login(), new ReadingPlan(new AdaptivePolicy()));
    }

    /// Where days are to pass: turns every hour would be many.
    final LiveFixture seldom(Duration apart) {
        return LiveFixture.slow(clock, login(), new ReadingPlan(new AdaptivePolicy()), apart);
    }

    final int calls() {
        return simulator.counts().values().stream().mapToInt(Integer::intValue).sum();
    }

    private static SyncRun last(LiveFixture live, List<Long> accounts) {
        return live.books()
                .runs()
                .recent(live.business().id(), accounts.getFirst(), 1)
                .getFirst();
    }

    final int assertTruth(LiveFixture live) {
        return assertTruth(live, Instant.EPOCH);
    }

    /// Of what was read from an instant on.
    private int assertTruth(LiveFixture live, Instant from) {
        assertThat(live.count("sync_run where fault = 'internal_error'"))
                .as("runs that broke off by a fault of ours")
                .isZero();
        return truths().stream()
                .mapToInt(truth -> truth.assertStored(live, from, clock.instant()))
                .sum();
    }

    /// Every number of the account's settled days, as it was read last, is the truth.
    ///
    /// @param told how the platform tells a number
    /// @return how many numbers there are
    final int assertDays(LiveFixture live, BiFunction<Metric, Double, Double> told) {
        ZoneId zone = login().connectors().getFirst().traits().bucketZone();
        LocalDate settled = LocalDate.ofInstant(clock.instant(), zone).minusDays(5);
        return live.sql()
                .sql("""
                        select distinct on (day, metric) day, metric, value from daily_fact
                        where subject_id = account_id and day < ? order by day, metric, observed_at desc
                        """)
                .params(settled)
                .query((row, number) -> {
                    LocalDate day = row.getObject("day", LocalDate.class);
                    Metric metric = Metric.find(row.getString("metric")).orElseThrow();
                    double truth = account().onDay(metric, day, zone).orElse(0);
                    assertThat(row.getDouble("value"))
                            .as("%s on %s", metric, day)
                            .isEqualTo(told.apply(metric, truth));
                    return day;
                })
                .list()
                .size();
    }

    final Login.Grant grant(TokenBook.Tokens tokens) {
        @Nullable String renewal = tokens.renewal();
        Instant now = clock.instant();
        return new Login.Grant(
                new Secret(tokens.access()),
                renewal == null ? null : new Secret(renewal),
                now,
                now.plusSeconds(tokens.expiresIn()),
                null,
                Set.of());
    }
}
