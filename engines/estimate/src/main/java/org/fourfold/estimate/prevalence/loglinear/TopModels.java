package org.fourfold.estimate.prevalence.loglinear;

import java.util.ArrayList;
import java.util.List;
import org.fourfold.estimate.prevalence.CaptureTable;

/** The choice by Schwarz's criterion among given models, the first of those that are as good as each other. */
final class TopModels implements Chooser {

    /** The models, each with the coefficients that the table itself gave it: shared by all workers, never written to. */
    record Starts(int lists, List<Interactions> models, List<double[]> coefficients) {

        static Starts of(CaptureTable table, List<Interactions> models) {
            PoissonFit fit = new PoissonFit(table.lists().size());
            fit.data.set(table.counts());
            List<double[]> coefficients = new ArrayList<>();
            for (Interactions model : models) {
                var _ = fit.fit(model, null);
                coefficients.add(fit.beta.clone());
            }
            return new Starts(table.lists().size(), List.copyOf(models), coefficients);
        }
    }

    private final Starts starts;
    private final PoissonFit fit;
    private int best;
    private double population;
    private double logUnseen;
    private double logUnseenError;

    TopModels(Starts starts) {
        this.starts = starts;
        fit = new PoissonFit(starts.lists);
    }

    @Override
    public boolean choose(int[] counts) {
        fit.data.set(counts);
        best = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < starts.models.size(); i++) {
            if (fit.fit(starts.models.get(i), starts.coefficients.get(i)).isSound() && fit.bic() < least - 1e-9) {
                least = fit.bic();
                best = i;
                population = fit.population();
                logUnseen = fit.beta[0];
                logUnseenError = fit.logUnseenError();
            }
        }
        return best >= 0;
    }

    @Override
    public double population() {
        return population;
    }

    @Override
    public double logUnseen() {
        return logUnseen;
    }

    @Override
    public double logUnseenError() {
        return logUnseenError;
    }

    @Override
    public Interactions model() {
        return starts.models.get(best);
    }
}
