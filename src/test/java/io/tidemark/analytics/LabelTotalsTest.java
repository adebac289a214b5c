package io.tidemark.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tidemark.analytics.LabelTotalsAnswer.LabelRow;
import io.tidemark.analytics.LabelTotalsAnswer.Numbers;
import io.tidemark.frame.Frame;
import io.tidemark.frame.Label;
import io.tidemark.frame.LabelKind;
import io.tidemark.frame.Labels;
import io.tidemark.metric.ContentType;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import io.tidemark.metric.Platform;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LabelTotalsTest {
    private static final Instant NOW = Instant.parse("2026-03-31T12:00:00Z");

    /// Six posts on X with 10, 20, … 60 impressions and 1, 2, … 6 likes; post 3 has no likes, post 6 lies before the
    /// period.
    private static Frame frame() {
        FrameBuilder builder = new FrameBuilder("UTC").account(Platform.X);
        builder.post(0, "2026-02-01T10:00:00Z", ContentType.TEXT, seen(6, 60));
        for (int post = 1; post <= 5; post++) {
            builder.post(
                    0,
                    "2026-03-1" + post + "T10:00:00Z",
                    ContentType.TEXT,
                    post == 3 ? Values.reporting(Metric.IMPRESSIONS, 30) : seen(post, 10 * post));
        }
        Frame plain = builder.build();
        // The builder numbers posts by time: the one before the period is number 1.
        return labelled(
                plain,
                Labels.of(
                        List.of(
                                new Label(11, LabelKind.CAMPAIGN, "Few"),
                                new Label(12, LabelKind.CAMPAIGN, "Many"),
                                new Label(13, LabelKind.PILLAR, "Other"),
                                new Label(14, LabelKind.CAMPAIGN, "Empty")),
                        Map.of(11L, new long[] {1, 4}, 12L, new long[] {2, 3, 4}, 13L, new long[] {5}),
                        List.of(),
                        plain.posts()));
    }

    private static Frame labelled(Frame plain, Labels labels) {
        return new Frame(
                1,
                42,
                plain.zone(),
                plain.weekStart(),
                null,
                null,
                plain.accounts(),
                plain.posts(),
                plain.days(),
                labels);
    }

    private static MetricValues seen(int likes, int impressions) {
        return Values.reporting(
                Metric.LIKES,
                likes,
                Metric.COMMENTS,
                0,
                Metric.REPOSTS,
                0,
                Metric.QUOTES,
                0,
                Metric.SAVES,
                0,
                Metric.IMPRESSIONS,
                impressions);
    }

    @Test
    void eachLabelCountsItsPostsAndAPostWithTwoCountsInBoth() {
        LabelTotalsAnswer answer = compute(Map.of("from", List.of("2026-03-01"), "to", List.of("2026-03-30")));

        assertThat(answer.labels()).extracting(LabelRow::name).containsExactly("Many", "Few", "Empty");
        Numbers many = answer.labels().get(0).numbers();
        assertThat(posts(many)).isEqualTo(3);
        assertThat(value(many, "impressions")).isEqualTo(60);
        assertThat(value(many, "likes")).isEqualTo(3);
        assertThat(metric(many, "likes").coverage().reporting()).isEqualTo(2);
        assertThat(average(many, "impressions").value()).isEqualTo(20);
        assertThat(average(many, "likes").value()).isEqualTo(1.5);
        Numbers few = answer.labels().get(1).numbers();
        assertThat(posts(few)).isEqualTo(1);
        assertThat(value(few, "likes")).isNull();
        assertThat(average(few, "likes").value()).isNull();
        assertThat(few.perPost()).doesNotContainKey("reach");
        assertThat(posts(answer.labels().get(2).numbers())).isZero();
        assertThat(posts(answer.unlabelled())).isEqualTo(2);
        assertThat(value(answer.unlabelled(), "likes")).isEqualTo(9);
        assertThat(posts(answer.all())).isEqualTo(5);
        assertThat(value(answer.all(), "impressions")).isEqualTo(150);
        assertThat(answer.overlap().posts()).isEqualTo(1);
        assertThat(answer.overlap().rowsAddUp()).isFalse();
        assertThat(answer.period().basis()).isEqualTo(Basis.PUBLISHED);
        assertThat(answer.labelsAsOf()).isEqualTo("now");
    }

    @Test
    void ratesAreThoseOfThePostsThatReportBothSides() {
        LabelTotalsAnswer answer = compute(Map.of("from", List.of("2026-03-01"), "to", List.of("2026-03-30")));

        RateAnswer rate =
                Objects.requireNonNull(answer.labels().get(0).numbers().rates().get("engagement_rate"));

        assertThat(Objects.requireNonNull(rate.value())).isEqualTo(3 / 30.0, within(1e-12));
        assertThat(rate.coverage().reporting()).isEqualTo(2);
    }

    @Test
    void otherFiltersNarrowEveryRow() {
        LabelTotalsAnswer answer = compute(Map.of(
                "from", List.of("2026-03-01"), "to", List.of("2026-03-30"), "label", List.of("12", "pillar:Other")));

        assertThat(posts(answer.all())).as("no post carries both").isZero();

        answer = compute(Map.of("from", List.of("2026-03-01"), "to", List.of("2026-03-30"), "label", List.of("12")));
        assertThat(answer.labels().stream().map(row -> posts(row.numbers()))).containsExactly(3, 1, 0);
        assertThat(posts(answer.unlabelled())).isZero();
    }

    @Test
    void beyondTheLimitTheSmallestAreLeftOutAndCounted() {
        Frame frame = frame();
        List<Label> labels = IntStream.range(0, 120)
                .mapToObj(i -> new Label(100 + i, LabelKind.MARKET, "m" + i))
                .toList();
        Frame many = labelled(frame, Labels.of(labels, Map.of(219L, new long[] {3}), List.of(), frame.posts()));

        LabelTotalsAnswer answer = LabelTotals.compute(many, AnalyticsQuery.DEFAULT, LabelKind.MARKET, NOW);

        assertThat(answer.labels()).hasSize(100);
        assertThat(answer.labels().getFirst().name()).isEqualTo("m119");
        assertThat(answer.labelsLeftOut()).isEqualTo(20);
        assertThat(answer.overlap().rowsAddUp()).isTrue();
    }

    private static LabelTotalsAnswer compute(Map<String, List<String>> parameters) {
        return LabelTotals.compute(frame(), QueryParameters.parse(parameters), LabelKind.CAMPAIGN, NOW);
    }

    private static int posts(Numbers numbers) {
        return numbers.published().posts().value();
    }

    private static AverageAnswer average(Numbers numbers, String key) {
        return Objects.requireNonNull(numbers.perPost().get(key), key);
    }

    private static MetricAnswer metric(Numbers numbers, String key) {
        return Objects.requireNonNull(numbers.metrics().get(key), key);
    }

    private static @Nullable Double value(Numbers numbers, String key) {
        return metric(numbers, key).value();
    }
}
