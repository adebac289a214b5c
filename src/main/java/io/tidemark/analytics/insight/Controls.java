package io.tidemark.analytics.insight;

import io.tidemark.analytics.statistics.NormalEquations;
import io.tidemark.frame.PostFrame;
import io.tidemark.metric.ContentType;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// What has to be taken out of the way before something is said to work, so that growth of the account or a change of
/// formats is not mistaken for an effect: an intercept, a straight line over time, the content types but the most
/// common, and the levels of six stretches of time, in this order. No more than four of these columns are not zero for
/// a post.
public final class Controls {
    private static final int STRETCHES = 6;
    private static final double INTERCEPT_VARIANCE = 100;
    private static final double TREND_VARIANCE = 4;
    private static final double TYPE_VARIANCE = 1;
    private static final double STRETCH_VARIANCE = 0.09;
    private static final int INTERCEPT = 0;
    private static final int TREND = 1;
    private static final int FIRST_TYPE = 2;
    private static final int ALL_TYPES = ContentType.values().length;

    private final int[] types;
    private final double[] times;
    private final int firstStretch;

    /// @param types content type of each post as a number from 0, which is compared with
    /// @param times place of each between the first post and the last, from 0 to 1
    public Controls(int[] types, double[] times) {
        this.types = types.clone();
        this.times = times.clone();
        firstStretch = FIRST_TYPE + Arrays.stream(types).max().orElse(0);
    }

    /// @param rows posts of one account, in order of publication
    public static Controls of(PostFrame posts, int[] rows) {
        int[] numbers = typeNumbers(posts, rows);
        int[] types = new int[rows.length];
        double[] times = new double[rows.length];
        long start = rows.length == 0 ? 0 : posts.publishedAt(rows[0]);
        double span = rows.length == 0 ? 0 : posts.publishedAt(rows[rows.length - 1]) - start;
        for (int i = 0; i < rows.length; i++) {
            types[i] = numbers[posts.contentType(rows[i]).ordinal()];
            times[i] = span == 0 ? 0.5 : (posts.publishedAt(rows[i]) - start) / span;
        }
        return new Controls(types, times);
    }

    /// The most common type is 0, with which the others are compared.
    private static int[] typeNumbers(PostFrame posts, int[] rows) {
        int[] counts = new int[ALL_TYPES];
        for (int row : rows) {
            counts[posts.contentType(row).ordinal()]++;
        }
        List<ContentType> common = Arrays.stream(ContentType.values())
                .filter(type -> counts[type.ordinal()] > 0)
                .sorted(Comparator.comparingInt((ContentType type) -> -counts[type.ordinal()])
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
        int[] numbers = new int[ALL_TYPES];
        for (int i = 0; i < common.size(); i++) {
            numbers[common.get(i).ordinal()] = i;
        }
        return numbers;
    }

    public int columns() {
        return firstStretch + STRETCHES;
    }

    /// Intercept, trend and types, which come before the stretches.
    public int columnsWithoutStretches() {
        return firstStretch;
    }

    /// Prior variances of the columns, on the scale of logarithms.
    public double[] priorVariances() {
        double[] variances = new double[columns()];
        variances[INTERCEPT] = INTERCEPT_VARIANCE;
        variances[TREND] = TREND_VARIANCE;
        Arrays.fill(variances, FIRST_TYPE, firstStretch, TYPE_VARIANCE);
        Arrays.fill(variances, firstStretch, variances.length, STRETCH_VARIANCE);
        return variances;
    }

    /// What coefficients, of which those of the controls begin at an offset, explain of a post.
    public double explained(int post, double[] coefficients, int offset) {
        return coefficients[offset + INTERCEPT]
                + trend(post) * coefficients[offset + TREND]
                + (types[post] > 0 ? coefficients[offset + typeColumn(post)] : 0)
                + coefficients[offset + stretchColumn(post)];
    }

    /// Adds the weighted controls of a post to a row in which they begin at an offset.
    public void addTo(double[] row, int offset, int post, double weight) {
        row[offset + INTERCEPT] += weight;
        row[offset + TREND] += weight * trend(post);
        if (types[post] > 0) {
            row[offset + typeColumn(post)] += weight;
        }
        row[offset + stretchColumn(post)] += weight;
    }

    /// Adds the products of a post's controls with one another and with its response, and the response's square, to
    /// sums in which the controls begin at an offset.
    public void addTo(NormalEquations sums, int offset, int post, double weight, double response) {
        sums.addSquare(weight, response);
        double trend = trend(post);
        int stretch = offset + stretchColumn(post);
        sums.add(offset + INTERCEPT, offset + INTERCEPT, weight);
        sums.add(offset + TREND, offset + INTERCEPT, weight * trend);
        sums.add(offset + TREND, offset + TREND, weight * trend * trend);
        sums.add(stretch, offset + INTERCEPT, weight);
        sums.add(stretch, offset + TREND, weight * trend);
        sums.add(stretch, stretch, weight);
        sums.addRight(offset + INTERCEPT, weight * response);
        sums.addRight(offset + TREND, weight * trend * response);
        sums.addRight(stretch, weight * response);
        if (types[post] > 0) {
            int type = offset + typeColumn(post);
            sums.add(type, offset + INTERCEPT, weight);
            sums.add(type, offset + TREND, weight * trend);
            sums.add(type, type, weight);
            sums.add(stretch, type, weight);
            sums.addRight(type, weight * response);
        }
    }

    private double trend(int post) {
        return times[post] - 0.5;
    }

    private int typeColumn(int post) {
        return FIRST_TYPE + types[post] - 1;
    }

    private int stretchColumn(int post) {
        return firstStretch + Math.min((int) (times[post] * STRETCHES), STRETCHES - 1);
    }
}
