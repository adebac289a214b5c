package io.tidemark.collect.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.collect.connector.ConnectorSettings;
import io.tidemark.collect.connector.Login;
import io.tidemark.collect.connector.youtube.YouTubeConnector;
import io.tidemark.collect.connector.youtube.YouTubeLogin;
import io.tidemark.collect.simulator.AccountPlan;
import io.tidemark.collect.simulator.Faults;
import io.tidemark.collect.simulator.SimulatedAccount;
import io.tidemark.collect.simulator.SimulatedPost;
import io.tidemark.collect.simulator.Simulator;
import io.tidemark.collect.simulator.youtube.YouTubeSimulator;
import io.tidemark.ledger.LiveAccount;
import io.tidemark.ledger.SyncBook;
import io.tidemark.metric.Metric;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class YouTubeLiveTest extends LiveContract {
    private final SimulatedAccount acme = world.add(new AccountPlan(
            "UC2414183acme0000000000a", "acme", "Acme", 1, Duration.ofDays(60), 10_245, YouTubeSimulator.kinds()));
    private final YouTubeSimulator youtube = new YouTubeSimulator(world, clock);

    @Override
    Simulator simulate(Login.App app) {
        youtube.register(
                app.clientId(), app.clientSecret().value(), app.redirect().toString());
        return youtube;
    }

    @Override
    String app() {
        return "youtube";
    }

    @Override
    Login login() {
        String address = youtube.address().toString();
        ConnectorSettings settings = new ConnectorSettings(
                Map.of("base-url", address, "analytics-url", address, "token-url", address + "/token"));
        return new YouTubeLogin(settings, new YouTubeConnector(settings, clock));
    }

    @Override
    SimulatedAccount account() {
        return acme;
    }

    @Override
    Login.Grant grant() {
        return grant(youtube.tokens().issue(acme.externalId()));
    }

    @Override
    void revoke() {
        youtube.tokens().revoke(acme.externalId());
    }

    @Override
    long refusedByLimit() {
        return youtube.refusedByLimit();
    }

    @Override
    List<Truth> truths() {
        return List.of(new Truth(
                acme,
                "youtube:video",
                post -> List.of(YouTubeSimulator.id(post)),
                post -> !post.kind().equals("private"),
                Truth.plain(Metric.VIDEO_VIEWS, Metric.LIKES, Metric.COMMENTS)));
    }

    /// What the analytics tell of videos stands as of two to three days before.
    @Test
    void whatTheAnalyticsTellIsWhatTheyHadCountedAndDaysAreTrue() {
        try (LiveFixture live = seldom(Duration.ofHours(3))) {
            live.live(live.connect(grant()), Duration.ofDays(3));

            assertThat(assertCounted(live)).isGreaterThan(100);
            assertThat(assertDays(live)).isGreaterThan(300);
        }
    }

    @Test
    @Tag("thorough")
    void thirtyDaysCostAFractionOfTheUnitsOfADay() {
        youtube.breakBy(Faults.seeded(6, 0.05));
        try (LiveFixture live = live()) {
            live.live(live.connect(grant()), Duration.ofDays(30));

            assertTruth(live);
            assertThat(assertCounted(live)).isGreaterThan(1_000);
            assertThat(assertDays(live)).isGreaterThan(300);
            assertThat(youtube.refusedByLimit()).isZero();
            assertThat(youtube.mostUnitsInADay()).isLessThan(500);
        }
    }

    @Test
    void spentUnitsAreWaitedForUntilMidnightInCalifornia() {
        youtube.units(9);
        try (LiveFixture live = live()) {
            List<Long> accounts = live.connect(grant());
            live.live(accounts, Duration.ofHours(6));
            LiveAccount waiting = account(live);
            youtube.units(10_000);
            live.live(accounts, Duration.ofHours(3));

            assertThat(waiting.said()).asString().contains("quotaExceeded");
            assertThat(waiting.dueAt()).isEqualTo(Instant.parse("2026-03-10T07:00:00Z"));
            assertThat(youtube.refusedByLimit()).as("nobody asks in vain").isEqualTo(1);
            assertThat(account(live).lastSuccessAt()).isAfter(waiting.dueAt());
            assertTruth(live);
        }
    }

    @Test
    void withoutThePermissionForAnalyticsTheRestIsCollectedAndTheReasonKept() {
        youtube.withholdAnalytics(acme.externalId());
        try (LiveFixture live = live()) {
            live.live(live.connect(grant()), Duration.ofHours(5));

            assertThat(assertTruth(live)).isPositive();
            assertThat(live.books()
                            .runs()
                            .refused(live.business().id(), account(live).accountId(), Instant.EPOCH))
                    .extracting(SyncBook.Refused::route)
                    .containsExactlyInAnyOrder("analytics", "days");
            assertThat(live.count("post_snapshot where engaged_views is not null"))
                    .isZero();
        }
    }

    private static LiveAccount account(LiveFixture live) {
        return live.books().accounts().all(live.business().id()).getFirst();
    }

    /// @return how many readings there are
    private int assertCounted(LiveFixture live) {
        Map<String, SimulatedPost> posts =
                acme.posts().stream().collect(Collectors.toMap(YouTubeSimulator::id, Function.identity()));
        int compared = 0;
        for (LiveFixture.Stored reading : live.readings("youtube:video")) {
            SimulatedPost post = Objects.requireNonNull(posts.get(reading.alias()));
            for (Metric metric : List.of(Metric.ENGAGED_VIEWS, Metric.SHARES, Metric.FOLLOWS)) {
                Double value = reading.values().get(metric);
                if (value != null) {
                    Instant last = YouTubeSimulator.countedUntil(reading.at());
                    Instant before = YouTubeSimulator.countedUntil(reading.at().minusSeconds(30));
                    assertThat(value)
                            .as("%s of %s at %s", metric, reading.alias(), reading.at())
                            .isBetween(
                                    post.value(metric, before).orElse(0),
                                    post.value(metric, last).orElseThrow());
                    compared++;
                }
            }
        }
        return compared;
    }

    /// Watch time comes in whole minutes.
    private int assertDays(LiveFixture live) {
        return assertDays(
                live, (metric, truth) -> metric == Metric.WATCH_TIME_SECONDS ? 60 * Math.floor(truth / 60) : truth);
    }
}
