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
        double[][] draws = new double[lengths.chains()][lengths.kept()];
        double[] inUse = new double[lengths.chains()];
        double[] full = new double[lengths.chains()];
        Workers.each(run, "latent classes", lengths.chains(), () -> "", (desk, c) -> {
            LatentGibbs chain = new LatentGibbs(table, options, Chance.stream(run.seed(), CHAIN, c));
            for (int step = 0; step < lengths.burnIn(); step++) {
                chain.step();
                goOn(run, step);
            }
            for (int i = 0; i < lengths.kept(); i++) {
                for (int step = 0; step < lengths.thin(); step++) {
                    chain.step();
                }
                goOn(run, i);
                draws[c][i] = table.cases() + (double) chain.missing();
                inUse[c] += (double) chain.classesInUse() / lengths.kept();
                full[c] += chain.classesInUse() == options.classes() ? 1.0 / lengths.kept() : 0;
            }
        });
        return judged(table, options, run, draws, mean(inUse), mean(full));
    }

    private static LatentEstimate judged(
            CaptureTable table, LatentOptions options, Run run, double[][] draws, double inUse, double full) {
        Problems problems = new Problems();
        Diagnosis diagnosis = Diagnosis.of(draws);
        diagnosis.judge(options.chains(), "N", problems);
        if (full > 0.5 && options.classes() > 1) {
            problems.add(PrevalenceFault.CLASSES_FULL, "", options.classes());
        }
        problems.refuse();
        DataDigest digest = new DataDigest();
        digest.text("prevalence.latent").whole(options.classes()).numbers(options.shape(), options.rate());
        digest.text(options.chains().toString());
        table.into(digest);
        return new LatentEstimate(
                PopulationQuantiles.of(
                        Arrays.stream(draws).flatMapToDouble(Arrays::stream).toArray()),
                diagnosis,
                List.of(draws),
                inUse,
                problems.all(),
                Provenance.of(digest, run));
    }

    private static void goOn(Run run, int step) {
        if (step % 256 == 0) {
            run.goOn();
        }
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }
}
