package io.tidemark.analytics.insight;

/// The sums X'WX, X'Wy and y'Wy of a weighted regression. Additions go to the lower triangle.
final class NormalEquations {
    private final double[][] left;
    private final double[] right;
    private double squares;
    private double weight;

    NormalEquations(int columns) {
        left = new double[columns][columns];
        right = new double[columns];
    }

    /// @param row not before the column
    void add(int row, int column, double product) {
        left[row][column] += product;
    }

    double left(int row, int column) {
        return left[row][column];
    }

    void addRight(int row, double product) {
        right[row] += product;
    }

    void addSquare(double weightOfOne, double response) {
        weight += weightOfOne;
        squares += weightOfOne * response * response;
    }

    void mirror() {
        for (int i = 0; i < left.length; i++) {
            for (int j = 0; j < i; j++) {
                left[j][i] = left[i][j];
            }
        }
    }

    /// X'WX with something added on its diagonal.
    double[][] leftPlus(double[] diagonal) {
        double[][] sum = new double[left.length][];
        for (int i = 0; i < sum.length; i++) {
            sum[i] = left[i].clone();
            sum[i][i] += diagonal[i];
        }
        return sum;
    }

    double[] right() {
        return right;
    }

    double squares() {
        return squares;
    }

    /// The sum of the weights.
    double weight() {
        return weight;
    }
}
