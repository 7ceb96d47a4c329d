package org.fourfold.estimate.hotspots;

import java.util.Arrays;
import org.fourfold.estimate.run.Chance;
import org.fourfold.estimate.run.Run;
import org.fourfold.estimate.run.Workers;

/** Makes the replicates of a scan, each from its own stream, and ends early by a rule that threads cannot change. */
final class Replicates {

    /** Which use of chance this is. */
    private static final int PART = 11;
    /** So many are made before it is looked whether enough have reached the observed maximum. */
    private static final int BATCH = 256;

    private Replicates() {}

    private static final class Desk {
        final Sweep sweep;
        final Simulator simulator;
        final int[][] cells;
        final int[] totals;
        final double[] largest;

        Desk(Prepared prepared) {
            this.sweep = new Sweep(prepared);
            this.simulator = Simulator.of(prepared.field());
            this.cells = new int[prepared.lanes()][prepared.field().cases().length];
            this.totals = new int[prepared.lanes()];
            this.largest = new double[prepared.lanes()];
        }

        /** Fills in the maxima from {@code from} on, as many as are swept at once; none beyond {@code end}. */
        void fill(double[] maxima, int from, int end, long seed) {
            for (int lane = 0; lane < totals.length; lane++) {
                totals[lane] = 0;
                Arrays.fill(cells[lane], 0);
                if (from + lane < end) {
                    totals[lane] = simulator.draw(Chance.stream(seed, PART, from + lane), cells[lane]);
                }
            }
            sweep.largest(cells, totals, largest);
            System.arraycopy(largest, 0, maxima, from, Math.min(totals.length, end - from));
        }
    }

    static MonteCarlo of(Prepared prepared, double observed, ScanOptions options, Run run) {
        int asked = options.replicates();
        int stopAfter = options.stopAfter();
        double[] maxima = new double[asked];
        int done = 0;
        while (done < asked) {
            int from = done;
            int batch = stopAfter == 0 ? asked : Math.min(BATCH, asked - done);
            int lanes = prepared.lanes();
            Workers.each(
                    run,
                    "replicates",
                    (batch + lanes - 1) / lanes,
                    () -> new Desk(prepared),
                    (desk, step) -> desk.fill(maxima, from + step * lanes, from + batch, run.seed()));
            done += batch;
            int end = end(maxima, done, observed, stopAfter);
            if (end > 0) {
                return told(asked, end, stopAfter, maxima);
            }
        }
        return told(asked, done, stopAfter, maxima);
    }

    private static MonteCarlo told(int asked, int done, int stopAfter, double[] maxima) {
        return new MonteCarlo(
                asked, done, stopAfter, Arrays.stream(maxima, 0, done).boxed().toList());
    }

    /** After how many of the first {@code done} enough have reached it; 0 where they have not. */
    private static int end(double[] maxima, int done, double observed, int stopAfter) {
        double least = observed - 1e-10 * (1 + observed);
        int reached = 0;
        for (int i = 0; i < done && stopAfter > 0; i++) {
            reached += maxima[i] >= least ? 1 : 0;
            if (reached == stopAfter) {
                return i + 1;
            }
        }
        return 0;
    }
}
