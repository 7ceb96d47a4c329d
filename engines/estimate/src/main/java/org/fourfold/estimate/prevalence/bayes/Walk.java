package org.fourfold.estimate.prevalence.bayes;

import java.util.random.RandomGenerator;
import org.fourfold.estimate.numbers.Draws;
import org.fourfold.estimate.prevalence.chains.ChainOptions;
import org.fourfold.estimate.run.Run;

/**
 * One chain of random-walk Metropolis through a model's parameters. Steps have the shape of the normal approximation at the peak;
 * their length is tuned while the chain burns in and fixed afterwards (Roberts, Gelman, Gilks 1997: about a quarter taken).
 */
final class Walk {

    private static final double TAKEN = 0.25;

    private final PairModel model;
    private final PairModel.Mode mode;
    private final Draws draws;
    private final double[] here;
    private final double[] there;
    private final double[] step;
    private final double[] desk;
    private double log;
    private double length;
    private long taken;

    Walk(PairModel model, PairModel.Mode mode, RandomGenerator random) {
        this.model = model;
        this.mode = mode;
        this.draws = new Draws(random);
        this.here = mode.beta().clone();
        this.there = new double[here.length];
        this.step = new double[here.length];
        this.desk = new double[model.cells()];
        this.length = 2.38 / Math.sqrt(here.length);
        begin();
    }

    /** A start about the peak, spread more widely than the posterior; nearer where that is next to impossible. */
    private void begin() {
        double peak = model.log(here, desk);
        for (double width = 2; ; width /= 2) {
            propose(width);
            log = model.log(there, desk);
            if (log > peak - 10.0 * here.length || width < 1e-3) {
                System.arraycopy(there, 0, here, 0, here.length);
                return;
            }
        }
    }

    /**
     * Walks.
     *
     * @param kept by parameter and kept draw, filled
     * @return share of the steps taken after burning in
     */
    double into(double[][] kept, ChainOptions options, Run run) {
        for (int i = 0; i < options.burnIn(); i++) {
            double chance = tried();
            length *= Math.exp((chance - TAKEN) / Math.sqrt(i + 10));
            goOn(run, i);
        }
        taken = 0;
        for (int i = 0; i < options.kept(); i++) {
            for (int s = 0; s < options.thin(); s++) {
                double _ = tried();
            }
            for (int p = 0; p < here.length; p++) {
                kept[p][i] = here[p];
            }
            goOn(run, i);
        }
        return (double) taken / ((long) options.kept() * options.thin());
    }

    private static void goOn(Run run, int i) {
        if (i % 64 == 0) {
            run.goOn();
        }
    }

    /** One step; the chance with which it was to be taken. */
    private double tried() {
        propose(length);
        double next = model.log(there, desk);
        double chance = next >= log ? 1 : Math.exp(next - log);
        if (draws.share() <= chance) {
            System.arraycopy(there, 0, here, 0, here.length);
            log = next;
            taken++;
        }
        return Double.isNaN(chance) ? 0 : chance;
    }

    /** From here by a normal step whose covariance is the inverse of the information: solves Lᵀ x = z. */
    private void propose(double width) {
        int n = here.length;
        double[] factor = mode.factor();
        for (int i = 0; i < n; i++) {
            step[i] = draws.normal();
        }
        for (int i = n - 1; i >= 0; i--) {
            double solved = step[i] / factor[i * n + i];
            step[i] = solved;
            for (int k = 0; k < i; k++) {
                step[k] -= factor[i * n + k] * solved;
            }
            there[i] = here[i] + width * solved;
        }
    }
}
