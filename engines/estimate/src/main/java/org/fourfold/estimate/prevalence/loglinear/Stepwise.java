package org.fourfold.estimate.prevalence.loglinear;

import java.util.function.Supplier;
import org.fourfold.estimate.prevalence.CaptureTable;
import org.fourfold.estimate.run.Run;

/**
 * Forward choice of pairs of lists with a BCa interval whose replicates choose again (Chan, Silverman, Vincent 2021, Multiple systems
 * estimation for sparse capture data: inferential challenges when there are nonoverlapping lists).
 */
public final class Stepwise {

    private static final int PART = 1;

    /**
     * How a model is chosen and how often again.
     *
     * @param threshold a pair enters when its overlap is at most that likely without it; 0 for the model of independent lists
     * @param replicates of the bootstrap
     */
    public record Options(double threshold, int replicates) {

        /** As published: 0.02 and 1,000. */
        public static final Options USUAL = new Options(0.02, 1000);

        public Options {
            if (!(threshold >= 0 && threshold <= 0.2)) {
                throw new IllegalArgumentException("threshold " + threshold + ": 0 to 0.2");
            }
            if (replicates < 20 || replicates > 1_000_000) {
                throw new IllegalArgumentException("replicates " + replicates + ": 20 to 1,000,000");
            }
        }
    }

    /** A model that was chosen step by step, with what its choice may have been otherwise. */
    public record Estimate(FittedModel fitted, Bootstrap bootstrap, LeaveOneOut leaveOneOut) {}

    private Stepwise() {}

    /**
     * The model chosen and fitted.
     *
     * @throws org.fourfold.estimate.run.RefusedException where not even independent lists have an estimate
     */
    public static FittedModel choose(CaptureTable table, double threshold) {
        StepwiseChoice choice = new StepwiseChoice(table.lists().size());
        choice.fit.data.set(table.counts());
        LogLinear.refuse(choice.choose(threshold, null), Interactions.NONE.text(table.lists()));
        return FittedModel.of(choice.fit, choice.model(), table.lists());
    }

    /** The same with its intervals. */
    public static Estimate estimate(CaptureTable table, Options options, Run run) {
        FittedModel fitted = choose(table, options.threshold);
        int lists = table.lists().size();
        PoissonFit independent = new PoissonFit(lists);
        independent.data.set(table.counts());
        var _ = independent.fit(Interactions.NONE, null);
        Supplier<Chooser> chooser = () -> new ByStep(lists, options.threshold, independent.beta.clone());
        LeaveOneOut leaveOneOut = LeaveOneOut.of(run, table.counts(), chooser);
        Bootstrap bootstrap = Bootstrap.of(
                run, PART, table.counts(), options.replicates, fitted, leaveOneOut.acceleration(), chooser);
        return new Estimate(fitted, bootstrap, leaveOneOut);
    }

    /** The choice, begun from the table's own coefficients. */
    private static final class ByStep implements Chooser {
        private final StepwiseChoice choice;
        private final double threshold;
        private final double[] start;

        ByStep(int lists, double threshold, double[] start) {
            choice = new StepwiseChoice(lists);
            this.threshold = threshold;
            this.start = start;
        }

        @Override
        public boolean choose(int[] counts) {
            choice.fit.data.set(counts);
            return choice.choose(threshold, start).isSound();
        }

        @Override
        public double population() {
            return choice.fit.population();
        }

        @Override
        public double logUnseen() {
            return choice.fit.beta[0];
        }

        @Override
        public double logUnseenError() {
            return choice.fit.logUnseenError();
        }

        @Override
        public Interactions model() {
            return choice.model();
        }
    }
}
