package io.tidemark.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.DayOfWeek;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodChoiceTest {
    /// A Wednesday in the third month of its quarter.
    private static final LocalDate TODAY = LocalDate.of(2024, 3, 13);

    @ParameterizedTest
    @CsvSource({
        "today, 2024-03-13, 2024-03-13",
        "yesterday, 2024-03-12, 2024-03-12",
        "last_10_days, 2024-03-03, 2024-03-12",
        "last_1_day, 2024-03-12, 2024-03-12",
        "last_6_weeks, 2024-01-29, 2024-03-10",
        "last_1_week, 2024-03-04, 2024-03-10",
        "last_3_months, 2023-12-01, 2024-02-29",
        "last_12_months, 2023-03-01, 2024-02-29",
        "last_2_quarters, 2023-07-01, 2023-12-31",
        "last_2_years, 2022-01-01, 2023-12-31",
        "last_30_days, 2024-02-12, 2024-03-12",
        "last_7_days, 2024-03-06, 2024-03-12",
        "last_28_days, 2024-02-14, 2024-03-12",
        "last_90_days, 2023-12-14, 2024-03-12",
        "last_365_days, 2023-03-14, 2024-03-12",
        "this_week, 2024-03-11, 2024-03-13",
        "this_month, 2024-03-01, 2024-03-13",
        "this_quarter, 2024-01-01, 2024-03-13",
        "this_year, 2024-01-01, 2024-03-13",
        "last_week, 2024-03-04, 2024-03-10",
        "last_month, 2024-02-01, 2024-02-29",
        "last_quarter, 2023-10-01, 2023-12-31",
        "last_year, 2023-01-01, 2023-12-31",
        "all, 2022-05-05, 2022-05-09"
    })
    void everyNamedRangeHasItsDays(String range, LocalDate from, LocalDate to) {
        Period extent = new Period(LocalDate.of(2022, 5, 5), LocalDate.of(2022, 5, 9));

        assertThat(PeriodChoice.parse(range, null, null).resolve(TODAY, DayOfWeek.MONDAY, extent))
                .isEqualTo(new Period(from, to));
    }

    @Test
    void weeksStartOnTheDayThatTheBusinessSays() {
        assertThat(Range.THIS_WEEK.resolve(TODAY, DayOfWeek.SUNDAY, null))
                .isEqualTo(new Period(LocalDate.of(2024, 3, 10), TODAY));
        assertThat(Range.LAST_WEEK.resolve(TODAY, DayOfWeek.SATURDAY, null))
                .isEqualTo(new Period(LocalDate.of(2024, 3, 2), LocalDate.of(2024, 3, 8)));
    }

    @Test
    void allIsTodayWhereThereIsNoData() {
        assertThat(Range.ALL.resolve(TODAY, DayOfWeek.MONDAY, null)).isEqualTo(new Period(TODAY, TODAY));
    }

    @Test
    void withoutParametersThePeriodIsTheLast28Days() {
        assertThat(PeriodChoice.parse(null, null, null)).isEqualTo(new PeriodChoice.Named(Range.LAST_28_DAYS));
    }

    @ParameterizedTest
    @CsvSource({"last_0_days", "last_-3_weeks", "last_6_fortnights", "last_10000_days", "last_six_weeks"})
    void aNumberOfUnitsThatIsNoneIsRefused(String range) {
        assertThat(refused(range, null, null).parameter()).isEqualTo("range");
    }

    @Test
    void moreThanTwentyYearsAreAskedForAsAllTime() {
        assertThat(refused("last_100_years", null, null)).hasMessageContaining("range=all");
        assertThat(PeriodChoice.parse("last_20_years", null, null)).isNotNull();
    }

    @Test
    void datesIncludeBothEnds() {
        PeriodChoice choice = PeriodChoice.parse(null, "2024-02-28", "2024-03-01");

        assertThat(choice.resolve(TODAY, DayOfWeek.MONDAY, null).days()).isEqualTo(3);
    }

    @Test
    void anUnknownRangeIsRefusedWithTheListOfRanges() {
        BadQuery refused = refused("last_fortnight", null, null);

        assertThat(refused.parameter()).isEqualTo("range");
        assertThat(refused.allowed()).contains("last_28_days", "this_quarter", "all");
    }

    @Test
    void impossibleDatesAreRefusedByName() {
        assertThat(refused(null, "2024-03-02", "2024-03-01"))
                .hasMessage("The last day, 1 March 2024, lies before the first, 2 March 2024: exchange the two.");
        assertThat(refused(null, "2023-02-29", "2023-03-01"))
                .hasMessage("'2023-02-29' is not a date; write from as YYYY-MM-DD, such as 2026-10-31.");
        assertThat(refused(null, "2024-03-02", null))
                .hasMessage("to is missing: from needs it beside it.")
                .extracting(BadQuery::parameter)
                .isEqualTo("to");
        assertThat(refused("all", "2024-03-02", null)).hasMessage("Give either range or from and to, not both.");
        assertThat(refused(null, "2000-01-01", "2024-03-02")).hasMessageContaining("more than 20 years apart");
    }

    private static BadQuery refused(@Nullable String range, @Nullable String from, @Nullable String to) {
        BadQuery refused = catchThrowableOfType(BadQuery.class, () -> PeriodChoice.parse(range, from, to));
        assertThat(refused).isNotNull();
        return refused;
    }
}
