package io.tidemark.collect.file.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.collect.file.table.BadValue;
import io.tidemark.collect.file.table.Cell;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatesTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "MDY | 4/22/2018 6:00             | 2018-04-22T04:00:00Z",
                "MDY | 4/11/18 04:53              | 2018-04-11T02:53:00Z",
                "DMY | 4/11/18 04:53              | 2018-11-04T03:53:00Z",
                "DMY | 22.04.2018 18:05:09        | 2018-04-22T16:05:09Z",
                "YMD | 2025-06-26 10:11           | 2025-06-26T08:11:00Z",
                "YMD | 25/06/26                   | 2025-06-25T22:00:00Z",
                "DMY | 2025-06-26T10:11:12.345Z   | 2025-06-26T10:11:12Z",
                "YMD | 2025-06-26T10:11:12+0530   | 2025-06-26T04:41:12Z",
                "YMD | 2025-06-26 10:11 UTC       | 2025-06-26T10:11:00Z",
                "MDY | 06/26/2025 12:30 am        | 2025-06-25T22:30:00Z",
                "MDY | 06/26/2025, 12:30 PM       | 2025-06-26T10:30:00Z",
                "MDY | Jun 26, 2025 at 9:05 p.m.  | 2025-06-26T19:05:00Z",
                "YMD | Thu, 26 June 2025 10:11    | 2025-06-26T08:11:00Z",
                "EPOCH_SECONDS | 1750932672       | 2025-06-26T10:11:12Z",
                "EPOCH_MILLISECONDS | 1750932672000 | 2025-06-26T10:11:12Z"
            })
    void readsWhatToolsWrite(DateOrder order, String text, Instant expected) {
        assertThat(new Dates(order, BERLIN).instant(new Cell.Text(text))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "MDY | 22/04/2018         | not a date of the form MM/DD/YYYY",
                "DMY | 04/22/2018         | not a date of the form DD/MM/YYYY",
                "YMD | 04/05/2018         | not a date of the form YYYY-MM-DD",
                "DMY | 30.02.2025         | not a date of the form DD/MM/YYYY",
                "DMY | 3.апр              | not a date of the form DD/MM/YYYY",
                "DMY | Foo 26, 2025       | not a date of the form DD/MM/YYYY",
                "YMD | 2025-06-26 25:00   | not a time of day such as 14:30 or 2:30 PM",
                "YMD | 2025-06-26 13:00 PM | not a time of day such as 14:30 or 2:30 PM",
                "YMD | 2025-06-26 10:11 CEST | not a time of day such as 14:30 or 2:30 PM",
                "YMD | 1999-06-26         | no post of any platform can be of this year",
                "EPOCH_SECONDS | 12       | not a date of the form seconds since 1970",
                "EPOCH_SECONDS | 2025-06-26 | not a date of the form seconds since 1970"
            })
    void refusesWhatItWouldHaveToGuess(DateOrder order, String text, String reason) {
        assertThatThrownBy(() -> new Dates(order, BERLIN).instant(new Cell.Text(text)))
                .isInstanceOfSatisfying(
                        BadValue.class,
                        bad -> assertThat(bad.reason().english()).isEqualTo(reason));
    }

    @Test
    void aTimeOfTheRepeatedHourKeepsItsInstant() {
        long second = Instant.parse("2025-10-26T01:30:00Z").getEpochSecond();

        assertThat(new Dates(DateOrder.EPOCH_SECONDS, BERLIN).instant(new Cell.Text(Long.toString(second))))
                .isEqualTo(Instant.ofEpochSecond(second));
    }

    @Test
    void takesRealDatesOfWorkbooksInAnyOrder() {
        LocalDateTime noon = LocalDateTime.parse("2025-06-26T12:00:00");
        Dates dates = new Dates(DateOrder.MDY, BERLIN);

        assertThat(dates.instant(new Cell.Moment(noon))).isEqualTo(Instant.parse("2025-06-26T10:00:00Z"));
        assertThat(dates.day(new Cell.Numeric(45_834))).isEqualTo(LocalDate.parse("2025-06-26"));
        assertThat(dates.instant(new Cell.Moment(noon), new Cell.Numeric(0.25)))
                .isEqualTo(Instant.parse("2025-06-26T04:00:00Z"));
        assertThat(dates.instant(new Cell.Text("6/26/2025"), new Cell.Text("9:15")))
                .isEqualTo(Instant.parse("2025-06-26T07:15:00Z"));
    }

    @Test
    void aZoneThatNobodyNamedIsAskedForUnlessTheTextHasIt() {
        Dates dates = new Dates(DateOrder.YMD, null);

        assertThat(dates.instant(new Cell.Text("2025-06-26T10:11:12Z"))).isEqualTo("2025-06-26T10:11:12Z");
        assertThat(dates.day(new Cell.Text("2025-06-26"))).isEqualTo("2025-06-26");
        assertThatThrownBy(() -> dates.instant(new Cell.Text("2025-06-26 10:11")))
                .isInstanceOf(Dates.ZoneUnknown.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "4/5/2018;4/22/2018      | MDY",
                "4/5/2018;22/4/2018      | DMY",
                "2018-04-05;2018-04-06   | YMD",
                "Apr 5, 2018             | YMD",
                "1750932672              | EPOCH_SECONDS",
                "4/5/2018;6/7/2018       |",
                "4/22/2018;22/4/2018     |",
                "soon                    |",
                "''                      |"
            })
    void theOrderIsGuessedOnlyWhereTheDatesLeaveOne(String texts, DateOrder order) {
        List<Cell> cells =
                Stream.of(texts.split(";", -1)).<Cell>map(Cell.Text::new).toList();

        assertThat(DateGuess.of(cells)).isEqualTo(Optional.ofNullable(order));
    }
}
