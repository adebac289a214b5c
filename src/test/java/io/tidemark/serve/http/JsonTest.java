package io.tidemark.serve.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.metric.Metric;
import io.tidemark.metric.Platform;
import io.tidemark.words.Said;
import io.tidemark.words.Sentence;
import io.tidemark.words.Value;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.JsonNode;

class JsonTest {
    private static final Sentence UP = Sentence.of("up", "It is {size}.");

    @ParameterizedTest
    @CsvSource({
        "120345.0, 120345",
        "0.0, 0",
        "-0.0, 0",
        "-3.0, -3",
        "0.0312, 0.0312",
        "9007199254740992.0, 9007199254740992",
        "1.0E300, 1.0E300",
        "NaN, null",
        "Infinity, null"
    })
    void wholeNumbersHaveNoFractionAndMissingOnesAreNull(double value, String written) {
        assertThat(Json.mapper().writeValueAsString(value)).isEqualTo(written);
        assertThat(Json.mapper().writeValueAsString(new double[] {value})).isEqualTo("[" + written + "]");
        assertThat(Json.mapper().writeValueAsString(List.of(value))).isEqualTo("[" + written + "]");
    }

    record Answer(
            double metricValue,
            @Nullable Double noValue,
            Platform platform,
            LocalDate day,
            Instant at,
            BigDecimal sum) {}

    @Test
    void namesAreSnakeCaseAndNullsAreWritten() {
        Answer answer = new Answer(
                12,
                null,
                Platform.LINKEDIN,
                LocalDate.parse("2026-10-01"),
                Instant.parse("2026-10-01T05:00:00Z"),
                new BigDecimal("1E+3"));

        assertThat(Json.mapper().writeValueAsString(answer))
                .isEqualTo("{\"metric_value\":12,\"no_value\":null,\"platform\":\"linkedin\",\"day\":\"2026-10-01\","
                        + "\"at\":\"2026-10-01T05:00:00Z\",\"sum\":1000}");
    }

    @Test
    void constantsAreKeysByTheirStableNames() {
        Map<Metric, Double> values = new EnumMap<>(Metric.class);
        values.put(Metric.VIDEO_VIEWS_3S, 4.0);

        assertThat(Json.mapper().writeValueAsString(values)).isEqualTo("{\"video_views_3s\":4}");
    }

    private record Spoken(@Nullable Said text, List<Said> all) {}

    @Test
    void sentencesAreWrittenInEnglishAndAsWhatTheyAreMadeOf() {
        Said up = UP.said(Map.of("size", Value.signedPercent(0.5)));
        String parts = "{\"code\":\"up\",\"values\":{\"size\":"
                + "{\"kind\":\"percent\",\"value\":0.5,\"digits\":0,\"signed\":true}}}";

        assertThat(Json.mapper().writeValueAsString(new Spoken(up, List.of(up))))
                .isEqualTo("{\"text\":\"It is +50%.\",\"text_said\":" + parts
                        + ",\"all\":[\"It is +50%.\"],\"all_said\":[" + parts + "]}");
        assertThat(Json.mapper().writeValueAsString(new Spoken(null, List.of())))
                .isEqualTo("{\"text\":null,\"text_said\":null,\"all\":[],\"all_said\":[]}");
    }

    @Test
    void aProblemHasWhatItsSentenceIsMadeOf() {
        Problem problem = Problem.of(HttpStatus.CONFLICT, "moved", UP.said(Map.of("size", Value.signedPercent(-0.5))));

        JsonNode body = Json.mapper().readTree(Json.mapper().writeValueAsString(problem.body()));

        assertThat(body.get("detail").asString()).isEqualTo("It is -50%.");
        assertThat(body.at("/detail_said/values/size/value").asDouble()).isEqualTo(-0.5);
    }
}
