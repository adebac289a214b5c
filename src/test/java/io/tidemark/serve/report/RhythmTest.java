package io.tidemark.serve.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.analytics.CalendarUnit;
import io.tidemark.analytics.Period;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RhythmTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private static Rhythm rhythm(CalendarUnit every, int daysAfter, int hour) {
        return new Rhythm(every, daysAfter, hour, BERLIN, DayOfWeek.MONDAY);
    }

    private static Period period(String from, String to) {
        return new Period(LocalDate.parse(from), LocalDate.parse(to));
    }

    /// The hour has come, or is about to.
    @ParameterizedTest
    @CsvSource({
        "MONTH, 3, 2026-12-04T08:00:00Z, 2026-11-01, 2026-11-30",
        "MONTH, 3, 2026-12-04T07:59:59Z, 2026-10-01, 2026-10-31",
        "MONTH, 0, 2026-12-01T08:00:00Z, 2026-11-01, 2026-11-30",
        "MONTH, 0, 2026-12-01T07:59:59Z, 2026-10-01, 2026-10-31",
        "MONTH, 28, 2026-03-29T07:00:00Z, 2026-02-01, 2026-02-28",
        "MONTH, 28, 2026-03-29T06:59:59Z, 2026-01-01, 2026-01-31",
        "WEEK, 3, 2026-11-26T08:00:00Z, 2026-11-16, 2026-11-22",
        "WEEK, 3, 2026-11-26T07:59:59Z, 2026-11-09, 2026-11-15",
        "WEEK, 28, 2026-11-26T08:00:00Z, 2026-10-19, 2026-10-25",
        "QUARTER, 3, 2027-01-04T08:00:00Z, 2026-10-01, 2026-12-31",
        "QUARTER, 3, 2027-01-04T07:59:59Z, 2026-07-01, 2026-09-30",
        // Long past: the latest alone.
        "MONTH, 3, 2027-06-15T12:00:00Z, 2027-05-01, 2027-05-31"
    })
    void theLastThatIsDue(CalendarUnit every, int daysAfter, String now, String from, String to) {
        Rhythm rhythm = rhythm(every, daysAfter, 9);
        Period due = rhythm.lastDue(Instant.parse(now));
        assertThat(due).isEqualTo(period(from, to));
        assertThat(rhythm.due(due)).isBeforeOrEqualTo(now);
    }

    /// On 29 March 2026 there is no hour 2 in Berlin, on 25 October there are two.
    @ParameterizedTest
    @CsvSource({
        "2026-03-02, 2026-03-08, 20, 2, 2026-03-29T01:00:00Z",
        "2026-03-02, 2026-03-08, 20, 3, 2026-03-29T01:00:00Z",
        "2026-03-02, 2026-03-08, 20, 1, 2026-03-29T00:00:00Z",
        "2026-10-12, 2026-10-18, 6, 2, 2026-10-25T00:00:00Z",
        "2026-10-12, 2026-10-18, 6, 3, 2026-10-25T02:00:00Z"
    })
    void anHourThatIsSkippedIsLaterAndOneThatComesTwiceIsTheFirst(
            String from, String to, int daysAfter, int hour, String due) {
        assertThat(rhythm(CalendarUnit.WEEK, daysAfter, hour).due(period(from, to)))
                .isEqualTo(due);
    }

    @Test
    void weeksBeginAsThoseOfTheBusinessDo() {
        Instant now = Instant.parse("2026-11-28T12:00:00Z");
        Rhythm sundays = new Rhythm(CalendarUnit.WEEK, 3, 9, ZoneId.of("America/New_York"), DayOfWeek.SUNDAY);
        assertThat(sundays.lastDue(now)).isEqualTo(period("2026-11-15", "2026-11-21"));
        assertThat(sundays.due(sundays.lastDue(now))).isEqualTo("2026-11-25T14:00:00Z");
    }

    @Test
    void theNextIsTheOneAfterWhatIsDoneUnlessALaterOneIsDue() {
        Rhythm monthly = rhythm(CalendarUnit.MONTH, 3, 9);
        Instant november = Instant.parse("2026-11-28T12:00:00Z");
        Instant january = Instant.parse("2027-01-20T12:00:00Z");
        LocalDate october = LocalDate.parse("2026-10-31");
        assertThat(monthly.next(october, november)).isEqualTo(period("2026-11-01", "2026-11-30"));
        assertThat(monthly.next(october, january)).isEqualTo(period("2026-12-01", "2026-12-31"));
        // After weeks were done.
        assertThat(monthly.next(LocalDate.parse("2026-11-22"), november)).isEqualTo(period("2026-11-01", "2026-11-30"));
    }
}
