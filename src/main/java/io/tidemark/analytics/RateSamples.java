package io.tidemark.analytics;

import io.tidemark.frame.Grouping;
import io.tidemark.metric.Platform;
import io.tidemark.metric.Subject;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The units that a rate is computed from, per platform: posts, or days with everything that happened on one added up.
/// A row counts only if it reports both sides.
final class RateSamples {
    private static final int PLATFORMS = Platform.values().length;

    private final Slice slice;
    private final int[] units = new int[PLATFORMS];
    private final double[] @Nullable [] numerators = new double[PLATFORMS][];
    private final double[] @Nullable [] denominators = new double[PLATFORMS][];
    private final int[] reportingByCell = new int[Cells.COUNT];
    private final boolean[] expectedByCell = new boolean[Cells.COUNT];

    /// @param denominatorOf for each platform what to divide by; a platform that is not there has no rate
    RateSamples(Slice slice, Column numerator, Map<Platform, Column> denominatorOf) {
        this.slice = slice;
        double[] @Nullable [] denominatorValues = new double[PLATFORMS][];
        denominatorOf.forEach((platform, column) -> {
            denominatorValues[platform.ordinal()] = column.values();
            int size = slice.subject() == Subject.POST
                    ? slice.items(Set.of(platform))
                    : slice.days().period().days();
            numerators[platform.ordinal()] = new double[size];
            denominators[platform.ordinal()] = new double[size];
        });
        for (int cell = 0; cell < Cells.COUNT; cell++) {
            Column denominator = denominatorOf.get(Cells.platform(cell));
            expectedByCell[cell] = denominator != null && numerator.expected(cell) && denominator.expected(cell);
        }
        collect(numerator.values(), denominatorValues);
    }

    private void collect(double[] numerator, double[] @Nullable [] denominatorOf) {
        Grouping grouping = slice.grouping();
        boolean daily = slice.subject() != Subject.POST;
        int firstDay = slice.days().period().firstDay();
        for (int i = 0; i < numerator.length; i++) {
            int cell = grouping.group(grouping.first() + i);
            if (cell == Grouping.NONE || Double.isNaN(numerator[i])) {
                continue;
            }
            int platform = Cells.platform(cell).ordinal();
            double[] denominator = denominatorOf[platform];
            double[] above = numerators[platform];
            double[] below = denominators[platform];
            if (denominator == null || above == null || below == null || Double.isNaN(denominator[i])) {
                continue;
            }
            int unit = daily ? slice.rows().day(grouping.first() + i) - firstDay : units[platform]++;
            above[unit] += numerator[i];
            below[unit] += denominator[i];
            reportingByCell[cell]++;
        }
    }

    /// The units of some platforms together.
    RateSample of(Set<Platform> scope) {
        int reporting = 0;
        int expected = 0;
        for (int cell = 0; cell < Cells.COUNT; cell++) {
            if (scope.contains(Cells.platform(cell))) {
                reporting += reportingByCell[cell];
                expected += expectedByCell[cell] ? slice.items(cell) : reportingByCell[cell];
            }
        }
        Coverage coverage = new Coverage(slice.unit(), reporting, expected, slice.items(scope));
        int size = slice.subject() == Subject.POST
                ? scope.stream().mapToInt(platform -> units[platform.ordinal()]).sum()
                : slice.days().period().days();
        return usable(together(numerators, scope, size), together(denominators, scope, size), coverage);
    }

    /// Posts stand beside one another; the same day of several platforms is one unit.
    private double[] together(double[] @Nullable [] parts, Set<Platform> scope, int size) {
        double[] units = new double[size];
        int next = 0;
        for (Platform platform : scope) {
            double[] part = parts[platform.ordinal()];
            int length = slice.subject() == Subject.POST ? this.units[platform.ordinal()] : size;
            for (int i = 0; part != null && i < length; i++) {
                units[next + i] += part[i];
            }
            next += slice.subject() == Subject.POST ? length : 0;
        }
        return units;
    }

    /// Without the units that have nothing to divide by.
    private static RateSample usable(double[] above, double[] below, Coverage coverage) {
        int kept = 0;
        for (int i = 0; i < below.length; i++) {
            if (below[i] > 0) {
                above[kept] = above[i];
                below[kept++] = below[i];
            }
        }
        return new RateSample(Arrays.copyOf(above, kept), Arrays.copyOf(below, kept), coverage);
    }
}
