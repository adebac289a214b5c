package io.tidemark.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.analytics.activity.CurrentValues;
import io.tidemark.analytics.activity.PostActivity;
import io.tidemark.analytics.activity.PostCounters;
import io.tidemark.frame.Reading;
import io.tidemark.metric.ContentType;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import io.tidemark.metric.Platform;
import io.tidemark.metric.StandardAge;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Shares of news items read every 20 minutes for two days (UCI, news popularity): growth as it really is.
class UciNewsTest {
    private static final Instant PUBLISHED = Instant.parse("2016-01-04T07:00:00Z");
    private static final int READINGS = 144;
    private static final int MINUTES = 20;
    private static final long SECONDS = 60;

    private record Item(String id, List<Reading> readings) {
        double sharesAfter(int hours) {
            Instant until = PUBLISHED.plusSeconds(hours * 3_600L);
            List<Reading> known = readings.stream()
                    .filter(reading -> !reading.observedAt().isAfter(until))
                    .toList();
            return CurrentValues.of(known).values().orNaN(Metric.SHARES);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "news_facebook.csv.gz,   7687, 165, 424860",
        "news_googleplus.csv.gz, 7749, 156,  17325",
        "news_linkedin.csv.gz,   7749, 156,   8358"
    })
    void finalSumsLeaveOutWhatWasNeverObserved(String file, int items, int never, double sum) {
        double[] shares =
                items(file).stream().mapToDouble(item -> item.sharesAfter(48)).toArray();

        RatioOfSums average = AnalyticsCalculator.averagePerPost(shares, item -> true);

        assertThat(average.numerator()).isEqualTo(sum);
        assertThat(average.coverage()).isEqualTo(new Coverage(Coverage.Unit.POST, items - never, items, items));
    }

    @ParameterizedTest
    @CsvSource({"1, 8794", "12, 153835", "24, 280627", "48, 424860"})
    void sharesGrowWithTheHours(int hours, double sum) {
        double shares = facebook().stream()
                .mapToDouble(item -> item.sharesAfter(hours))
                .filter(value -> !Double.isNaN(value))
                .sum();

        assertThat(shares).isEqualTo(sum);
    }

    @Test
    void noCounterFallsAndTheDaysAddUpToWhatWasRead() {
        long[] thousandths = {0};
        for (Item item : facebook()) {
            // The first reading of an item is what it gained unseen, so all of it counts.
            PostActivity activity = PostActivity.of(
                    new PostCounters(Platform.FACEBOOK, ContentType.LINK, PUBLISHED, true, item.readings()),
                    ZoneOffset.UTC);
            assertThat(activity.events()).as(item.id()).isEmpty();
            activity.forEachDay((day, values, estimated, unfinished, imported) -> {
                long gained = values[Metric.SHARES.ordinal()];
                assertThat(gained).as("%s on %d", item.id(), day).isNotNegative();
                thousandths[0] += gained;
            });
        }
        assertThat(thousandths[0]).isEqualTo(424_860_000);
    }

    @Test
    void atADayOfAgeTheCountersAreThoseReadThen() {
        double sum = 0;
        for (Item item : facebook()) {
            PostActivity activity = PostActivity.of(
                    new PostCounters(Platform.FACEBOOK, ContentType.LINK, PUBLISHED, false, item.readings()),
                    ZoneOffset.UTC);
            sum += activity.atAges().stream()
                    .filter(at -> at.age() == StandardAge.H24)
                    .mapToDouble(at -> at.values().orNaN(Metric.SHARES))
                    .sum();
        }
        assertThat(sum).isEqualTo(280_627);
    }

    @Test
    void halfOfTheSharesOfAnItemAreThereAfterFourteenHours() {
        double[] hours = facebook().stream()
                .filter(item -> item.sharesAfter(48) >= 10)
                .mapToDouble(UciNewsTest::hoursToHalf)
                .sorted()
                .toArray();

        assertThat(hours[hours.length / 2]).isEqualTo(14);
    }

    @Test
    void theMostSharedItemsAreKnown() {
        record Shared(String id, double shares) {}
        List<Shared> top = facebook().stream()
                .map(item -> new Shared(item.id(), item.sharesAfter(48)))
                .filter(item -> !Double.isNaN(item.shares()))
                .sorted(Comparator.comparingDouble(Shared::shares).reversed())
                .limit(3)
                .toList();

        assertThat(top)
                .containsExactly(new Shared("101578", 13_146), new Shared("79184", 8_840), new Shared("64210", 7_277));
    }

    private static double hoursToHalf(Item item) {
        double half = item.sharesAfter(48) / 2;
        Reading first = item.readings().stream()
                .filter(reading -> reading.values().orNaN(Metric.SHARES) >= half)
                .findFirst()
                .orElseThrow();
        return (first.observedAt().getEpochSecond() - PUBLISHED.getEpochSecond()) / 3_600.0;
    }

    private static List<Item> facebook() {
        return Facebook.ITEMS;
    }

    private static List<Item> items(String file) {
        Instant[] instants = new Instant[READINGS + 1];
        Arrays.setAll(instants, i -> PUBLISHED.plusSeconds(SECONDS * MINUTES * i));
        Map<Double, MetricValues> values = new HashMap<>();
        List<Item> items = new ArrayList<>();
        UciData.forEach(file, ',', row -> {
            List<Reading> readings = new ArrayList<>();
            for (int i = 1; i <= READINGS; i++) {
                double shares = Double.parseDouble(row.getField(i));
                if (shares >= 0) {
                    MetricValues read = values.computeIfAbsent(shares, UciNewsTest::shares);
                    readings.add(new Reading(instants[i], i, false, read));
                }
            }
            items.add(new Item(row.getField(0), readings));
        });
        return items;
    }

    private static MetricValues shares(double value) {
        return MetricValues.builder().put(Metric.SHARES, value).build();
    }

    /// Read once.
    private static final class Facebook {
        private static final List<Item> ITEMS = items("news_facebook.csv.gz");
    }
}
