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
        final int[] cells;

        Desk(Sweep.Prepared prepared) {
            this.sweep = new Sweep(prepared);
            this.simulator = Simulator.of(prepared.field());
            this.cells = new int[prepared.field().cases().length];
        }
    }

    static MonteCarlo of(Sweep.Prepared prepared, double observed, ScanOptions options, Run run) {
        int asked = options.replicates();
        int stopAfter = options.stopAfter();
        double[] maxima = new double[asked];
        int done = 0;
        while (done < asked) {
            int from = done;
            int batch = stopAfter == 0 ? asked : Math.min(BATCH, asked - done);
            Workers.each(run, "replicates", batch, () -> new Desk(prepared), (desk, index) -> {
                int total = desk.simulator.draw(Chance.stream(run.seed(), PART, from + index), desk.cells);
                maxima[from + index] = desk.sweep.largest(desk.cells, total);
            });
            done += batch;
            int end = end(maxima, done, observed, stopAfter);
            if (end > 0) {
                return new MonteCarlo(asked, end, stopAfter, Arrays.copyOf(maxima, end));
            }
        }
        return new MonteCarlo(asked, done, stopAfter, maxima);
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
