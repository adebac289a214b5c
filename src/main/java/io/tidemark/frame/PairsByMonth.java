package io.tidemark.frame;

import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntToDoubleFunction;

/// The [PairSums] of some posts by month, account and type, made when a pair of measures is first asked for: there are
/// few pairs that anybody divides.
final class PairsByMonth {
    private final PostFrame posts;
    private final int[] members;
    private final CellFrame months;
    private final Map<Integer, PairSums> known = new ConcurrentHashMap<>();

    /// @param members the posts that count, as rows, ascending
    PairsByMonth(PostFrame posts, int[] members, CellFrame months) {
        this.posts = posts;
        this.members = members;
        this.months = months;
    }

    PairSums of(Measure numerator, Measure denominator, IntToDoubleFunction denominators) {
        return known.computeIfAbsent(
                numerator.index() * Measure.COUNT + denominator.index(), none -> add(numerator, denominators));
    }

    private PairSums add(Measure numerator, IntToDoubleFunction denominators) {
        PairSums sums = new PairSums(months.size());
        Column above = posts.column(numerator);
        if (above == null) {
            return sums;
        }
        int[] cellOfKind = new int[0];
        int end = Integer.MIN_VALUE;
        for (int row : members) {
            if (posts.day(row) >= end) {
                LocalDate month = LocalDate.ofEpochDay(posts.day(row)).withDayOfMonth(1);
                cellOfKind = months.cellsOf(Math.toIntExact(month.toEpochDay()));
                end = Math.toIntExact(month.plusMonths(1).toEpochDay());
            }
            int cell = cellOfKind[posts.kind(row)];
            double over = above.value(row);
            double under = Double.isNaN(over) ? Double.NaN : denominators.applyAsDouble(row);
            if (!Double.isNaN(under)) {
                sums.add(cell, over, under);
            }
        }
        return sums;
    }

    /// The rows of all posts of a frame are held once, by its own cells.
    long bytes() {
        return 4L * members.length
                + known.values().stream().mapToLong(PairSums::bytes).sum();
    }
}
