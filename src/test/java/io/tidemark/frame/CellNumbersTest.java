package io.tidemark.frame;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CellNumbersTest {
    @Test
    void cellsAreNumberedByPeriodAndKindWhateverTheOrderWithinAPeriod() {
        int[] periods = {1, 1, 1, 1, 4, 4, 9};
        int[] kinds = {7, 0, 7, 3, 3, 0, 5};

        CellNumbers numbers = CellNumbers.of(new int[] {0, 1, 2, 3, 4, 5, 6}, row -> periods[row], row -> kinds[row]);

        assertThat(numbers.cellOf()).containsExactly(2, 0, 2, 1, 4, 3, 5);
        assertThat(numbers.count()).isEqualTo(6);
    }

    @Test
    void onlyMembersCount() {
        CellNumbers numbers = CellNumbers.of(new int[] {5, 9}, row -> 1, row -> row);

        assertThat(numbers.cellOf()).containsExactly(0, 1);
        assertThat(CellNumbers.of(new int[0], row -> 1, row -> 1).count()).isZero();
    }
}
