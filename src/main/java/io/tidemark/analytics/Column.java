package io.tidemark.analytics;

import io.tidemark.frame.GroupSums;
import io.tidemark.frame.Grouping;
import java.util.function.IntPredicate;

/// One number for every row of a slice, `NaN` where it is missing, with its sums per cell.
final class Column {
    private final double[] values;
    private final GroupSums sums;
    private final GroupSums provisional;
    private final IntPredicate expected;

    /// @param values one for each row of the grouping
    /// @param provisional the rows that may still be revised, all of them inside the grouping
    /// @param expected whether the items of a cell should have the number
    Column(double[] values, Grouping grouping, Grouping provisional, IntPredicate expected) {
        this.values = values;
        this.sums = grouping.sums(values, 0);
        this.provisional = provisional.sums(values, provisional.first() - grouping.first());
        this.expected = expected;
    }

    /// The values themselves, not a copy: for loops over rows.
    double[] values() {
        return values;
    }

    GroupSums sums() {
        return sums;
    }

    GroupSums provisional() {
        return provisional;
    }

    boolean expected(int cell) {
        return expected.test(cell);
    }
}
