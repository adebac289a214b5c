package io.tidemark.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.analytics.Comparison.Rule;
import java.time.DayOfWeek;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparisonTest {
    @ParameterizedTest
    @CsvSource({
        // Whole months, quarters and years with the whole one before, whatever its length.
        "2026-10-01, 2026-10-31, 2026-09-01, 2026-09-30",
        "2024-03-01, 2024-03-31, 2024-02-01, 2024-02-29",
        "2026-01-01, 2026-03-31, 2025-10-01, 2025-12-31",
        "2024-01-01, 2024-12-31, 2023-01-01, 2023-12-31",
        // Anything else with as many days before.
        "2026-10-01, 2026-10-30, 2026-09-01, 2026-09-30",
        "2026-10-05, 2026-10-11, 2026-09-28, 2026-10-04",
        "2024-03-01, 2024-03-01, 2024-02-29, 2024-02-29"
    })
    void datesCompareWithThePreviousPeriod(LocalDate from, LocalDate to, LocalDate otherFrom, LocalDate otherTo) {
        assertThat(with(Rule.PREVIOUS_PERIOD, from, to)).isEqualTo(new Period(otherFrom, otherTo));
    }

    @ParameterizedTest
    @CsvSource({
        "this_month, 2026-11-17, 2026-10-01, 2026-10-17",
        "this_month, 2026-03-30, 2026-02-01, 2026-02-28",
        "this_month, 2026-10-31, 2026-09-01, 2026-09-30",
        "this_quarter, 2026-05-15, 2026-01-01, 2026-02-14",
        "this_year, 2026-01-03, 2025-01-01, 2025-01-03",
        "this_week, 2026-11-18, 2026-11-09, 2026-11-11",
        "last_week, 2026-11-18, 2026-11-02, 2026-11-08",
        "last_month, 2026-11-18, 2026-09-01, 2026-09-30",
        "last_7_days, 2026-11-18, 2026-11-04, 2026-11-10"
    })
    void namedRangesCompareWithTheSamePartOfTheUnitBefore(
            String name, LocalDate today, LocalDate otherFrom, LocalDate otherTo) {
        Range range = Range.find(name).orElseThrow();
        Period period = range.resolve(today, DayOfWeek.MONDAY, null);

        assertThat(Comparison.DEFAULT.with(period, new PeriodChoice.Named(range), DayOfWeek.MONDAY))
                .contains(new Period(otherFrom, otherTo));
    }

    @ParameterizedTest
    @CsvSource({
        "last_3_months, 2026-11-18, 2026-05-01, 2026-07-31",
        "last_2_quarters, 2026-11-18, 2025-10-01, 2026-03-31",
        "last_6_weeks, 2026-11-18, 2026-08-24, 2026-10-04",
        "last_10_days, 2026-11-18, 2026-10-29, 2026-11-07"
    })
    void severalUnitsCompareWithAsManyBefore(String name, LocalDate today, LocalDate otherFrom, LocalDate otherTo) {
        PeriodChoice choice = PeriodChoice.parse(name, null, null);
        Period period = choice.resolve(today, DayOfWeek.MONDAY, null);

        assertThat(Comparison.DEFAULT.with(period, choice, DayOfWeek.MONDAY)).contains(new Period(otherFrom, otherTo));
    }

    @Test
    void sameWeekdaysShiftByWholeWeeksAtLeastTheLength() {
        assertThat(with(Rule.SAME_WEEKDAYS, LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 31)))
                .isEqualTo(new Period(LocalDate.of(2026, 8, 27), LocalDate.of(2026, 9, 26)));
        assertThat(with(Rule.SAME_WEEKDAYS, LocalDate.of(2026, 10, 5), LocalDate.of(2026, 10, 11)))
                .isEqualTo(new Period(LocalDate.of(2026, 9, 28), LocalDate.of(2026, 10, 4)));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-10-05, 2026-10-11, 2025-10-05, 2025-10-11",
        "2024-02-29, 2024-02-29, 2023-02-28, 2023-02-28",
        "2024-02-20, 2024-02-29, 2023-02-20, 2023-02-28",
        "2024-02-01, 2024-02-29, 2023-02-01, 2023-02-28",
        // A whole February stays whole.
        "2025-02-01, 2025-02-28, 2024-02-01, 2024-02-29",
        "2025-02-20, 2025-02-28, 2024-02-20, 2024-02-28"
    })
    void aYearBeforeKnowsThe29thOfFebruary(LocalDate from, LocalDate to, LocalDate otherFrom, LocalDate otherTo) {
        assertThat(with(Rule.PREVIOUS_YEAR, from, to)).isEqualTo(new Period(otherFrom, otherTo));
    }

    @Test
    void allComparesWithNothingAndNeitherDoesNone() {
        Period period = new Period(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 12, 31));

        assertThat(Comparison.of(Rule.PREVIOUS_YEAR).with(period, new PeriodChoice.Named(Range.ALL), DayOfWeek.MONDAY))
                .isEmpty();
        assertThat(Comparison.of(Rule.NONE).with(period, new PeriodChoice.Dates(period), DayOfWeek.MONDAY))
                .isEmpty();
    }

    @Test
    void customDaysGoWithTheCustomRuleOnly() {
        assertThat(Comparison.parse("custom", "2024-01-01", "2024-01-02").custom())
                .isEqualTo(new Period(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 1, 2)));
        assertThatThrownBy(() -> Comparison.parse("custom", null, null))
                .hasMessage("compare=custom needs compare_from and compare_to.");
        assertThatThrownBy(() -> Comparison.parse(null, "2024-01-01", "2024-01-02"))
                .hasMessage("compare_from and compare_to go with compare=custom only.");
        assertThatThrownBy(() -> Comparison.parse("yesterday", null, null))
                .isInstanceOfSatisfying(
                        BadQuery.class,
                        refused -> assertThat(refused.allowed())
                                .containsExactly(
                                        "previous_period", "same_weekdays", "previous_year", "custom", "none"));
    }

    private static Period with(Rule rule, LocalDate from, LocalDate to) {
        Period period = new Period(from, to);
        return Comparison.of(rule)
                .with(period, new PeriodChoice.Dates(period), DayOfWeek.MONDAY)
                .orElseThrow();
    }
}
