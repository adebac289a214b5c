package io.tidemark.analytics.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LocalDaysTest {
    @Test
    void daysHaveTheirTrueLengthAroundChangesOfTheClocks() throws IOException {
        for (JsonNode known : golden()) {
            LocalDays days = LocalDays.of(ZoneId.of(known.get("zone").asString()));
            int day =
                    Math.toIntExact(LocalDate.parse(known.get("day").asString()).toEpochDay());
            long start = (long) (known.get("start_epoch").asDouble() * LocalDays.MICROS_PER_SECOND);
            long end = (long) (known.get("end_epoch").asDouble() * LocalDays.MICROS_PER_SECOND);

            assertThat(days.startOf(day)).as("%s", known).isEqualTo(start);
            assertThat(days.startOf(day + 1)).as("%s", known).isEqualTo(end);
            assertThat(days.dayOf(start)).isEqualTo(day);
            assertThat(days.dayOf(end - 1)).isEqualTo(day);
            assertThat(days.dayOf(start - 1)).isEqualTo(day - 1);
            assertThat(days.dayOf(end)).isEqualTo(day + 1);
        }
    }

    @Test
    void instantsBeforeTheEpochAreDaysToo() {
        LocalDays days = LocalDays.of(ZoneId.of("Asia/Kolkata"));
        Instant instant = Instant.parse("1969-12-31T18:29:59.999999Z");

        assertThat(days.dayOf(LocalDays.micros(instant))).isEqualTo(-1);
        assertThat(days.dayOf(LocalDays.micros(instant) + 1)).isZero();
        assertThat(LocalDays.instant(LocalDays.micros(instant))).isEqualTo(instant);
    }

    private static JsonNode golden() throws IOException {
        try (InputStream file = Objects.requireNonNull(
                LocalDaysTest.class.getResourceAsStream("/io/tidemark/analytics/local_days.json"))) {
            return JsonMapper.shared().readTree(file);
        }
    }
}
