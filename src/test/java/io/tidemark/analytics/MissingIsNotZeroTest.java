package io.tidemark.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.metric.ContentType;
import io.tidemark.metric.Dictionary;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import io.tidemark.metric.Platform;
import io.tidemark.metric.Subject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Whoever fills a gap with a zero changes an answer: over random small businesses, one missing value at a time.
class MissingIsNotZeroTest {
    private static final Platform[] PLATFORMS = {Platform.LINKEDIN, Platform.YOUTUBE, Platform.BLUESKY};
    private static final Instant NOW = Instant.parse("2026-11-10T12:00:00Z");
    private static final int ITEMS = 6;

    @ParameterizedTest
    @EnumSource(names = {"PUBLISHED", "ACTIVITY"})
    void aMissingValueTurnedIntoZeroChangesTheCoverage(Basis.Choice basis) {
        SplittableRandom random = new SplittableRandom(42);
        Subject subject = basis == Basis.Choice.PUBLISHED ? Subject.POST : Subject.ACCOUNT_DAY;
        int tried = 0;
        for (int run = 0; run < 12; run++) {
            List<Map<Metric, Double>> items = items(random, subject);
            OverviewAnswer before = overview(items, basis);
            for (int item = 0; item < ITEMS; item++) {
                for (Metric metric : Metric.values()) {
                    if (items.get(item).containsKey(metric) || !provides(item, subject, metric)) {
                        continue;
                    }
                    List<Map<Metric, Double>> filled = new ArrayList<>(items);
                    filled.set(item, new HashMap<>(items.get(item)));
                    filled.get(item).put(metric, 0.0);
                    OverviewAnswer after = overview(filled, basis);

                    assertThat(reporting(after, metric))
                            .as("%s of item %d in run %d", metric, item, run)
                            .isEqualTo(reporting(before, metric) + 1);
                    assertThat(after.metrics()).isNotEqualTo(before.metrics());
                    tried++;
                }
            }
        }
        assertThat(tried).isGreaterThan(100);
    }

    private static int reporting(OverviewAnswer answer, Metric metric) {
        String key = answer.metrics().containsKey("summed_post_reach") && metric == Metric.REACH
                ? "summed_post_reach"
                : metric.key();
        return Objects.requireNonNull(answer.metrics().get(key), key).coverage().reporting();
    }

    private static boolean provides(int item, Subject subject, Metric metric) {
        return metric.ofPosts()
                && Dictionary.provides(PLATFORMS[item % PLATFORMS.length], subject, ContentType.VIDEO, metric);
    }

    private static List<Map<Metric, Double>> items(SplittableRandom random, Subject subject) {
        List<Map<Metric, Double>> items = new ArrayList<>();
        for (int item = 0; item < ITEMS; item++) {
            Map<Metric, Double> values = new HashMap<>();
            for (Metric metric : Metric.values()) {
                if (provides(item, subject, metric) && random.nextBoolean()) {
                    values.put(metric, (double) random.nextInt(3));
                }
            }
            items.add(values);
        }
        return items;
    }

    private static OverviewAnswer overview(List<Map<Metric, Double>> items, Basis.Choice basis) {
        FrameBuilder frame = new FrameBuilder("UTC");
        for (Platform platform : PLATFORMS) {
            frame.account(platform);
        }
        for (int item = 0; item < ITEMS; item++) {
            int account = item % PLATFORMS.length;
            String day = "2026-10-1" + item;
            if (basis == Basis.Choice.PUBLISHED) {
                frame.post(account, day + "T10:00:00Z", ContentType.VIDEO, MetricValues.of(items.get(item)));
            } else {
                frame.day(account, day, MetricValues.of(items.get(item)));
            }
        }
        AnalyticsQuery october = AnalyticsQuery.DEFAULT
                .over(new PeriodChoice.Named(Range.LAST_MONTH))
                .on(basis);
        return Overview.compute(frame.build(), october, NOW);
    }
}
