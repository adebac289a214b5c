package io.tidemark.analytics.activity;

import static io.tidemark.metric.Metric.IMPRESSIONS;
import static io.tidemark.metric.Metric.LIKES;
import static io.tidemark.metric.Metric.REACH;
import static io.tidemark.metric.StandardAge.H168;
import static io.tidemark.metric.StandardAge.H24;
import static io.tidemark.metric.StandardAge.H72;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.metric.MetricValues;
import io.tidemark.metric.StandardAge;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class AtAgeTest {
    @Test
    void onlyAgesBetweenReadingsAreReached() {
        Map<StandardAge, MetricValues> ages = ages(History.published("2026-03-02T00:00:00Z")
                .read("2026-03-03T00:00:00Z", LIKES, 10, REACH, 400)
                .read("2026-03-05T00:00:00Z", LIKES, 13)
                .read("2026-03-08T23:59:59Z", LIKES, 14));

        assertThat(ages).containsOnlyKeys(H24, H72);
        assertThat(at(ages, H24).orNaN(LIKES)).isEqualTo(10);
        assertThat(at(ages, H24).orNaN(REACH)).isEqualTo(400);
        assertThat(at(ages, H72).orNaN(LIKES)).isEqualTo(13);
        assertThat(at(ages, H72).has(REACH)).as("not read after").isFalse();
    }

    @Test
    void betweenReadingsTheValueIsEstimated() {
        Map<StandardAge, MetricValues> ages = ages(History.published("2026-03-02T00:00:00Z")
                .read("2026-03-02T12:00:00Z", LIKES, 40)
                .read("2026-03-03T12:00:00Z", LIKES, 70));

        assertThat(ages).containsOnlyKeys(H24);
        assertThat(at(ages, H24).orNaN(LIKES)).isEqualTo(59.392);
    }

    @Test
    void anOpeningBalanceReachesNoAgeBeforeIt() {
        Map<StandardAge, MetricValues> ages = ages(History.published("2026-03-02T00:00:00Z")
                .read("2026-03-04T00:00:00Z", LIKES, 40)
                .read("2026-03-12T00:00:00Z", LIKES, 70));

        assertThat(ages).containsOnlyKeys(H72, H168);
    }

    @Test
    void aPostSeenFromItsStartReachesAgesBeforeItsFirstReading() {
        Map<StandardAge, MetricValues> ages = ages(
                History.published("2026-03-02T00:00:00Z").knownFromStart().read("2026-03-04T00:00:00Z", LIKES, 40));

        assertThat(ages).containsOnlyKeys(H24);
        assertThat(at(ages, H24).orNaN(LIKES)).isBetween(20.0, 40.0);
    }

    @Test
    void theValueIsWhatThePlatformShowedThenCorrectionsIncluded() {
        Map<StandardAge, MetricValues> ages = ages(History.published("2026-03-02T00:00:00Z")
                .read("2026-03-03T00:00:00Z", IMPRESSIONS, 1000)
                .read("2026-03-04T00:00:00Z", IMPRESSIONS, 600)
                .read("2026-03-05T00:00:00Z", IMPRESSIONS, 650)
                .read("2026-03-10T00:00:00Z", IMPRESSIONS, 700));

        assertThat(at(ages, H24).orNaN(IMPRESSIONS)).isEqualTo(1000);
        assertThat(at(ages, H72).orNaN(IMPRESSIONS)).isEqualTo(650);
        assertThat(at(ages, H168).orNaN(IMPRESSIONS)).isBetween(650.0, 700.0);
    }

    @Test
    void aPostWithoutATimeOfPublicationHasNoAge() {
        assertThat(ages(History.unpublished()
                        .read("2026-03-02T12:00:00Z", LIKES, 40)
                        .read("2026-05-03T12:00:00Z", LIKES, 70)))
                .isEmpty();
    }

    private static Map<StandardAge, MetricValues> ages(History history) {
        Map<StandardAge, MetricValues> ages = new EnumMap<>(StandardAge.class);
        history.activity("UTC").atAges().forEach(at -> ages.put(at.age(), at.values()));
        return ages;
    }

    private static MetricValues at(Map<StandardAge, MetricValues> ages, StandardAge age) {
        return Objects.requireNonNull(ages.get(age), age::key);
    }
}
