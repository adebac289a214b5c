package io.tidemark.analytics.insight.timing;

import java.util.Arrays;

/// The times of a week as contrasts to an account's own mix: what a time is better or worse than is not the mean of all
/// hours, at most of which nobody posts, but posting as the account does.
final class SlotGrid {
    private final int[] posts;
    private final double total;
    private final double[][] features = new double[SlotFeatures.SLOTS][];
    private final double[] mix = new double[SlotFeatures.COUNT];

    /// @param posts of each slot
    /// @param offset where in its hour a slot is looked at, as a fraction of the hour
    SlotGrid(int[] posts, double offset) {
        this.posts = posts.clone();
        total = Arrays.stream(posts).sum();
        for (int slot = 0; slot < SlotFeatures.SLOTS; slot++) {
            features[slot] = SlotFeatures.at(slot / SlotFeatures.HOURS, slot % SlotFeatures.HOURS + offset);
            for (int j = 0; j < mix.length; j++) {
                mix[j] += posts[slot] / total * features[slot][j];
            }
        }
    }

    /// A weighted mean of slots less the mix, and the share of the rough part's variance that is left in it.
    static final class Contrast {
        private final double[] features;
        private final double rough;

        private Contrast(double[] features, double rough) {
            this.features = features;
            this.rough = rough;
        }

        /// To be read only.
        double[] features() {
            return features;
        }

        double rough() {
            return rough;
        }
    }

    Contrast slot(int slot) {
        double[] weights = new double[SlotFeatures.SLOTS];
        weights[slot] = 1;
        return contrast(weights);
    }

    /// A weekday, at the hours at which the account posts.
    Contrast weekday(int weekday) {
        double[] weights = new double[SlotFeatures.SLOTS];
        for (int slot = 0; slot < weights.length; slot++) {
            weights[weekday * SlotFeatures.HOURS + slot % SlotFeatures.HOURS] += posts[slot] / total;
        }
        return contrast(weights);
    }

    /// An hour, on the weekdays on which the account posts.
    Contrast hour(int hour) {
        double[] weights = new double[SlotFeatures.SLOTS];
        for (int slot = 0; slot < weights.length; slot++) {
            weights[slot / SlotFeatures.HOURS * SlotFeatures.HOURS + hour] += posts[slot] / total;
        }
        return contrast(weights);
    }

    /// The features of all slots, not as contrasts.
    double[][] slots() {
        return features;
    }

    private Contrast contrast(double[] weights) {
        double[] contrast = new double[mix.length];
        double rough = 0;
        for (int slot = 0; slot < weights.length; slot++) {
            if (weights[slot] != 0) {
                rough += weights[slot] * weights[slot];
                for (int j = 0; j < contrast.length; j++) {
                    contrast[j] += weights[slot] * features[slot][j];
                }
            }
        }
        for (int j = 0; j < contrast.length; j++) {
            contrast[j] -= mix[j];
        }
        return new Contrast(contrast, rough);
    }
}
