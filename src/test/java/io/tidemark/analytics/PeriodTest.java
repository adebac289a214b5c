package io.tidemark.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

class PeriodTest {
    @ParameterizedTest
    @MethodSource("localDays")
    void aDayLastsAsLongAsItDoesWhereItIs(String zone, LocalDate day, long start, long end, double hours) {
        Period period = new Period(day, day);

        assertThat(period.start(ZoneId.of(zone))).isEqualTo(Instant.ofEpochSecond(start));
        assertThat(period.end(ZoneId.of(zone))).isEqualTo(Instant.ofEpochSecond(end));
        assertThat(Duration.between(period.start(ZoneId.of(zone)), period.end(ZoneId.of(zone))))
                .isEqualTo(Duration.ofMinutes(Math.round(hours * 60)));
    }

    static Stream<Arguments> localDays() throws IOException {
        try (InputStream file = Objects.requireNonNull(PeriodTest.class.getResourceAsStream("local_days.json"))) {
            return JsonMapper.shared()
                    .readTree(file)
                    .valueStream()
                    .map(day -> Arguments.of(
                            day.get("zone").asString(),
                            LocalDate.parse(day.get("day").asString()),
                            day.get("start_epoch").asLong(),
                            day.get("end_epoch").asLong(),
                            day.get("hours").asDouble()))
                    .toList()
                    .stream();
        }
    }

    @Test
    void aPeriodCannotEndBeforeItStarts() {
        assertThatThrownBy(() -> new Period(LocalDate.of(2024, 3, 2), LocalDate.of(2024, 3, 1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
