package org.fourfold.estimate.prevalence.loglinear;

/**
 * Whether a log-linear model has an estimate from a table: the linear programme of Fienberg and Rinaldo (2012, Maximum likelihood
 * estimation in log-linear models, theorem 3.2) for the extended maximum likelihood estimate, and the rank of the design.
 *
 * <p>The estimate exists exactly when no direction γ has Aγ = 0 on the cells with somebody and Aγ &gt;= 0, not all 0, on those
 * without; cells that parameters at minus infinity leave out do not count. Directions of the first kind are found by elimination;
 * mostly there are none and all is said. Otherwise they form a matrix B over the empty cells with few columns: it says what is
 * identifiable by its rank, and what exists by {@link PositiveSolution}. Only which cells have somebody matters, so verdicts are
 * kept by that pattern ({@link VerdictCache}). Scratch memory of one worker.
 */
final class Existence {

    private static final double NOTHING = 1e-9;

    private final Marginals data;
    private final VerdictCache cache;
    private final PositiveSolution positive = new PositiveSolution();
    private final int[] pivotOf;
    private double[] rows = new double[0];
    private double[] free = new double[0];
    private double[] row = new double[0];
    private double[] b = new double[0];
    private int rank;

    Existence(Marginals data) {
        this.data = data;
        cache = new VerdictCache(data.support.length);
        pivotOf = new int[data.size];
    }

    /** The verdict on the model from the table that {@link #data} holds now. */
    Verdict of(Parameters model) {
        Verdict known = cache.find(data.support, model.key);
        if (known != null) {
            return known;
        }
        Verdict found = examine(model);
        cache.keep(found);
        return found;
    }

    /** The table that is asked about. */
    Marginals data() {
        return data;
    }

    /** The verdict without looking whether it is known. */
    Verdict examine(Parameters model) {
        int columns = model.finiteCount;
        room(columns);
        seenCells(model, columns);
        int directions = columns - rank;
        if (directions == 0) {
            return Verdict.SOUND;
        }
        directions(columns, directions);
        int cells = emptyCells(model, columns, directions);
        // Elimination spoils nothing that is needed: it works on rows of its own.
        boolean identifiable = rankOf(b, cells, directions) == directions;
        return Verdict.of(positive.exists(b, cells, directions), identifiable);
    }

    private void room(int columns) {
        if (rows.length < columns * columns) {
            rows = new double[columns * columns];
            free = new double[columns * columns];
            row = new double[columns];
            b = new double[data.size * columns];
        }
    }

    /** Reduces the design of the cells with somebody to {@link #rank} rows, each with a pivot of its own. */
    private void seenCells(Parameters model, int columns) {
        rank = 0;
        for (int cell = 1; cell < data.size && rank < columns; cell++) {
            if (data.count[cell] > 0) {
                for (int j = 0; j < columns; j++) {
                    row[j] = (model.finite[j] & cell) == model.finite[j] ? 1 : 0;
                }
                add(columns);
            }
        }
    }

    private void add(int columns) {
        for (int i = 0; i < rank; i++) {
            subtract(row, 0, i * columns, row[pivotOf[i]], columns);
        }
        int pivot = 0;
        for (int j = 1; j < columns; j++) {
            if (Math.abs(row[j]) > Math.abs(row[pivot])) {
                pivot = j;
            }
        }
        if (Math.abs(row[pivot]) < NOTHING) {
            return;
        }
        double by = row[pivot];
        for (int j = 0; j < columns; j++) {
            rows[rank * columns + j] = row[j] / by;
        }
        for (int i = 0; i < rank; i++) {
            subtract(rows, i * columns, rank * columns, rows[i * columns + pivot], columns);
        }
        pivotOf[rank++] = pivot;
    }

    private void subtract(double[] from, int at, int what, double times, int columns) {
        if (times != 0) {
            for (int j = 0; j < columns; j++) {
                from[at + j] -= times * rows[what + j];
            }
        }
    }

    /** A basis of what no cell with somebody sees: {@code directions} × {@code columns} into {@link #free}. */
    private void directions(int columns, int directions) {
        java.util.Arrays.fill(free, 0, directions * columns, 0);
        int found = 0;
        for (int j = 0; j < columns; j++) {
            if (!isPivot(j)) {
                free[found * columns + j] = 1;
                for (int i = 0; i < rank; i++) {
                    free[found * columns + pivotOf[i]] = -rows[i * columns + j];
                }
                found++;
            }
        }
    }

    private boolean isPivot(int column) {
        for (int i = 0; i < rank; i++) {
            if (pivotOf[i] == column) {
                return true;
            }
        }
        return false;
    }

    /** What the directions do to the cells without anybody; rows that they leave alone are not kept. */
    private int emptyCells(Parameters model, int columns, int directions) {
        int kept = 0;
        for (int cell = 1; cell < data.size; cell++) {
            if (data.count[cell] == 0 && !model.leavesOut(cell)) {
                boolean moved = false;
                for (int d = 0; d < directions; d++) {
                    double sum = 0;
                    for (int j = 0; j < columns; j++) {
                        sum += (model.finite[j] & cell) == model.finite[j] ? free[d * columns + j] : 0;
                    }
                    b[kept * directions + d] = Math.abs(sum) < NOTHING ? 0 : sum;
                    moved |= Math.abs(sum) >= NOTHING;
                }
                kept += moved ? 1 : 0;
            }
        }
        return kept;
    }

    private int rankOf(double[] matrix, int cells, int columns) {
        rank = 0;
        for (int i = 0; i < cells && rank < columns; i++) {
            System.arraycopy(matrix, i * columns, row, 0, columns);
            add(columns);
        }
        return rank;
    }
}
