package io.tidemark.analytics.insight.timing;

import io.tidemark.analytics.insight.Controls;
import io.tidemark.analytics.statistics.NormalEquations;
import java.util.Arrays;

/// The columns with which posts are explained: the features of their slot, then the [Controls].
///
/// Posts of the same minute of the week share the features of their slot. The columns are therefore never written out:
/// sums are kept per such minute and multiplied by the features once.
final class TimingDesign {
    private final TimingSample sample;
    private final Controls controls;
    private final int[] cellOfPost;
    private final double[][] cells;

    TimingDesign(TimingSample sample) {
        this.sample = sample;
        controls = sample.controls();
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
    }

    int columns() {
        return SlotFeatures.COUNT + controls.columns();
    }

    /// Intercept, trend and types, which come before the stretches.
    int controlsWithoutStretches() {
        return controls.columnsWithoutStretches();
    }

    /// Prior variances of all columns where slots spread by `spread`.
    double[] priorVariances(double spread) {
        double[] variances = Arrays.copyOf(SlotFeatures.relativePriorVariances(), columns());
        for (int j = 0; j < SlotFeatures.COUNT; j++) {
            variances[j] = Math.max(spread * spread * variances[j], 1e-8);
        }
        System.arraycopy(controls.priorVariances(), 0, variances, SlotFeatures.COUNT, controls.columns());
        return variances;
    }

    /// @param weights one for each post
    NormalEquations equations(double[] weights) {
        NormalEquations sums = new NormalEquations(columns());
        // By cell: the weighted response, then the weighted controls, of which the intercept is the weight itself.
        double[][] byCell = new double[cells.length][1 + controls.columns()];
        double[] y = sample.responses();
        for (int i = 0; i < y.length; i++) {
            double[] cell = byCell[cellOfPost[i]];
            cell[0] += weights[i] * y[i];
            controls.addTo(cell, 1, i, weights[i]);
            controls.addTo(sums, SlotFeatures.COUNT, i, weights[i], y[i]);
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
        double[] residuals = new double[sample.size()];
        for (int i = 0; i < residuals.length; i++) {
            residuals[i] = sample.responses()[i]
                    - ofCell[cellOfPost[i]]
                    - controls.explained(i, coefficients, SlotFeatures.COUNT);
        }
        return residuals;
    }

    private void addFeatures(NormalEquations sums, double[] features, double[] cell) {
        double weight = cell[1];
        for (int j = 0; j < SlotFeatures.COUNT; j++) {
            double feature = features[j];
            if (feature == 0) {
                continue;
            }
            for (int k = 0; k <= j; k++) {
                sums.add(j, k, weight * feature * features[k]);
            }
            for (int k = 0; k < controls.columns(); k++) {
                sums.add(SlotFeatures.COUNT + k, j, feature * cell[1 + k]);
            }
            sums.addRight(j, feature * cell[0]);
        }
    }
}
