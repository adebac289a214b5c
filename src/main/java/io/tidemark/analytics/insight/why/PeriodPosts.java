package io.tidemark.analytics.insight.why;

import java.util.Arrays;

/// The posts of one period as arrays, those of one cell and kind side by side.
///
/// @param rows of the frame
/// @param runs where each stretch of one cell and kind begins, and the end of the last
/// @param cells by run
/// @param kinds by run
/// @param values 0 where not known
/// @param exposures 0 where not known
record PeriodPosts(int[] rows, int[] runs, int[] cells, PostKind[] kinds, double[] values, double[] exposures) {
    private static final PostKind[] KINDS = PostKind.values();

    int count() {
        return rows.length;
    }

    int runCount() {
        return cells.length;
    }

    /// The run of each post.
    int[] runOfPost() {
        int[] of = new int[count()];
        for (int run = 0; run < runCount(); run++) {
            Arrays.fill(of, runs[run], runs[run + 1], run);
        }
        return of;
    }

    PeriodSums sums(int cellCount) {
        PeriodSums sums = new PeriodSums(cellCount);
        byte[] once = new byte[count()];
        Arrays.fill(once, (byte) 1);
        addTo(sums, once);
        return sums;
    }

    /// Adds every post as often as its weight says.
    ///
    /// @return the sum of the weights
    long addTo(PeriodSums sums, byte[] weights) {
        long all = 0;
        for (int run = 0; run < cells.length; run++) {
            all += addRun(run, sums, weights);
        }
        return all;
    }

    /// Two sums side by side, since each addition has to wait for the one before it.
    private long addRun(int run, PeriodSums sums, byte[] weights) {
        int end = runs[run + 1];
        int i = runs[run];
        long posts = 0;
        double value = 0;
        double exposure = 0;
        double otherValue = 0;
        double otherExposure = 0;
        for (; i + 1 < end; i += 2) {
            int weight = weights[i];
            int other = weights[i + 1];
            posts += weight + other;
            value += weight * values[i];
            exposure += weight * exposures[i];
            otherValue += other * values[i + 1];
            otherExposure += other * exposures[i + 1];
        }
        if (i < end) {
            posts += weights[i];
            value += weights[i] * values[i];
            exposure += weights[i] * exposures[i];
        }
        sums.add(cells[run], kinds[run], (double) posts, value + otherValue, exposure + otherExposure);
        return posts;
    }

    /// Takes posts in any order.
    static final class Builder {
        private int[] rows = new int[64];
        private int[] places = new int[64];
        private double[] values = new double[64];
        private double[] exposures = new double[64];
        private int size;

        void add(int row, int cell, PostKind kind, double value, double exposure) {
            if (size == rows.length) {
                int capacity = size * 2;
                rows = Arrays.copyOf(rows, capacity);
                places = Arrays.copyOf(places, capacity);
                values = Arrays.copyOf(values, capacity);
                exposures = Arrays.copyOf(exposures, capacity);
            }
            rows[size] = row;
            places[size] = cell * KINDS.length + kind.ordinal();
            values[size] = value;
            exposures[size++] = exposure;
        }

        PeriodPosts build(int cellCount) {
            int[] starts = new int[cellCount * KINDS.length + 1];
            for (int i = 0; i < size; i++) {
                starts[places[i] + 1]++;
            }
            for (int place = 1; place < starts.length; place++) {
                starts[place] += starts[place - 1];
            }
            int[] next = starts.clone();
            PeriodPosts posts = ordered(starts);
            for (int i = 0; i < size; i++) {
                int to = next[places[i]]++;
                posts.rows[to] = rows[i];
                posts.values[to] = values[i];
                posts.exposures[to] = exposures[i];
            }
            return posts;
        }

        /// The runs, with room for the posts.
        private PeriodPosts ordered(int[] starts) {
            int filled = 0;
            int[] runs = new int[starts.length];
            int[] cells = new int[starts.length - 1];
            PostKind[] kinds = new PostKind[starts.length - 1];
            for (int place = 0; place < starts.length - 1; place++) {
                if (starts[place] < starts[place + 1]) {
                    runs[filled] = starts[place];
                    cells[filled] = place / KINDS.length;
                    kinds[filled++] = KINDS[place % KINDS.length];
                }
            }
            runs[filled] = size;
            return new PeriodPosts(
                    new int[size],
                    Arrays.copyOf(runs, filled + 1),
                    Arrays.copyOf(cells, filled),
                    Arrays.copyOf(kinds, filled),
                    new double[size],
                    new double[size]);
        }
    }
}
