package io.tidemark.analytics.insight.why;

/// Splits the change of a product into what each of its factors made of it, so that the parts add up to the change:
/// the additive logarithmic mean Divisia index, LMDI-I (Ang, 2004 and 2015), with the analytic limits at zero
/// (Ang and Liu, 2007; Wood and Lenzen, 2006).
final class Lmdi {
    private static final double NEAR = 1e-6;

    private Lmdi() {}

    /// The factors that are zero on one side only make the whole change, in equal parts. A factor without meaning on
    /// one side (`NaN`: nothing over nothing) is taken from the other side and makes none of it.
    ///
    /// @param before the factors, whose product is the value before
    /// @param after as many factors
    /// @param effects by factor, what is to be written
    static void split(double[] before, double[] after, double valueBefore, double valueAfter, double[] effects) {
        double change = valueAfter - valueBefore;
        int vanishing = 0;
        for (int i = 0; i < before.length; i++) {
            vanishing += vanishes(before[i], after[i]) ? 1 : 0;
        }
        double mean = vanishing > 0 ? Double.NaN : logarithmicMean(valueBefore, valueAfter);
        for (int i = 0; i < before.length; i++) {
            if (vanishing > 0) {
                effects[i] = vanishes(before[i], after[i]) ? change / vanishing : 0;
            } else {
                boolean moves = before[i] > 0 && after[i] > 0 && before[i] != after[i];
                effects[i] = moves ? mean * Math.log(after[i] / before[i]) : 0;
            }
        }
        settle(change, effects, before.length);
    }

    private static boolean vanishes(double before, double after) {
        return !Double.isNaN(before) && !Double.isNaN(after) && (before == 0) != (after == 0);
    }

    static double logarithmicMean(double before, double after) {
        if (before <= 0 || after <= 0) {
            return 0;
        }
        double ratio = after / before - 1;
        if (Math.abs(ratio) < NEAR) {
            return before * (1 + ratio / 2 - ratio * ratio / 12);
        }
        return (after - before) / Math.log(after / before);
    }

    /// What rounding leaves goes to the largest part, the last one of equals.
    private static void settle(double change, double[] effects, int count) {
        double sum = 0;
        int largest = count - 1;
        for (int i = count - 1; i >= 0; i--) {
            sum += effects[i];
            largest = Math.abs(effects[i]) > Math.abs(effects[largest]) ? i : largest;
        }
        effects[largest] += change - sum;
    }
}
