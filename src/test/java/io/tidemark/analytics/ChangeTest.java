package io.tidemark.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangeTest {
    private static final Coverage FULL = covering(10, 10);

    @Test
    void changeIsRelativeToTheBase() {
        assertThat(Change.of(110.0, FULL, 100.0, FULL)).isEqualTo(new Change(10.0, 0.1, ChangeStatus.OK));
    }

    @Test
    void aBaseOfZeroHasNoRatio() {
        assertThat(Change.of(5.0, FULL, 0.0, FULL)).isEqualTo(new Change(5.0, null, ChangeStatus.NEW));
    }

    @ParameterizedTest
    @CsvSource({"19.9, SMALL_BASE", "20, OK"})
    void aBaseUnderTwentyIsSmall(double base, ChangeStatus status) {
        assertThat(Change.of(50.0, FULL, base, FULL).status()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"19.9, SMALL_BASE", "20, OK"})
    void soIsAFallToUnderTwenty(double value, ChangeStatus status) {
        Change change = Change.of(value, FULL, 250.0, FULL);

        assertThat(change.status()).isEqualTo(status);
        assertThat(change.ratio()).isEqualTo((value - 250) / 250);
    }

    @ParameterizedTest
    @CsvSource({"-0.098, 246.555", "-30, 246", "246, -30", "-50, -30", "-2, 0"})
    void whatPeopleTookBackIsNoShareOfAnything(double value, double base) {
        Change change = Change.of(value, FULL, base, FULL);

        assertThat(change.change()).isEqualTo(Math.rint((value - base) * 1000) / 1000);
        assertThat(change.ratio()).isNull();
        assertThat(change.status()).isEqualTo(ChangeStatus.SMALL_BASE);
    }

    @ParameterizedTest
    @CsvSource({"9, OK", "8, INCOMPARABLE"})
    void coveragesMoreThanTenPointsApartDoNotCompare(int reporting, ChangeStatus status) {
        assertThat(Change.of(50.0, covering(reporting, 10), 100.0, FULL).status())
                .isEqualTo(status);
    }

    @Test
    void aMissingSideDoesNotCompareAndIsNoZero() {
        assertThat(Change.of(null, FULL, 100.0, FULL)).isEqualTo(Change.NONE);
        assertThat(Change.of(100.0, FULL, null, FULL)).isEqualTo(Change.NONE);
    }

    @Test
    void aRateOfFewCountsHasASmallBase() {
        assertThat(Change.ofRates(0.3, 50, FULL, 0.2, 19, FULL).status()).isEqualTo(ChangeStatus.SMALL_BASE);
        assertThat(Change.ofRates(0.3, 19, FULL, 0.2, 50, FULL).status()).isEqualTo(ChangeStatus.SMALL_BASE);
        assertThat(Change.ofRates(0.3, 20, FULL, 0.2, 20, FULL).status()).isEqualTo(ChangeStatus.OK);
        assertThat(Change.ofRates(0.3, 50, FULL, 0.0, 0, FULL).status()).isEqualTo(ChangeStatus.NEW);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, 0, NOT_COLLECTED",
        "0, 0, 5, NOT_PROVIDED",
        "0, 5, 5, NOT_COLLECTED",
        "7, 9, 9, WEAK",
        "8, 10, 10, PARTIAL",
        "9, 9, 10, COMPLETE"
    })
    void coverageGivesTheStatus(int reporting, int expected, int items, Status status) {
        assertThat(new Coverage(Coverage.Unit.POST, reporting, expected, items).status())
                .isEqualTo(status);
    }

    private static Coverage covering(int reporting, int expected) {
        return new Coverage(Coverage.Unit.POST, reporting, expected, expected);
    }
}
