package io.tidemark.analytics.insight;

import io.tidemark.analytics.statistics.NormalEquations;
import java.util.Arrays;

/// The columns with which posts are explained: the features of their slot, and what has to be taken out of the way, so
/// that growth of the account or a change of formats is not mistaken for an effect of the hour. The latter are an
/// intercept, a straight line over time, the content types but the first, and the levels of six stretches of time.
///
/// Posts of the same minute of the week share the features of their slot. The columns are therefore never written out:
/// sums are kept per such minute and multiplied by the features once.
final class TimingDesign {
    private static final int STRETCHES = 6;
    private static final double INTERCEPT_VARIANCE = 100;
    private static final double TREND_VARIANCE = 4;
    private static final double TYPE_VARIANCE = 1;
    private static final double STRETCH_VARIANCE = 0.09;
    private static final int INTERCEPT = 0;
    private static final int TREND = 1;
    private static final int FIRST_TYPE = 2;

    private final TimingSample sample;
    private final int[] cellOfPost;
    private final double[][] cells;
    private final int firstStretch;
    private final int controls;

    TimingDesign(TimingSample sample) {
        this.sample = sample;
        int[] minutes = Arrays.stream(sample.minutes()).sorted().distinct().toArray();
        cells = new double[minutes.length][];
        int[] cellOfMinute = new int[SlotFeatures.WEEKDAYS * SlotFeatures.MINUTES_PER_DAY];
        for (int cell = 0; cell < minutes.length; cell++) {
            cells[cell] = SlotFeatures.atMinute(minutes[cell]);
            cellOfMinute[minutes[cell]] = cell;
        }
        cellOfPost = new int[sample.size()];
        for (int i = 0; i < cellOfPost.length; i++) {
            cellOfPost[i] = cellOfMinute[sample.minutes()[i]];
        }
        firstStretch = FIRST_TYPE + Math.max(sample.typeCount() - 1, 0);
        controls = firstStretch + STRETCHES;
    }

    int columns() {
        return SlotFeatures.COUNT + controls;
    }

    /// Intercept, trend and types, which come before the stretches.
    int controlsWithoutStretches() {
        return firstStretch;
    }

    /// Prior variances of all columns where slots spread by `spread`.
    double[] priorVariances(double spread) {
        double[] variances = Arrays.copyOf(SlotFeatures.relativePriorVariances(), columns());
        for (int j = 0; j < SlotFeatures.COUNT; j++) {
            variances[j] = Math.max(spread * spread * variances[j], 1e-8);
        }
        int offset = SlotFeatures.COUNT;
        variances[offset + INTERCEPT] = INTERCEPT_VARIANCE;
        variances[offset + TREND] = TREND_VARIANCE;
        Arrays.fill(variances, offset + FIRST_TYPE, offset + firstStretch, TYPE_VARIANCE);
        Arrays.fill(variances, offset + firstStretch, offset + controls, STRETCH_VARIANCE);
        return variances;
    }

    /// @param weights one for each post
    NormalEquations equations(double[] weights) {
        NormalEquations sums = new NormalEquations(columns());
        // By cell: the weighted response, then the weighted controls, of which the intercept is the weight itself.
        double[][] byCell = new double[cells.length][1 + controls];
        double[] y = sample.responses();
        for (int i = 0; i < y.length; i++) {
            double weight = weights[i];
            double[] cell = byCell[cellOfPost[i]];
            cell[0] += weight * y[i];
            cell[1 + INTERCEPT] += weight;
            cell[1 + TREND] += weight * trend(i);
            if (sample.types()[i] > 0) {
                cell[1 + typeColumn(i)] += weight;
            }
            cell[1 + stretchColumn(i)] += weight;
            addControls(sums, i, weight);
        }
        for (int cell = 0; cell < cells.length; cell++) {
            addFeatures(sums, cells[cell], byCell[cell]);
        }
        sums.mirror();
        return sums;
    }

    /// What the columns with some coefficients leave of each response.
    double[] residuals(double[] coefficients) {
        double[] ofCell = new double[cells.length];
        for (int cell = 0; cell < ofCell.length; cell++) {
            for (int j = 0; j < SlotFeatures.COUNT; j++) {
                ofCell[cell] += cells[cell][j] * coefficients[j];
            }
        }
        int offset = SlotFeatures.COUNT;
        double[] residuals = new double[sample.size()];
        for (int i = 0; i < residuals.length; i++) {
            residuals[i] = sample.responses()[i]
                    - ofCell[cellOfPost[i]]
                    - coefficients[offset + INTERCEPT]
                    - trend(i) * coefficients[offset + TREND]
                    - (sample.types()[i] > 0 ? coefficients[offset + typeColumn(i)] : 0)
                    - coefficients[offset + stretchColumn(i)];
        }
        return residuals;
    }

    private double trend(int post) {
        return sample.times()[post] - 0.5;
    }

    private int typeColumn(int post) {
        return FIRST_TYPE + sample.types()[post] - 1;
    }

    private int stretchColumn(int post) {
        return firstStretch + Math.min((int) (sample.times()[post] * STRETCHES), STRETCHES - 1);
    }

    /// Adds the products of a post's controls with one another and with its response: no more than four are not zero.
    private void addControls(NormalEquations sums, int post, double weight) {
        double y = sample.responses()[post];
        int offset = SlotFeatures.COUNT;
        sums.addSquare(weight, y);
        double trend = trend(post);
        int stretch = offset + stretchColumn(post);
        sums.add(offset + INTERCEPT, offset + INTERCEPT, weight);
        sums.add(offset + TREND, offset + INTERCEPT, weight * trend);
        sums.add(offset + TREND, offset + TREND, weight * trend * trend);
        sums.add(stretch, offset + INTERCEPT, weight);
        sums.add(stretch, offset + TREND, weight * trend);
        sums.add(stretch, stretch, weight);
        sums.addRight(offset + INTERCEPT, weight * y);
        sums.addRight(offset + TREND, weight * trend * y);
        sums.addRight(stretch, weight * y);
        if (sample.types()[post] > 0) {
            int type = offset + typeColumn(post);
            sums.add(type, offset + INTERCEPT, weight);
            sums.add(type, offset + TREND, weight * trend);
            sums.add(type, type, weight);
            sums.add(stretch, type, weight);
            sums.addRight(type, weight * y);
        }
    }

    private void addFeatures(NormalEquations sums, double[] features, double[] cell) {
        double weight = cell[1 + INTERCEPT];
        for (int j = 0; j < SlotFeatures.COUNT; j++) {
            double feature = features[j];
            if (feature == 0) {
                continue;
            }
            for (int k = 0; k <= j; k++) {
                sums.add(j, k, weight * feature * features[k]);
            }
            for (int k = 0; k < controls; k++) {
                sums.add(SlotFeatures.COUNT + k, j, feature * cell[1 + k]);
            }
            sums.addRight(j, feature * cell[0]);
        }
    }
}
