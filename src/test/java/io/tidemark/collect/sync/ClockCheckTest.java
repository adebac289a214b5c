package io.tidemark.collect.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.collect.connector.ApiResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ClockCheckTest {
    private static final String DATE = "Sun, 06 Nov 1994 08:49:37 GMT";
    private static final Instant THEIRS = Instant.parse("1994-11-06T08:49:37Z");

    private static Optional<String> wrong(Map<String, List<String>> headers, Duration ahead) {
        return new ClockCheck(Duration.ofMinutes(10))
                .of(new ApiResponse("GET /", 200, headers, null), THEIRS.plus(ahead))
                .map(fault -> fault.said().english());
    }

    @Test
    void saysByHowMuchAndInWhichDirection() {
        Map<String, List<String>> headers = Map.of("date", List.of(DATE));

        assertThat(wrong(headers, Duration.ofMinutes(10))).isEmpty();
        assertThat(wrong(headers, Duration.ofMinutes(-10))).isEmpty();
        assertThat(wrong(headers, Duration.ofMinutes(11)).orElseThrow()).contains("11 minutes ahead of the platform's");
        assertThat(wrong(headers, Duration.ofHours(-3)).orElseThrow()).contains("3 hours behind the platform's");
        assertThat(wrong(headers, Duration.ofDays(400)).orElseThrow()).contains("400 days ahead");
    }

    @Test
    void anAnswerFromACacheIsAsOldAsItSays() {
        assertThat(wrong(Map.of("date", List.of(DATE), "age", List.of("3600")), Duration.ofHours(1)))
                .isEmpty();
    }

    @Test
    void whatNobodyCanReadTellsNothing() {
        assertThat(wrong(Map.of(), Duration.ofDays(1))).isEmpty();
        assertThat(wrong(Map.of("date", List.of("yesterday")), Duration.ofDays(1)))
                .isEmpty();
        assertThat(wrong(Map.of("date", List.of(DATE), "age", List.of("old")), Duration.ofDays(1)))
                .isEmpty();
    }
}
