package io.tidemark.analytics.activity;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.metric.Platform;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DayRevisionTest {
    /// LinkedIn's days are those of UTC and settle in two; Instagram's are those of Los Angeles, in winter eight hours
    /// later.
    @ParameterizedTest
    @CsvSource({
        "LINKEDIN, 2026-03-03T23:59:59Z, 1000, 1100, false",
        "LINKEDIN, 2026-03-04T00:00:00Z, 1000, 1100, true",
        "INSTAGRAM, 2026-03-04T07:59:59Z, 1000, 1100, false",
        "INSTAGRAM, 2026-03-04T08:00:00Z, 1000, 1100, true",
        "LINKEDIN, 2026-03-09T00:00:00Z, 1000, 1010, false",
        "LINKEDIN, 2026-03-09T00:00:00Z, 1000, 1011, true",
        "LINKEDIN, 2026-03-09T00:00:00Z, 1000, 989, true",
        "LINKEDIN, 2026-03-09T00:00:00Z, 0, 2, false",
        "LINKEDIN, 2026-03-09T00:00:00Z, 0, 3, true",
        "LINKEDIN, 2026-03-09T00:00:00Z, -300, -302, false"
    })
    void aDayIsRestatedWhereItHadSettledAndChangedByMoreThanALittle(
            Platform platform, Instant formerAt, double former, double value, boolean restated) {
        assertThat(DayRevision.isRestatement(platform, LocalDate.of(2026, 3, 1), formerAt, former, value))
                .isEqualTo(restated);
    }
}
