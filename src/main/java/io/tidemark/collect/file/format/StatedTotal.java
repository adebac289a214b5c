package io.tidemark.collect.file.format;

import java.math.BigDecimal;
import java.math.RoundingMode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/// A total that the file states itself, beside the sum of the rows that it lists: platforms list the top rows only.
///
/// @param metric key of the dictionary, or a native name
/// @param difference stated less the sum
/// @param rows rows that the sum is over
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record StatedTotal(
        String part, String metric, BigDecimal stated, BigDecimal sumOfRows, BigDecimal difference, long rows) {
    private static final int DECIMALS = 6;

    public static StatedTotal of(String part, String metric, double stated, double sumOfRows, long rows) {
        BigDecimal exact = rounded(stated);
        BigDecimal sum = rounded(sumOfRows);
        return new StatedTotal(part, metric, exact, sum, rounded(stated - sumOfRows), rows);
    }

    /// Whole numbers without a fraction, others without the noise of binary sums.
    private static BigDecimal rounded(double value) {
        BigDecimal exact = BigDecimal.valueOf(value)
                .setScale(DECIMALS, RoundingMode.HALF_UP)
                .stripTrailingZeros();
        return exact.scale() < 0 ? exact.setScale(0) : exact;
    }
}
