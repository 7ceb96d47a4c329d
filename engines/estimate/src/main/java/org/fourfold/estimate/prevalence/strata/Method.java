package org.fourfold.estimate.prevalence.strata;

import org.fourfold.estimate.prevalence.CaptureTable;
import org.fourfold.estimate.run.Chance;
import org.fourfold.estimate.run.Run;

/** A way from one table to one estimate. */
@FunctionalInterface
public interface Method {

    /**
     * Estimates.
     *
     * @param run with a seed of its own for each table
     * @throws org.fourfold.estimate.run.RefusedException when this table allows no number
     */
    Replicates of(CaptureTable table, Run run);

    /** The run of one table of many: its own seed, one thread, whoever asked may still give up. */
    static Run inner(Run outer, int part, int index) {
        return new Run(Chance.stream(outer.seed(), part, index).nextLong(), 1, new Run.Listener() {
            @Override
            public void at(String stage, long done, long total) {
                // The outer run tells how many tables are behind.
            }

            @Override
            public boolean isCancelled() {
                return outer.listener().isCancelled();
            }
        });
    }
}
