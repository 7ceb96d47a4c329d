package org.fourfold.estimate.prevalence.loglinear;

/**
 * Whether rows can be weighed, each by more than nothing, so that they add up to nothing: is there w &gt; 0 with Bᵀw = 0?
 *
 * <p>As any such w may be made larger, w = 1 + u with u &gt;= 0, and Bᵀu = -Bᵀ1 is the first phase of the simplex method
 * (Dantzig 1963), with Bland's rule (1977) against cycles: O(rows × columns) a step, columns are few. By Stiemke's lemma the
 * answer is no exactly when some v has Bv &gt;= 0 and not all of it 0.
 */
final class PositiveSolution {

    private static final double NOTHING = 1e-9;
    private static final int STEPS_MAX = 100_000;

    private double[] tableau = new double[0];
    private int[] basis = new int[0];

    /**
     * Whether there is such a w.
     *
     * @param b row-major, {@code rows} × {@code columns}, small whole numbers or near them
     */
    boolean exists(double[] b, int rows, int columns) {
        int width = rows + 1;
        prepare(b, rows, columns, width);
        int cost = columns * width;
        for (int step = 0; step < STEPS_MAX; step++) {
            if (tableau[cost + rows] < NOTHING * (1 + rows)) {
                return true;
            }
            int entering = entering(cost, rows);
            if (entering < 0) {
                return false;
            }
            int leaving = leaving(entering, rows, columns, width);
            if (leaving < 0) {
                return false;
            }
            pivot(leaving, entering, columns, width);
        }
        throw new ArithmeticException("the simplex method did not end: " + rows + " rows, " + columns + " columns");
    }

    /** One line an equation, its right side last and not negative; the last line is their sum, the artificials' cost. */
    private void prepare(double[] b, int rows, int columns, int width) {
        int needed = (columns + 1) * width;
        if (tableau.length < needed) {
            tableau = new double[needed];
        }
        if (basis.length < columns) {
            basis = new int[columns];
        }
        java.util.Arrays.fill(tableau, 0, needed, 0);
        int cost = columns * width;
        for (int j = 0; j < columns; j++) {
            double sum = 0;
            for (int i = 0; i < rows; i++) {
                sum += b[i * columns + j];
            }
            double sign = sum > 0 ? -1 : 1;
            for (int i = 0; i < rows; i++) {
                tableau[j * width + i] = sign * b[i * columns + j];
                tableau[cost + i] += sign * b[i * columns + j];
            }
            tableau[j * width + rows] = -sign * sum;
            tableau[cost + rows] -= sign * sum;
            basis[j] = rows + j;
        }
    }

    private int entering(int cost, int rows) {
        for (int i = 0; i < rows; i++) {
            if (tableau[cost + i] > NOTHING) {
                return i;
            }
        }
        return -1;
    }

    private int leaving(int entering, int rows, int columns, int width) {
        int leaving = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int j = 0; j < columns; j++) {
            double by = tableau[j * width + entering];
            if (by > NOTHING) {
                double ratio = tableau[j * width + rows] / by;
                boolean smaller = ratio < least - NOTHING;
                if (smaller || (ratio < least + NOTHING && basis[j] < basis[leaving])) {
                    least = smaller ? ratio : Math.min(least, ratio);
                    leaving = j;
                }
            }
        }
        return leaving;
    }

    private void pivot(int leaving, int entering, int columns, int width) {
        int row = leaving * width;
        double by = tableau[row + entering];
        for (int i = 0; i < width; i++) {
            tableau[row + i] /= by;
        }
        for (int j = 0; j <= columns; j++) {
            double factor = j == leaving ? 0 : tableau[j * width + entering];
            if (factor != 0) {
                for (int i = 0; i < width; i++) {
                    tableau[j * width + i] -= factor * tableau[row + i];
                }
            }
        }
        basis[leaving] = entering;
    }
}
