package io.tidemark.analytics;

/// How far off a ratio of sums may be, with the units it was computed from as what was sampled.
///
/// @param ratio the ratio of the sums
/// @param relative the standard error as a share of the ratio, by residuals scaled by leverage (HC3, MacKinnon and
///     White 1985)
/// @param freedom degrees of freedom from Kish's effective number of units (Kish 1965), at least 1
record RateError(double ratio, double relative, double freedom) {
    static RateError of(double[] numerators, double[] denominators) {
        double numerator = sum(numerators);
        double denominator = sum(denominators);
        double ratio = numerator / denominator;
        double residuals = 0;
        double squares = 0;
        for (int i = 0; i < numerators.length; i++) {
            double share = denominators[i] / denominator;
            double residual = (numerators[i] - ratio * denominators[i]) / (1 - share);
            residuals += residual * residual;
            squares += denominators[i] * denominators[i];
        }
        double error = Math.sqrt(residuals) / denominator;
        double effectiveUnits = denominator * denominator / squares;
        return new RateError(ratio, error / ratio, Math.max(effectiveUnits - 1, 1));
    }

    static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }
}
