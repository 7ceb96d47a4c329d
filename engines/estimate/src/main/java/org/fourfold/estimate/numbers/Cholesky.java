package org.fourfold.estimate.numbers;

/**
 * Cholesky's factorisation of small symmetric positive definite matrices, in place, row-major in a flat array: no allocation, for
 * inner loops (Golub, Van Loan, Matrix Computations, 4th edition, 4.2).
 */
public final class Cholesky {

    private Cholesky() {}

    /**
     * Turns the lower triangle of {@code a} ({@code n} × {@code n}) into L with A = L Lᵀ; the upper one is not looked at.
     *
     * @param smallest a pivot at or below this share of its diagonal makes the matrix singular
     * @return whether the matrix is positive definite; if not, {@code a} is spoilt
     */
    public static boolean factor(double[] a, int n, double smallest) {
        for (int j = 0; j < n; j++) {
            int row = j * n;
            double pivot = a[row + j];
            double least = Math.abs(pivot) * smallest;
            for (int k = 0; k < j; k++) {
                pivot -= a[row + k] * a[row + k];
            }
            if (!(pivot > least)) {
                return false;
            }
            double root = Math.sqrt(pivot);
            a[row + j] = root;
            for (int i = j + 1; i < n; i++) {
                double sum = a[i * n + j];
                for (int k = 0; k < j; k++) {
                    sum -= a[i * n + k] * a[row + k];
                }
                a[i * n + j] = sum / root;
            }
        }
        return true;
    }

    /** Solves A x = b in place, with the factor that {@link #factor} left. */
    public static void solve(double[] factor, int n, double[] b) {
        for (int i = 0; i < n; i++) {
            double sum = b[i];
            for (int k = 0; k < i; k++) {
                sum -= factor[i * n + k] * b[k];
            }
            b[i] = sum / factor[i * n + i];
        }
        for (int i = n - 1; i >= 0; i--) {
            double sum = b[i];
            for (int k = i + 1; k < n; k++) {
                sum -= factor[k * n + i] * b[k];
            }
            b[i] = sum / factor[i * n + i];
        }
    }

    /** The inverse of A, {@code n} × {@code n}, from the factor that {@link #factor} left. */
    public static double[] inverse(double[] factor, int n) {
        double[] inverse = new double[n * n];
        double[] column = new double[n];
        for (int j = 0; j < n; j++) {
            java.util.Arrays.fill(column, 0);
            column[j] = 1;
            solve(factor, n, column);
            for (int i = 0; i < n; i++) {
                inverse[i * n + j] = column[i];
            }
        }
        return inverse;
    }
}
