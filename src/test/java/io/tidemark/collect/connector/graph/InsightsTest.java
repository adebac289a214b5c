package io.tidemark.collect.connector.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.collect.connector.CallFailed;
import io.tidemark.collect.connector.Fault;
import io.tidemark.collect.connector.Saying;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

class InsightsTest {
    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-18T08:00:00Z,2026-11-17",
        "2026-07-02T07:00:00Z,2026-07-01",
        "2026-01-02T08:00:00Z,2026-01-01",
        // The clocks are put forward on 8 March and back on 1 November.
        "2026-03-08T08:00:00Z,2026-03-07",
        "2026-03-09T07:00:00Z,2026-03-08",
        "2026-11-01T07:00:00Z,2026-10-31",
        "2026-11-02T08:00:00Z,2026-11-01",
        // An hour early or late names the same day.
        "2026-11-18T07:00:00Z,2026-11-17",
        "2026-07-02T08:00:00Z,2026-07-01"
    })
    void aValueIsOfTheDayThatEndsWithIt(Instant end, LocalDate day) {
        assertThat(GraphTime.dayThatEnds(end)).isEqualTo(day);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-08,2026-03-08T08:00:00Z",
        "2026-03-09,2026-03-09T07:00:00Z",
        "2026-11-01,2026-11-01T07:00:00Z",
        "2026-11-02,2026-11-02T08:00:00Z"
    })
    void aDayBeginsAtMidnightInCalifornia(LocalDate day, Instant begin) {
        assertThat(Instant.ofEpochSecond(GraphTime.begin(day))).isEqualTo(begin);
    }

    @Test
    void timesHaveAnOffsetWithoutAColon() {
        assertThat(GraphTime.read(json("\"2026-11-18T14:02:00+0000\"")))
                .isEqualTo(Instant.parse("2026-11-18T14:02:00Z"));
        assertThat(GraphTime.read(json("\"2026-11-18T14:02:00-08:00\"")))
                .isEqualTo(Instant.parse("2026-11-18T22:02:00Z"));
        assertThatThrownBy(() -> GraphTime.read(json("\"yesterday\"")))
                .isInstanceOfSatisfying(
                        CallFailed.class,
                        failed -> assertThat(failed.fault())
                                .isEqualTo(new Fault.Unreadable(Saying.noTime("Meta", "yesterday"))));
    }

    @Test
    void numbersComeInSeveralShapes() {
        Insights told = Insights.of(json("""
                [{"name":"reach","values":[{"value":801}]},
                 {"name":"views","total_value":{"value":5120}},
                 {"name":"post_reactions_by_type_total","values":[{"value":{"like":12,"love":3,"haha":1}}]},
                 {"name":"post_clicks_by_type","values":[{"value":{"link clicks":9,"other clicks":14}}]},
                 {"name":"clicks","link_total_values":[{"value":3,"link_url":"https://a.example"},
                    {"value":"2","link_url":"https://b.example"}]},
                 {"name":"no_links","link_total_values":[]},
                 {"name":"nothing","values":[{"value":{}}]},
                 {"name":"unknown","values":[]}]"""));
        assertThat(told.number("reach")).hasValue(801);
        assertThat(told.number("views")).hasValue(5120);
        assertThat(told.number("post_reactions_by_type_total")).hasValue(16);
        assertThat(told.kind("post_clicks_by_type", "link clicks")).hasValue(9);
        assertThat(told.kind("post_clicks_by_type", "photo view")).isEmpty();
        assertThat(told.number("clicks")).hasValue(5);
        assertThat(told.number("no_links")).as("no links are no zero").isEmpty();
        assertThat(told.number("nothing")).as("no kinds are no zero").isEmpty();
        assertThat(told.number("unknown")).isEmpty();
        assertThat(told.number("absent")).isEmpty();
        assertThat(Insights.of(MissingNode.getInstance()).number("reach")).isEmpty();
    }

    @Test
    void partsStandBehindTheirDimensions() {
        Insights told = Insights.of(json("""
                [{"name":"follows_and_unfollows","total_value":{"breakdowns":[{"dimension_keys":["follow_type"],
                    "results":[{"dimension_values":["FOLLOWER"],"value":14},
                        {"dimension_values":["NON_FOLLOWER"],"value":3}]}]}}]"""));
        assertThat(told.parts("follows_and_unfollows"))
                .extracting(Insights.Part::dimensions)
                .containsExactly(List.of("FOLLOWER"), List.of("NON_FOLLOWER"));
        assertThat(told.number("follows_and_unfollows")).isEmpty();
    }

    @Test
    void seriesAreReadDayByDay() {
        SortedMap<LocalDate, Insights> days = Insights.byDay(json("""
                [{"name":"page_media_view","values":[{"value":4310,"end_time":"2026-11-18T08:00:00+0000"},
                    {"value":3999,"end_time":"2026-11-19T08:00:00+0000"}]},
                 {"name":"page_daily_follows","values":[{"value":2,"end_time":"2026-11-19T08:00:00+0000"}]}]"""));
        assertThat(days).containsOnlyKeys(LocalDate.of(2026, 11, 17), LocalDate.of(2026, 11, 18));
        Insights first = days.getOrDefault(LocalDate.of(2026, 11, 17), Insights.of(json("[]")));
        assertThat(first.number("page_media_view")).hasValue(4310);
        assertThat(first.number("page_daily_follows")).isEmpty();
    }

    @Test
    void theFirstNumberThatIsToldCountsAndTimesAreInMilliseconds() {
        MetricTable table = MetricTable.of(
                MetricTable.is("plays", Metric.VIDEO_VIEWS),
                MetricTable.is("old_plays", Metric.VIDEO_VIEWS),
                MetricTable.is("time", Metric.WATCH_TIME_SECONDS));
        Insights told = Insights.of(json("""
                [{"name":"old_plays","values":[{"value":5}]},{"name":"plays","values":[{"value":7}]},
                 {"name":"time","values":[{"value":90500}]}]"""));
        assertThat(table.read(told))
                .isEqualTo(MetricValues.of(Map.of(Metric.VIDEO_VIEWS, 7.0, Metric.WATCH_TIME_SECONDS, 90.5)));
        MetricValues before = MetricValues.of(Map.of(Metric.VIDEO_VIEWS, 6.0));
        assertThat(table.read(told, before).find(Metric.VIDEO_VIEWS)).hasValue(6);
        assertThat(table.metrics(Set.of("time"))).containsExactly(Metric.WATCH_TIME_SECONDS);
    }
}
