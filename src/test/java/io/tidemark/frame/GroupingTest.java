package io.tidemark.frame;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GroupingTest {
    private static final LocalDate DAY = LocalDate.of(2026, 10, 5);

    private final DayFrame days = DayFrame.builder(4)
            .add(0, DAY, 0, likes(1))
            .add(1, DAY, 0, likes(10))
            .add(0, DAY.plusDays(1), 0, MetricValues.NONE)
            .add(1, DAY.plusDays(1), 0, likes(0))
            .build();

    @Test
    void missingValuesAddNothingAndAreNotCounted() {
        Grouping byAccount = Grouping.of(0, 4, 2, days::account);

        GroupSums likes = days.sums(Metric.LIKES, byAccount);

        assertThat(byAccount.sizes()).containsExactly(2, 2);
        assertThat(likes.sum(0)).isEqualTo(1);
        assertThat(likes.reporting(0)).isEqualTo(1);
        assertThat(likes.sum(1)).isEqualTo(10);
        assertThat(likes.reporting(1)).as("a true zero reports").isEqualTo(2);
        assertThat(days.sums(Metric.SAVES, byAccount).reporting(1)).isZero();
    }

    @Test
    void rowsOutsideOrInNoGroupDoNotCount() {
        Grouping secondRowOn = Grouping.of(1, 4, 1, row -> row == 3 ? Grouping.NONE : 0);

        assertThat(secondRowOn.sizes()).containsExactly(2);
        assertThat(days.sums(Metric.LIKES, secondRowOn).sum(0)).isEqualTo(10);
    }

    @Test
    void aDerivedColumnStartsAtTheFirstRowOfTheGrouping() {
        Grouping lastTwo = Grouping.of(2, 4, 2, days::account);

        GroupSums sums = lastTwo.sums(new double[] {Double.NaN, 8}, 0);

        assertThat(sums.reporting(0)).isZero();
        assertThat(sums.sum(1)).isEqualTo(8);
        assertThat(days.column(Metric.LIKES, 2, 4)).containsExactly(Double.NaN, 0);
        assertThat(days.column(Metric.SAVES, 2, 4)).containsExactly(Double.NaN, Double.NaN);
    }

    private static MetricValues likes(double value) {
        return MetricValues.of(Map.of(Metric.LIKES, value));
    }
}
