package io.tidemark.analytics.statistics;

/// A symmetric positive definite matrix as L L', for small systems.
public final class Cholesky {
    private final double[][] lower;

    private Cholesky(double[][] lower) {
        this.lower = lower;
    }

    /// @param matrix of which the lower triangle is read
    public static Cholesky of(double[][] matrix) {
        int size = matrix.length;
        double[][] lower = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j <= i; j++) {
                double rest = matrix[i][j] - dot(lower[i], lower[j], j);
                lower[i][j] = i == j ? Math.sqrt(rest) : rest / lower[j][j];
            }
        }
        return new Cholesky(lower);
    }

    private static double dot(double[] one, double[] other, int length) {
        double sum = 0;
        for (int k = 0; k < length; k++) {
            sum += one[k] * other[k];
        }
        return sum;
    }

    public double[] solve(double[] right) {
        double[] x = right.clone();
        for (int i = 0; i < x.length; i++) {
            x[i] = (x[i] - dot(lower[i], x, i)) / lower[i][i];
        }
        for (int i = x.length - 1; i >= 0; i--) {
            for (int k = i + 1; k < x.length; k++) {
                x[i] -= lower[k][i] * x[k];
            }
            x[i] /= lower[i][i];
        }
        return x;
    }

    /// Half the logarithm of the determinant.
    public double halfLogDeterminant() {
        double sum = 0;
        for (int i = 0; i < lower.length; i++) {
            sum += Math.log(lower[i][i]);
        }
        return sum;
    }

    /// The upper left corner of the inverse, times a factor.
    public double[][] inverseCorner(int size, double factor) {
        double[][] corner = new double[size][];
        for (int j = 0; j < size; j++) {
            double[] unit = new double[lower.length];
            unit[j] = 1;
            double[] column = solve(unit);
            corner[j] = new double[size];
            for (int k = 0; k < size; k++) {
                corner[j][k] = factor * column[k];
            }
        }
        return corner;
    }

    /// L times a vector.
    public double[] times(double[] vector) {
        double[] product = new double[vector.length];
        for (int i = 0; i < product.length; i++) {
            product[i] = dot(lower[i], vector, i + 1);
        }
        return product;
    }
}
