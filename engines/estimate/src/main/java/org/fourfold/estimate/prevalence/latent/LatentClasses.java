package org.fourfold.estimate.prevalence.latent;

import java.util.Arrays;
import java.util.List;
import org.fourfold.estimate.prevalence.CaptureTable;
import org.fourfold.estimate.prevalence.PrevalenceFault;
import org.fourfold.estimate.prevalence.chains.ChainOptions;
import org.fourfold.estimate.prevalence.chains.Diagnosis;
import org.fourfold.estimate.prevalence.chains.PopulationQuantiles;
import org.fourfold.estimate.run.Chance;
import org.fourfold.estimate.run.DataDigest;
import org.fourfold.estimate.run.Problems;
import org.fourfold.estimate.run.Provenance;
import org.fourfold.estimate.run.Run;
import org.fourfold.estimate.run.Workers;

/**
 * How many persons there are by a Dirichlet-process mixture of latent classes (Manrique-Vallier 2016, Bayesian population size
 * estimation using Dirichlet process mixtures, Biometrics 72). Chains of Gibbs draws from starts of their own; no number is
 * given while they disagree.
 */
public final class LatentClasses {

    private static final int CHAIN = 1;

    private LatentClasses() {}

    /**
     * The posterior of the number of persons.
     *
     * @throws org.fourfold.estimate.run.RefusedException when a chain has not moved, the chains disagree or say too little
     */
    public static LatentEstimate of(CaptureTable table, LatentOptions options, Run run) {
        ChainOptions lengths = options.chains();
        Chain[] chains = new Chain[lengths.chains()];
        Workers.each(run, "latent classes, burning in", chains.length, () -> "", (desk, c) -> {
            LatentGibbs gibbs = new LatentGibbs(table, options, Chance.stream(run.seed(), CHAIN, c));
            chains[c] = new Chain(gibbs, lengths.kept(), table.cases());
            chains[c].go(lengths.burnIn(), run);
        });
        int thin = lengths.thin();
        Diagnosis diagnosis = goOn(chains, 0, thin, run);
        for (int d = 0; d < options.doublings() && !diagnosis.holds(lengths); d++) {
            thin *= 2;
            diagnosis = goOn(chains, lengths.kept() / 2, thin, run);
        }
        return judged(table, options, run, chains, diagnosis, lengths.burnIn() + (long) lengths.kept() * thin);
    }

    /** Draws from {@code from} on; those before it are every second one of all that were. */
    private static Diagnosis goOn(Chain[] chains, int from, int thin, Run run) {
        Workers.each(run, "latent classes, every " + thin, chains.length, () -> "", (desk, c) -> {
            chains[c].halve(from);
            chains[c].keep(from, thin, run);
        });
        return Diagnosis.of(Arrays.stream(chains).map(chain -> chain.population).toArray(double[][]::new));
    }

    /** A chain and what it keeps: the number of persons and of classes in use. */
    private static final class Chain {
        private final LatentGibbs gibbs;
        private final double[] population;
        private final int[] inUse;
        private final int cases;

        Chain(LatentGibbs gibbs, int kept, int cases) {
            this.gibbs = gibbs;
            this.population = new double[kept];
            this.inUse = new int[kept];
            this.cases = cases;
        }

        void go(int steps, Run run) {
            for (int step = 0; step < steps; step++) {
                if (step % 256 == 0) {
                    run.goOn();
                }
                gibbs.step();
            }
        }

        void halve(int half) {
            for (int i = 0; i < half; i++) {
                population[i] = population[2 * i + 1];
                inUse[i] = inUse[2 * i + 1];
            }
        }

        void keep(int from, int thin, Run run) {
            for (int i = from; i < population.length; i++) {
                go(thin, run);
                population[i] = cases + (double) gibbs.missing();
                inUse[i] = gibbs.classesInUse();
            }
        }
    }

    private static LatentEstimate judged(
            CaptureTable table, LatentOptions options, Run run, Chain[] chains, Diagnosis diagnosis, long steps) {
        Problems problems = new Problems();
        diagnosis.judge(options.chains(), "N", problems);
        int[] inUse =
                Arrays.stream(chains).flatMapToInt(c -> Arrays.stream(c.inUse)).toArray();
        double full =
                Arrays.stream(inUse).filter(used -> used == options.classes()).count() / (double) inUse.length;
        if (full > 0.5 && options.classes() > 1) {
            problems.add(PrevalenceFault.CLASSES_FULL, "", options.classes());
        }
        problems.refuse();
        DataDigest digest = new DataDigest();
        digest.text("prevalence.latent").whole(options.classes()).numbers(options.shape(), options.rate());
        digest.text(options.chains().toString()).whole(options.doublings());
        table.into(digest);
        List<double[]> draws = Arrays.stream(chains).map(c -> c.population).toList();
        return new LatentEstimate(
                PopulationQuantiles.of(
                        draws.stream().flatMapToDouble(Arrays::stream).toArray()),
                diagnosis,
                draws,
                steps,
                Arrays.stream(inUse).average().orElseThrow(),
                problems.all(),
                Provenance.of(digest, run));
    }
}
