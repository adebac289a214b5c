package io.tidemark.analytics;

import static io.tidemark.analytics.Values.reporting;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.metric.Metric;
import io.tidemark.metric.Platform;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class FollowerLevelsTest {
    private static final Instant NOW = Instant.parse("2026-11-10T12:00:00Z");
    private static final AnalyticsQuery QUERY = AnalyticsQuery.DEFAULT.over(
            new PeriodChoice.Dates(new Period(LocalDate.of(2026, 10, 5), LocalDate.of(2026, 10, 8))));

    @Test
    void theLastLevelOnOrBeforeTheEndCountsForEachAccount() {
        FrameBuilder frame = new FrameBuilder("UTC")
                .account(Platform.X)
                .account(Platform.BLUESKY)
                .account(Platform.LINKEDIN);
        read(frame, 0, "2026-10-04", 100);
        read(frame, 0, "2026-10-07", 130);
        read(frame, 0, "2026-10-09", 900);
        read(frame, 1, "2026-09-01", 50);

        FollowersAnswer followers = Overview.compute(frame.build(), QUERY, NOW).followers();

        assertThat(followers)
                .isEqualTo(new FollowersAnswer(
                        180.0, LocalDate.of(2026, 10, 7), 30.0, new FollowersAnswer.Accounts(2, 3)));
    }

    @Test
    void netChangeLeavesOutAccountsWithoutALevelAtTheStart() {
        FrameBuilder frame = new FrameBuilder("UTC").account(Platform.X).account(Platform.BLUESKY);
        read(frame, 0, "2026-10-04", 100);
        read(frame, 0, "2026-10-08", 90);
        read(frame, 1, "2026-10-06", 5000);

        FollowersAnswer followers = Overview.compute(frame.build(), QUERY, NOW).followers();

        assertThat(followers.value()).isEqualTo(5090);
        assertThat(followers.netChange()).isEqualTo(-10);
    }

    @Test
    void withoutAnEarlierReadingTheFirstDaysLevelIsTheStart() {
        FrameBuilder frame = new FrameBuilder("UTC").account(Platform.X);
        read(frame, 0, "2026-10-05", 100);
        read(frame, 0, "2026-10-08", 104);

        assertThat(Overview.compute(frame.build(), QUERY, NOW).followers().netChange())
                .isEqualTo(4);
    }

    @Test
    void nobodyReadIsNoZero() {
        FollowersAnswer followers = Overview.compute(
                        new FrameBuilder("UTC").account(Platform.X).build(), QUERY, NOW)
                .followers();

        assertThat(followers).isEqualTo(new FollowersAnswer(null, null, null, new FollowersAnswer.Accounts(0, 1)));
    }

    @Test
    void asAMetricLevelsCompareOverTheAccountsKnownAtBothEnds() {
        FrameBuilder frame = new FrameBuilder("UTC").account(Platform.X).account(Platform.BLUESKY);
        read(frame, 0, "2026-10-04", 100);
        read(frame, 0, "2026-10-08", 110);
        read(frame, 1, "2026-10-04", 40);

        MetricAnswer followers = Objects.requireNonNull(
                Overview.compute(frame.build(), QUERY, NOW).metrics().get("followers"));

        assertThat(followers.value()).isEqualTo(150);
        assertThat(followers.previous()).isEqualTo(140);
        assertThat(followers.change()).isEqualTo(10);
        assertThat(followers.changeStatus()).isEqualTo(ChangeStatus.OK);
        assertThat(followers.coverage()).isEqualTo(new Coverage(Coverage.Unit.ACCOUNT, 2, 2, 2));
        assertThat(followers.sources()).containsExactly("account_snapshot");
    }

    private static void read(FrameBuilder frame, int account, String day, int followers) {
        frame.day(account, day, reporting(Metric.FOLLOWERS, followers));
    }
}
