package io.tidemark.analytics;

import static io.tidemark.analytics.Values.reporting;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.frame.ActivityFrame;
import io.tidemark.frame.Frame;
import io.tidemark.frame.Measure;
import io.tidemark.metric.ContentType;
import io.tidemark.metric.Metric;
import io.tidemark.metric.Platform;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ActivitySplitTest {
    private static final Instant NOW = Instant.parse("2026-11-10T12:00:00Z");
    private static final LocalDate FIRST = LocalDate.of(2026, 10, 1);
    private static final Measure COMMENTS = Measure.of(Metric.COMMENTS);
    /// 6 to 10 October against 1 to 5 October.
    private static final AnalyticsQuery FIVE_DAYS = AnalyticsQuery.DEFAULT
            .over(new PeriodChoice.Dates(Period.ofDays(FIRST.plusDays(5), 5)))
            .on(Basis.Choice.ACTIVITY);

    /// A text of the first day brings one comment a day, a video of the seventh ten.
    @Test
    void newPostsAreToldFromOlderOnes() {
        ActivitySplit split = split(FIVE_DAYS).orElseThrow();

        assertThat(split.previous()).isEqualTo(5);
        assertThat(split.value()).isEqualTo(5 + 40);
        assertThat(split.newPosts()).isEqualTo(40);
        assertThat(split.previousNewPosts()).isEqualTo(5);
        assertThat(split.newPostsChange()).isEqualTo(35);
        assertThat(split.olderPostsChange()).isEqualTo(5);
        assertThat(split.newPostsChange() + split.olderPostsChange()).isEqualTo(split.change());
    }

    @Test
    void publishedPostsHaveNoSuchSplit() {
        assertThat(split(FIVE_DAYS.on(Basis.Choice.PUBLISHED))).isEmpty();
        assertThat(split(FIVE_DAYS.comparing(Comparison.of(Comparison.Rule.NONE))))
                .isEmpty();
    }

    private static Optional<ActivitySplit> split(AnalyticsQuery query) {
        View view = new View(frame(), query.filters(), NOW);
        return ActivitySplit.of(view, new Question(view, query), COMMENTS);
    }

    private static Frame frame() {
        FrameBuilder frame = new FrameBuilder("UTC")
                .account(Platform.LINKEDIN)
                .post(0, FIRST + "T00:00:00Z", ContentType.TEXT, reporting(Metric.COMMENTS, 10))
                .post(0, FIRST.plusDays(6) + "T00:00:00Z", ContentType.VIDEO, reporting(Metric.COMMENTS, 40))
                .postDays(ActivitySplitTest::read);
        for (int day = 0; day < 10; day++) {
            frame.activity(0, FIRST.plusDays(day).toString(), ContentType.TEXT, reporting(Metric.COMMENTS, 1));
            if (day >= 6) {
                frame.activity(0, FIRST.plusDays(day).toString(), ContentType.VIDEO, reporting(Metric.COMMENTS, 10));
            }
        }
        return frame.build();
    }

    private static ActivityFrame read(long[] posts) {
        ActivityFrame.Builder activity = ActivityFrame.builder(16);
        for (int day = 0; day < 10; day++) {
            if (Arrays.binarySearch(posts, 1) >= 0) {
                activity.add(0, FIRST.plusDays(day), ContentType.TEXT, 0, 0, reporting(Metric.COMMENTS, 1));
            }
            if (day >= 6 && Arrays.binarySearch(posts, 2) >= 0) {
                activity.add(0, FIRST.plusDays(day), ContentType.VIDEO, 0, 0, reporting(Metric.COMMENTS, 10));
            }
        }
        return activity.build();
    }
}
