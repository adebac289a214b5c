package io.tidemark.analytics.statistics;

/// The sums X'WX, X'Wy and y'Wy of a weighted regression. Additions go to the lower triangle.
public final class NormalEquations {
    private final double[][] left;
    private final double[] right;
    private double squares;
    private double weight;

    public NormalEquations(int columns) {
        left = new double[columns][columns];
        right = new double[columns];
    }

    /// @param row not before the column
    public void add(int row, int column, double product) {
        left[row][column] += product;
    }

    public double left(int row, int column) {
        return left[row][column];
    }

    public void addRight(int row, double product) {
        right[row] += product;
    }

    public void addSquare(double weightOfOne, double response) {
        weight += weightOfOne;
        squares += weightOfOne * response * response;
    }

    public void mirror() {
        for (int i = 0; i < left.length; i++) {
            for (int j = 0; j < i; j++) {
                left[j][i] = left[i][j];
            }
        }
    }

    /// X'WX with something added on its diagonal.
    public double[][] leftPlus(double[] diagonal) {
        double[][] sum = new double[left.length][];
        for (int i = 0; i < sum.length; i++) {
            sum[i] = left[i].clone();
            sum[i][i] += diagonal[i];
        }
        return sum;
    }

    /// The sums as they would be with more in every response: what these coefficients make of its row. After
    /// [#mirror].
    public NormalEquations withResponsesPlus(double[] coefficients) {
        NormalEquations sums = new NormalEquations(right.length);
        sums.weight = weight;
        sums.squares = squares;
        for (int i = 0; i < right.length; i++) {
            double added = 0;
            for (int j = 0; j < coefficients.length; j++) {
                added += left[i][j] * coefficients[j];
            }
            sums.left[i] = left[i].clone();
            sums.right[i] = right[i] + added;
            if (i < coefficients.length) {
                sums.squares += coefficients[i] * (2 * right[i] + added);
            }
        }
        return sums;
    }

    public double[] right() {
        return right;
    }

    public double squares() {
        return squares;
    }

    /// The sum of the weights.
    public double weight() {
        return weight;
    }
}
