package io.tidemark.analytics;

import static io.tidemark.analytics.Values.reporting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tidemark.analytics.insight.EvidenceStatus;
import io.tidemark.analytics.insight.Insight;
import io.tidemark.analytics.insight.InsightType;
import io.tidemark.analytics.insight.feed.Feed;
import io.tidemark.frame.AgedPosts;
import io.tidemark.frame.Frame;
import io.tidemark.metric.ContentType;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import io.tidemark.metric.Platform;
import io.tidemark.metric.StandardAge;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;

/// Changes on the published basis: posts of two periods are of different ages, and are judged as they were at one.
class InsightsAtEqualAgeTest {
    private static final Instant NOW = Instant.parse("2026-11-10T12:00:00Z");
    private static final LocalDate FIRST = LocalDate.of(2026, 7, 2);
    /// 20 to 29 October, the twelfth stretch of ten days.
    private static final AnalyticsQuery TEN_DAYS = AnalyticsQuery.DEFAULT
            .over(new PeriodChoice.Dates(new Period(LocalDate.of(2026, 10, 20), LocalDate.of(2026, 10, 29))))
            .on(Basis.Choice.PUBLISHED);
    private static final int DAYS = 120;
    private static final int NEWEST = 110;

    @Test
    void postsThatHaveHadLessTimeAreNotTakenForAFall() {
        // By now the older ones have ten times as much; at seven days all had the same.
        List<Insight> insights = changes(row -> row < NEWEST ? 1000 : 100, row -> 100);

        assertThat(insights).isEmpty();
    }

    @Test
    void aFallAtEqualAgeIsJudgedByWhatSuchStretchesUsuallyChange() {
        List<Insight> insights = changes(row -> 1000, row -> row < NEWEST ? 100 + row % 3 : 20);

        assertThat(insights).singleElement().satisfies(change -> {
            assertThat(change.type()).isEqualTo(InsightType.CHANGE);
            assertThat(change.metric()).isEqualTo("impressions");
            assertThat(change.text().english()).contains("200 against 1,010 before, each post at the age of 7 days");
            assertThat(change.evidence().value()).isCloseTo(-0.8, within(0.01));
            assertThat(change.evidence().status()).isEqualTo(EvidenceStatus.OK);
            assertThat(change.evidence().n()).isEqualTo(10);
        });
    }

    @Test
    void stretchesOfWhichTooFewPostsAreKnownAtTheAgeAreNoHistory() {
        List<Insight> insights = changes(row -> 1000, row -> row < 90 && row % 5 == 0 ? -1 : row < NEWEST ? 100 : 20);

        assertThat(insights).singleElement().extracting(Insight::type).isEqualTo(InsightType.UNTESTED_CHANGE);
    }

    /// @param aged the impressions of a post at seven days, negative where they are not known
    private static List<Insight> changes(IntUnaryOperator current, IntUnaryOperator aged) {
        FrameBuilder posts = new FrameBuilder("UTC").account(Platform.LINKEDIN);
        for (int day = 0; day < DAYS; day++) {
            posts.post(0, FIRST.plusDays(day) + "T10:00:00Z", ContentType.TEXT, values(current.applyAsInt(day)));
        }
        Frame plain = posts.build();
        posts.ages(age -> {
            AgedPosts.Builder at = AgedPosts.builder(DAYS);
            for (int row = 0; row < DAYS && age == StandardAge.H168; row++) {
                int known = aged.applyAsInt(row);
                if (known >= 0) {
                    at.post(plain.posts().id(row));
                    MetricValues reported = values(known);
                    reported.present().forEach(metric -> at.set(metric, reported.orNaN(metric)));
                }
            }
            return at.build(plain.posts(), plain.accounts());
        });
        return Feed.of(posts.build(), TEN_DAYS, NOW).answer().findings().stream()
                .filter(insight -> insight.type() == InsightType.CHANGE
                        || insight.type() == InsightType.WITHIN_VARIATION
                        || insight.type() == InsightType.UNTESTED_CHANGE)
                .toList();
    }

    private static MetricValues values(int impressions) {
        return reporting(Metric.IMPRESSIONS, impressions, Metric.REACTIONS, 5, Metric.COMMENTS, 3, Metric.SHARES, 2);
    }
}
