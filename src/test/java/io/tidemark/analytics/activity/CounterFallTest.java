package io.tidemark.analytics.activity;

import static io.tidemark.metric.Metric.IMPRESSIONS;
import static io.tidemark.metric.Metric.LIKES;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.analytics.activity.CounterEvent.Kind;
import io.tidemark.metric.Metric;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Counters read at 01:00, 02:00, ... on the day after publication.
class CounterFallTest {
    private static final Instant PUBLISHED = Instant.parse("2026-03-02T00:00:00Z");

    @Test
    void whatPeopleTakeBackIsNegativeActivity() {
        History history = read(LIKES, 100, 98, 97);

        assertThat(history.activity("UTC").events()).isEmpty();
        assertThat(total(history, LIKES)).isEqualTo(97);
        assertThat(now(history, LIKES)).isEqualTo(97);
    }

    @Test
    void oneInAHundredMayGoOfALargeCounter() {
        assertThat(read(LIKES, 1000, 990, 985).activity("UTC").events()).isEmpty();
        assertThat(read(LIKES, 1000, 970, 975).activity("UTC").events())
                .extracting(CounterEvent::kind)
                .containsExactly(Kind.RESTATEMENT);
    }

    @Test
    void aReadingThatTheNextOneContradictsIsAGlitch() {
        History history = read(IMPRESSIONS, 1000, 40, 985, 1200);

        assertThat(history.activity("UTC").events())
                .containsExactly(
                        new CounterEvent(Kind.GLITCH, IMPRESSIONS, at(2), 2, -960, 1000, 1),
                        // 985 is within 2 % of 1000, but views cannot be taken back: what comes next decides.
                        new CounterEvent(Kind.GLITCH, IMPRESSIONS, at(3), 3, -15, 1000, 1));
        assertThat(total(history, IMPRESSIONS)).isEqualTo(1200);
        assertThat(now(history, IMPRESSIONS)).isEqualTo(1200);
    }

    @Test
    void aFallThatTheNextReadingConfirmsIsARestatementAndNoActivity() {
        History history = read(IMPRESSIONS, 1000, 600, 650);

        assertThat(history.activity("UTC").events())
                .containsExactly(new CounterEvent(Kind.RESTATEMENT, IMPRESSIONS, at(2), 2, -400, 1000, 1));
        assertThat(total(history, IMPRESSIONS)).isEqualTo(1050);
        assertThat(now(history, IMPRESSIONS)).isEqualTo(650);
    }

    @Test
    void aSuspectLastReadingStandsButIsNoActivityYet() {
        History history = read(IMPRESSIONS, 1000, 600);

        assertThat(history.activity("UTC").events())
                .containsExactly(new CounterEvent(Kind.SUSPECT, IMPRESSIONS, at(2), 2, -400, 1000, 1));
        assertThat(total(history, IMPRESSIONS)).isEqualTo(1000);
        assertThat(now(history, IMPRESSIONS)).isEqualTo(600);
    }

    @Test
    void aFallToZeroIsAlwaysSuspectHoweverSmall() {
        assertThat(read(LIKES, 1, 0, 1).activity("UTC").events())
                .extracting(CounterEvent::kind)
                .containsExactly(Kind.GLITCH);
        assertThat(read(LIKES, 2, 0, 0).activity("UTC").events())
                .extracting(CounterEvent::kind)
                .containsExactly(Kind.RESTATEMENT);
        assertThat(read(LIKES, 3, 1, 1).activity("UTC").events()).isEmpty();
    }

    @Test
    void theLastLikeThatGoesIsNotToldAsARestatement() {
        assertThat(read(LIKES, 2, 0, 0).activity("UTC").restatements()).isEmpty();
        assertThat(read(LIKES, 3, 0, 0).activity("UTC").restatements()).hasSize(1);
        assertThat(read(IMPRESSIONS, 1000, 992, 995).activity("UTC").restatements())
                .isEmpty();
        assertThat(read(IMPRESSIONS, 1000, 970, 975).activity("UTC").restatements())
                .hasSize(1);
        assertThat(read(IMPRESSIONS, 1000, 40, 1000).activity("UTC").restatements())
                .isEmpty();
    }

    @Test
    void twoCorrectionsAddUp() {
        History history = read(IMPRESSIONS, 1000, 600, 700, 300, 310);

        assertThat(history.activity("UTC").events())
                .extracting(CounterEvent::amount)
                .containsExactly(-400.0, -400.0);
        assertThat(total(history, IMPRESSIONS)).isEqualTo(1000 + 100 + 10);
    }

    @Test
    void aReadingThatLacksTheMetricDecidesNothing() {
        History history = History.published(PUBLISHED.toString())
                .read(at(1), IMPRESSIONS, 1000)
                .read(at(2), IMPRESSIONS, 10)
                .read(at(3), LIKES, 5)
                .read(at(4), IMPRESSIONS, 1001);

        assertThat(history.activity("UTC").events())
                .containsExactly(new CounterEvent(Kind.GLITCH, IMPRESSIONS, at(2), 2, -990, 1000, 1));
    }

    @Test
    void ofTwoSourcesAtOneInstantTheLastPrevails() {
        History history = History.published(PUBLISHED.toString())
                .read(at(1), LIKES, 500)
                .read(at(1), LIKES, 80)
                .read(at(2), LIKES, 90);

        assertThat(history.activity("UTC").events()).isEmpty();
        assertThat(total(history, LIKES)).isEqualTo(90);
    }

    @Test
    void currentValuesNameTheReadingTheyCameFrom() {
        History history = History.published(PUBLISHED.toString())
                .read(at(1), IMPRESSIONS, 1000, LIKES, 5)
                .read(at(2), IMPRESSIONS, 1100)
                .read(at(3), IMPRESSIONS, 3)
                .read(at(4), IMPRESSIONS, 1150);

        CurrentValues current = CurrentValues.of(history.readings());

        assertThat(current.values().present()).containsExactly(IMPRESSIONS, LIKES);
        assertThat(current.origins().get(IMPRESSIONS))
                .isEqualTo(history.readings().get(3));
        assertThat(current.origins().get(LIKES)).isEqualTo(history.readings().get(0));
        assertThat(CurrentValues.of(List.of()).values().isEmpty()).isTrue();
    }

    private static History read(Metric metric, double... values) {
        History history = History.published(PUBLISHED.toString());
        for (int i = 0; i < values.length; i++) {
            history.read(at(i + 1), metric, values[i]);
        }
        return history;
    }

    private static Instant at(int hour) {
        return PUBLISHED.plusSeconds(hour * 3600L);
    }

    private static double now(History history, Metric metric) {
        return CurrentValues.of(history.readings()).values().orNaN(metric);
    }

    private static double total(History history, Metric metric) {
        return history.days("UTC").values().stream()
                        .mapToLong(day -> day.thousandths().getOrDefault(metric, 0L))
                        .sum()
                / 1000.0;
    }
}
