package io.tidemark.collect.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.collect.connector.ConnectorSettings;
import io.tidemark.collect.connector.Login;
import io.tidemark.collect.connector.pinterest.PinterestConnector;
import io.tidemark.collect.connector.pinterest.PinterestLogin;
import io.tidemark.collect.simulator.AccountPlan;
import io.tidemark.collect.simulator.SimulatedAccount;
import io.tidemark.collect.simulator.SimulatedPost;
import io.tidemark.collect.simulator.Simulator;
import io.tidemark.collect.simulator.pinterest.PinterestSimulator;
import io.tidemark.ledger.LiveAccount;
import io.tidemark.ledger.SyncBook;
import io.tidemark.metric.Metric;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The app has trial access: a thousand calls a day.
class PinterestLiveTest extends LiveContract {
    private static final Set<Metric> OF_ANALYTICS =
            Set.of(Metric.VIDEO_VIEWS, Metric.WATCH_TIME_SECONDS, Metric.PROFILE_VISITS, Metric.FOLLOWS);
    private static final Instant MIDNIGHT = Instant.parse("2026-03-10T00:00:00Z");

    private final SimulatedAccount acme = world.add(new AccountPlan(
            "2783136121146311751", "acme", "Acme", 0.8, Duration.ofDays(45), 1200, PinterestSimulator.kinds()));
    private final Map<String, String> settings = new HashMap<>();
    private final PinterestSimulator pinterest = new PinterestSimulator(world, clock);

    @Override
    Simulator simulate(Login.App app) {
        pinterest.register(
                app.clientId(), app.clientSecret().value(), app.redirect().toString());
        return pinterest;
    }

    @Override
    String app() {
        return "pinterest";
    }

    @Override
    Login login() {
        settings.put("base-url", pinterest.address() + "/v5");
        ConnectorSettings set = new ConnectorSettings(settings);
        return new PinterestLogin(set, new PinterestConnector(set, clock));
    }

    @Override
    SimulatedAccount account() {
        return acme;
    }

    @Override
    Login.Grant grant() {
        return grant(pinterest.tokens().issue(acme.externalId()));
    }

    @Override
    void revoke() {
        pinterest.tokens().revoke(acme.externalId());
    }

    @Override
    long refusedByLimit() {
        return pinterest.refusedByLimit();
    }

    @Override
    Duration untilDeletionShows() {
        return Duration.ofDays(4);
    }

    /// What was saved from others is none of the account's.
    @Override
    List<Truth> truths() {
        return List.of(new Truth(
                acme,
                "pinterest:post",
                pin -> PinterestSimulator.isRepin(pin) ? List.of() : List.of(PinterestSimulator.id(pin)),
                Truth.plain(
                        Metric.IMPRESSIONS,
                        Metric.SAVES,
                        Metric.CLICKS,
                        Metric.LINK_CLICKS,
                        Metric.REACTIONS,
                        Metric.COMMENTS)));
    }

    @Test
    void settledDaysAreTrueAndOthersAreNotTold() {
        try (LiveFixture live = seldom(Duration.ofHours(4))) {
            live.live(live.connect(grant()), Duration.ofDays(2));

            assertThat(assertDays(live, (metric, truth) -> truth)).isGreaterThan(150);
            assertThat(live.count("daily_fact where day > date '2026-03-09'"))
                    .as("days that are not over for two days")
                    .isZero();
        }
    }

    @Test
    void whatTheAnalyticsTellOfPinsStandsAsOfTheLastSettledDay() {
        settings.put("pin-analytics", "yes");
        pinterest.letIn(true);
        try (LiveFixture live = live()) {
            live.live(live.connect(grant()), Duration.ofHours(3));

            assertTruth(live);
            assertThat(assertCounted(live)).isGreaterThan(20);
        }
    }

    @Test
    void anAppThatIsNotLetInAsksForTheAnalyticsOnceAndReadsTheRest() {
        settings.put("pin-analytics", "yes");
        try (LiveFixture live = live()) {
            List<Long> accounts = live.connect(grant());
            live.live(accounts, Duration.ofHours(12));

            assertTruth(live);
            assertThat(pinterest.counts())
                    .as("once for pins and once for videos")
                    .containsEntry("GET /v5/pins/analytics", 2);
            assertThat(live.books().runs().refused(live.business().id(), accounts.getFirst(), Instant.EPOCH))
                    .extracting(SyncBook.Refused::route)
                    .containsExactlyInAnyOrder("analytics", "video_analytics");
        }
    }

    /// Those of before midnight: the last day that was settled then is 6 March.
    private int assertCounted(LiveFixture live) {
        Map<String, SimulatedPost> pins =
                acme.posts().stream().collect(Collectors.toMap(PinterestSimulator::id, Function.identity()));
        Instant settled = Instant.parse("2026-03-07T00:00:00Z");
        int compared = 0;
        for (LiveFixture.Stored reading : live.readings("pinterest:post")) {
            SimulatedPost pin = Objects.requireNonNull(pins.get(reading.alias()));
            for (Metric metric : OF_ANALYTICS) {
                Double value = reading.values().get(metric);
                if (value != null && reading.at().isBefore(MIDNIGHT)) {
                    assertThat(value)
                            .as("%s of %s at %s", metric, reading.alias(), reading.at())
                            .isEqualTo(pin.value(metric, settled).orElseThrow());
                    compared++;
                }
            }
        }
        return compared;
    }

    @Test
    void spentCallsAreWaitedForUntilTheDayIsOver() {
        pinterest.trialAccess(4);
        try (LiveFixture live = live()) {
            List<Long> accounts = live.connect(grant());
            live.live(accounts, Duration.ofMinutes(20));
            LiveAccount waiting =
                    live.books().accounts().all(live.business().id()).getFirst();
            live.live(accounts, Duration.ofHours(3));

            assertThat(waiting.dueAt()).isBetween(MIDNIGHT, MIDNIGHT.plusSeconds(60));
            assertThat(waiting.said()).asString().contains("limit is 100% used");
            assertThat(refusedByLimit()).as("nobody asks in vain").isZero();
        }
    }

    @Test
    void aPersonalAccountHasPinsAndNoDays() {
        pinterest.makePersonal(acme);
        try (LiveFixture live = live()) {
            List<Long> accounts = live.connect(grant());
            live.live(accounts, Duration.ofHours(5));

            assertThat(assertTruth(live)).isPositive();
            assertThat(live.count("daily_fact")).isZero();
            assertThat(live.books().runs().refused(live.business().id(), accounts.getFirst(), Instant.EPOCH))
                    .extracting(SyncBook.Refused::route)
                    .contains("days");
        }
    }
}
