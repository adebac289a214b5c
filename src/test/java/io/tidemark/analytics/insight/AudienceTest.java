package io.tidemark.analytics.insight;

import static io.tidemark.analytics.insight.TimingFrames.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tidemark.analytics.AnalyticsQuery;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import io.tidemark.metric.Platform;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The default period is 23 October to 19 November 2026.
class AudienceTest {
    @Test
    void levelsAreThoseThatWereReadAndGapsStayGaps() {
        TimingFrames frames = new TimingFrames().account(Platform.LINKEDIN).account(Platform.X);
        frames.day(0, LocalDate.parse("2026-10-20"), values(Metric.FOLLOWERS, 1000))
                .day(0, LocalDate.parse("2026-10-25"), values(Metric.FOLLOWERS, 1010))
                .importedFollowers(LocalDate.parse("2026-10-25"))
                .day(0, LocalDate.parse("2026-11-10"), values(Metric.FOLLOWERS, 1050))
                .day(0, LocalDate.parse("2026-11-11"), values(Metric.FOLLOWS, 7))
                .day(0, LocalDate.parse("2026-11-12"), values(Metric.FOLLOWS, 5))
                .day(0, LocalDate.parse("2026-10-22"), values(Metric.FOLLOWS, 99));

        List<AudienceAnswer.AccountAudience> accounts =
                Audience.compute(frames.build(), AnalyticsQuery.DEFAULT, NOW).accounts();

        AudienceAnswer.AccountAudience page = accounts.getFirst();
        assertThat(page.followers()).isEqualTo(1050);
        assertThat(page.at()).isEqualTo(LocalDate.parse("2026-11-10"));
        assertThat(page.opening()).isEqualTo(1000);
        assertThat(page.closing()).isEqualTo(1050);
        assertThat(page.netChange()).isEqualTo(50);
        assertThat(page.growthRate()).isCloseTo(0.05, within(1e-12));
        assertThat(page.newFollowers()).isEqualTo(12);
        assertThat(page.newFollowersDays()).isEqualTo(2);
        assertThat(page.days()).isEqualTo(28);
        assertThat(page.series())
                .containsExactly(
                        new AudienceAnswer.Level(LocalDate.parse("2026-10-25"), 1010, true),
                        new AudienceAnswer.Level(LocalDate.parse("2026-11-10"), 1050, false));

        AudienceAnswer.AccountAudience silent = accounts.getLast();
        assertThat(silent.followers()).isNull();
        assertThat(silent.netChange()).isNull();
        assertThat(silent.newFollowers()).isNull();
        assertThat(silent.series()).isEmpty();
    }

    @Test
    void withoutALevelBeforeThePeriodItStartsWithTheFirstInIt() {
        TimingFrames frames = new TimingFrames().account(Platform.LINKEDIN);
        frames.day(0, LocalDate.parse("2026-10-25"), values(Metric.FOLLOWERS, 0))
                .day(0, LocalDate.parse("2026-11-10"), values(Metric.FOLLOWERS, 10));

        AudienceAnswer.AccountAudience page = Audience.compute(frames.build(), AnalyticsQuery.DEFAULT, NOW)
                .accounts()
                .getFirst();

        assertThat(page.netChange()).isEqualTo(10);
        assertThat(page.growthRate()).isNull();
    }

    private static MetricValues values(Metric metric, double value) {
        return MetricValues.builder().put(metric, value).build();
    }
}
