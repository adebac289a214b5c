package io.tidemark.analytics.insight.why;

/// Splits the change of a ratio of sums: rates that changed within cells, and exposure that moved between cells whose
/// rates differ.
final class RateAttribution implements Attribution {
    @Override
    public double value(PeriodSums sums) {
        return PeriodSums.total(sums.values) / PeriodSums.total(sums.exposures);
    }

    /// A cell that was not shown on one side is taken to have had there the rate of the other side.
    @Override
    public void split(PeriodSums before, PeriodSums after, double[][] effects) {
        double whole0 = PeriodSums.total(before.exposures);
        double whole1 = PeriodSums.total(after.exposures);
        double middle = (value(before) + value(after)) / 2;
        double[] within = effects[Effect.WITHIN.ordinal()];
        double[] mix = effects[Effect.RATE_MIX.ordinal()];
        for (int cell = 0; cell < before.cells(); cell++) {
            double share0 = before.exposures[cell] / whole0;
            double share1 = after.exposures[cell] / whole1;
            double rate0 = before.values[cell] / before.exposures[cell];
            double rate1 = after.values[cell] / after.exposures[cell];
            boolean has0 = before.exposures[cell] > 0;
            boolean has1 = after.exposures[cell] > 0;
            if (!has0 && !has1) {
                within[cell] = 0;
                mix[cell] = 0;
                continue;
            }
            double from = has0 ? rate0 : rate1;
            double to = has1 ? rate1 : rate0;
            within[cell] = (share0 + share1) / 2 * (to - from);
            mix[cell] = ((from + to) / 2 - middle) * (share1 - share0);
        }
    }
}
