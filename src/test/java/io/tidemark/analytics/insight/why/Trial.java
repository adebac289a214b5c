package io.tidemark.analytics.insight.why;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// Two periods made by chance or by hand, and how the product splits the change between them: for tests and studies.
public final class Trial {
    private final SplitCells cells;
    private final PeriodSums before;
    private final PeriodSums after;

    private Trial(SplitCells cells) {
        this.cells = cells;
        before = new PeriodSums(cells.count());
        after = new PeriodSums(cells.count());
    }

    /// Cells that are a platform each, with one account and one content type.
    ///
    /// @param sums0 by cell: posts, exposures and values
    /// @param sums1 the same after
    static Trial ofPlatforms(double[][] sums0, double[][] sums1) {
        int count = sums0.length;
        Trial trial = new Trial(new SplitCells(
                IntStream.range(0, count).toArray(), IntStream.range(0, count).toArray(), new int[count]));
        for (int cell = 0; cell < count; cell++) {
            trial.before.add(cell, PostKind.EXPOSED, sums0[cell][0], sums0[cell][2], sums0[cell][1]);
            trial.after.add(cell, PostKind.EXPOSED, sums1[cell][0], sums1[cell][2], sums1[cell][1]);
        }
        return trial;
    }

    /// Up to 24 cells of up to three platforms, with empty, new and dropped ones, posts that are too young, that report
    /// nothing or no exposure, and values that are zero.
    public static Trial random(SplittableRandom random) {
        int count = 1 + random.nextInt(24);
        int[] accounts = new int[count];
        int[] platforms = new int[count];
        int[] types = new int[count];
        for (int cell = 0; cell < count; cell++) {
            accounts[cell] = cell / 4;
            platforms[cell] = accounts[cell] / 2;
            types[cell] = cell % 4;
        }
        Trial trial = new Trial(new SplitCells(accounts, platforms, types));
        for (int cell = 0; cell < count; cell++) {
            boolean exposed = random.nextInt(4) > 0;
            fill(trial.before, cell, exposed, random);
            fill(trial.after, cell, exposed, random);
        }
        return trial;
    }

    private static void fill(PeriodSums sums, int cell, boolean exposed, SplittableRandom random) {
        if (random.nextInt(5) == 0) {
            return;
        }
        for (PostKind kind : PostKind.values()) {
            boolean isMain = kind == (exposed ? PostKind.EXPOSED : PostKind.VALUED);
            if (!isMain && random.nextInt(3) > 0) {
                continue;
            }
            double posts = 1 + random.nextInt(isMain ? 80 : 4);
            double exposure = kind == PostKind.EXPOSED && random.nextInt(10) > 0
                    ? Math.rint(posts * Math.exp(2 + 6 * random.nextDouble()))
                    : 0;
            double value = kind.isReporting() && (exposure > 0 || kind == PostKind.VALUED) && random.nextInt(10) > 0
                    ? Math.rint(posts * Math.exp(5 * random.nextDouble()))
                    : 0;
            sums.add(cell, kind, posts, value, exposure);
        }
    }

    /// How far the parts of a total are from adding up to its change, as a share of the larger total.
    public double errorOfTotal() {
        TotalAttribution attribution = total();
        double value0 = attribution.value(before);
        double value1 = attribution.value(after);
        double scale = Math.max(1, Math.max(value0, value1));
        return Math.abs(Arrays.stream(effects(attribution)).sum() - (value1 - value0)) / scale;
    }

    /// The same of a rate, of which a cell without exposure is no part; 0 where it has no value in a period.
    public double errorOfRate() {
        for (int cell = 0; cell < cells.count(); cell++) {
            before.values[cell] *= before.exposures[cell] > 0 ? 1 : 0;
            after.values[cell] *= after.exposures[cell] > 0 ? 1 : 0;
        }
        RateAttribution attribution = new RateAttribution();
        double change = attribution.value(after) - attribution.value(before);
        return Double.isFinite(change)
                ? Math.abs(Arrays.stream(effects(attribution)).sum() - change)
                : 0;
    }

    TotalAttribution total() {
        return new TotalAttribution(cells, before, after, Effect.PER_POST);
    }

    /// By effect and cell.
    double[][] split(Attribution attribution) {
        double[][] effects = new double[Effect.COUNT][cells.count()];
        attribution.split(before, after, effects);
        return effects;
    }

    /// By effect.
    double[] effects(Attribution attribution) {
        return Arrays.stream(split(attribution)).mapToDouble(PeriodSums::total).toArray();
    }

    /// The changes of the cells' values.
    double[] changes() {
        return IntStream.range(0, cells.count())
                .mapToDouble(cell -> after.values[cell] - before.values[cell])
                .toArray();
    }

    /// Two samples of posts and what the guard says of them.
    ///
    /// @param cells of the posts of each period
    /// @param values of each post
    /// @param exposures of each post
    public static Guarded guarded(int[][] cells, double[][] values, double[][] exposures, int cellCount, long seed) {
        PeriodPosts before = posts(cells[0], values[0], exposures[0], cellCount);
        PeriodPosts after = posts(cells[1], values[1], exposures[1], cellCount);
        SplitCells split = new SplitCells(
                IntStream.range(0, cellCount).toArray(),
                IntStream.range(0, cellCount)
                        .map(cell -> cell % SplitCells.PLATFORMS)
                        .toArray(),
                new int[cellCount]);
        Attribution attribution =
                new TotalAttribution(split, before.sums(cellCount), after.sums(cellCount), Effect.PER_POST);
        Resampling resampling = new Resampling(attribution, split, before, after, seed);
        return new Guarded(
                Arrays.stream(values[0]).sum(),
                new double[] {
                    resampling.value(Resampling.MIX),
                    resampling.value(Effect.EXPOSURE.ordinal()),
                    resampling.value(Effect.RESPONSE.ordinal()),
                    resampling.value(Resampling.CHANGE)
                },
                new double[] {
                    resampling.deviation(Resampling.MIX),
                    resampling.deviation(Effect.EXPOSURE.ordinal()),
                    resampling.deviation(Effect.RESPONSE.ordinal()),
                    resampling.deviation(Resampling.CHANGE)
                });
    }

    /// Parts of a change, mix, exposure, response and all of it, with their deviations.
    ///
    /// @param previous the total of the period before
    public record Guarded(double previous, double[] effects, double[] deviations) {}

    private static PeriodPosts posts(int[] cells, double[] values, double[] exposures, int cellCount) {
        PeriodPosts.Builder builder = new PeriodPosts.Builder();
        for (int i = 0; i < cells.length; i++) {
            builder.add(i, cells[i], PostKind.EXPOSED, values[i], exposures[i]);
        }
        return builder.build(cellCount);
    }
}
