package io.tidemark.analytics.activity;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.analytics.activity.CounterEvent.Kind;
import io.tidemark.frame.Reading;
import io.tidemark.metric.ContentType;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import io.tidemark.metric.Platform;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Days telescope: whatever was read, whenever, in whatever zone.
class ActivityInvariantTest {
    private static final Metric[] METRICS = {
        Metric.IMPRESSIONS, Metric.LIKES, Metric.COMMENTS, Metric.WATCH_TIME_SECONDS, Metric.VIDEO_VIEWS
    };
    private static final String[] ZONES = {
        "UTC", "Europe/Berlin", "Asia/Kolkata", "Australia/Lord_Howe", "America/Santiago", "Pacific/Apia"
    };

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void netActivityAndRestatementsComeToTheLastReadingLessTheFirst(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int run = 0; run < 400; run++) {
            PostCounters counters = counters(random);
            PostActivity activity = PostActivity.of(counters, ZoneId.of(ZONES[random.nextInt(ZONES.length)]));
            long[] net = new long[Metric.values().length];
            List<Integer> days = new ArrayList<>();
            activity.forEachDay((day, thousandths, estimated, unfinished, imported) -> {
                days.add(day);
                for (Metric metric : METRICS) {
                    long value = thousandths[metric.ordinal()];
                    net[metric.ordinal()] += value == PostActivity.UNKNOWN ? 0 : value;
                }
            });
            assertThat(days).isSorted().doesNotHaveDuplicates();
            for (Metric metric : METRICS) {
                assertThat(net[metric.ordinal()] + restated(activity, metric))
                        .as("%s of %s", metric, counters)
                        .isEqualTo(gained(counters, activity, metric));
            }
        }
    }

    /// The last reading that counts less the first, or less zero where the post is known from its start.
    private static long gained(PostCounters counters, PostActivity activity, Metric metric) {
        Set<Instant> excluded = new HashSet<>();
        for (CounterEvent event : activity.events()) {
            if (event.metric() == metric && event.kind() != Kind.RESTATEMENT) {
                excluded.add(event.at());
            }
        }
        TreeMap<Instant, Long> counted = new TreeMap<>();
        for (Reading reading : counters.readings()) {
            if (reading.values().has(metric)) {
                counted.put(reading.observedAt(), Math.round(reading.values().orNaN(metric) * 1000));
            }
        }
        counted.keySet().removeAll(excluded);
        if (counted.isEmpty()) {
            return 0;
        }
        Instant published = counters.publishedAt();
        boolean fromZero = published != null
                && (counters.knownFromStart()
                        || Math.abs(counted.firstKey().toEpochMilli() - published.toEpochMilli()) <= 86_400_000);
        return counted.lastEntry().getValue()
                - (fromZero ? 0 : counted.firstEntry().getValue());
    }

    private static long restated(PostActivity activity, Metric metric) {
        return activity.events().stream()
                .filter(event -> event.metric() == metric && event.kind() == Kind.RESTATEMENT)
                .mapToLong(event -> Math.round(event.amount() * 1000))
                .sum();
    }

    private static PostCounters counters(SplittableRandom random) {
        Platform platform = Platform.values()[random.nextInt(Platform.values().length)];
        long birth = Instant.parse("2026-03-20T00:00:00Z").getEpochSecond() + random.nextInt(20 * 86_400);
        Instant published = random.nextInt(6) == 0 ? null : Instant.ofEpochSecond(birth);
        return new PostCounters(
                platform, ContentType.VIDEO, published, random.nextInt(3) == 0, readings(random, birth));
    }

    private static List<Reading> readings(SplittableRandom random, long birth) {
        List<Reading> readings = new ArrayList<>();
        double[] levels = new double[METRICS.length];
        long second = birth + random.nextInt(-7_200, 3 * 86_400);
        int count = random.nextInt(0, 25);
        for (int i = 0; i < count; i++) {
            MetricValues.Builder values = MetricValues.builder();
            for (int m = 0; m < METRICS.length; m++) {
                levels[m] = next(random, levels[m]);
                if (random.nextInt(4) > 0) {
                    values.put(METRICS[m], levels[m]);
                }
            }
            readings.add(new Reading(Instant.ofEpochSecond(second), i, false, values.build()));
            second += random.nextInt(5) == 0 ? 0 : random.nextInt(1, 4 * 86_400);
        }
        return readings;
    }

    private static double next(SplittableRandom random, double level) {
        return switch (random.nextInt(12)) {
            case 0 -> Math.max(0, level - random.nextInt(1, 4));
            case 1 -> level / 2;
            case 2 -> 0;
            case 3 -> level + random.nextDouble();
            default -> level + random.nextInt(500);
        };
    }
}
