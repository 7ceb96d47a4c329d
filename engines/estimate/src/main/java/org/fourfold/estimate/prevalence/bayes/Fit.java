package org.fourfold.estimate.prevalence.bayes;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.fourfold.estimate.prevalence.CaptureTable;
import org.fourfold.estimate.prevalence.PrevalenceFault;
import org.fourfold.estimate.prevalence.chains.ChainOptions;
import org.fourfold.estimate.run.Chance;
import org.fourfold.estimate.run.Problems;
import org.fourfold.estimate.run.Run;
import org.fourfold.estimate.run.Workers;

/**
 * All chains of one model.
 *
 * @param terms masks, the intercept first
 * @param kept by chain, term and draw
 * @param acceptance the smallest share of steps taken of all chains
 */
@SuppressWarnings("ArrayRecordComponent") // numbers for inner loops, never compared
record Fit(int[] terms, double[][][] kept, double acceptance) {

    /**
     * Walks through a model of intercept, lists and dependences.
     *
     * @param pairs the dependences, as masks
     * @param excluded pairs at minus infinity, as masks
     * @param part which use of chance this is
     */
    static Fit of(CaptureTable table, int[] pairs, int[] excluded, ThresholdOptions options, Run run, int part) {
        int lists = table.lists().size();
        int[] terms = IntStream.concat(
                        IntStream.concat(
                                IntStream.of(0), IntStream.range(0, lists).map(j -> 1 << j)),
                        Arrays.stream(pairs))
                .toArray();
        double[] precision = Arrays.stream(terms)
                .mapToDouble(term -> Integer.bitCount(term) == 2 ? 1 / options.variance() : 0)
                .toArray();
        PairModel model = new PairModel(table, terms, precision, excluded);
        PairModel.Mode mode = model.mode().orElseThrow(() -> {
            Problems problems = new Problems();
            problems.add(PrevalenceFault.NO_PROPER_POSTERIOR, "");
            return new org.fourfold.estimate.run.RefusedException(problems.all());
        });
        ChainOptions lengths = options.chains();
        double[][][] kept = new double[lengths.chains()][terms.length][lengths.kept()];
        double[] taken = new double[lengths.chains()];
        Workers.each(run, "threshold " + (part - 1), lengths.chains(), () -> "", (desk, c) -> {
            Walk walk = new Walk(model, mode, Chance.stream(run.seed(), part, c));
            taken[c] = walk.into(kept[c], lengths, run);
        });
        return new Fit(terms, kept, Arrays.stream(taken).min().orElseThrow());
    }

    /** Of one term, a row for each chain. */
    double[][] draws(int term) {
        int at = IntStream.range(0, terms.length)
                .filter(i -> terms[i] == term)
                .findFirst()
                .orElseThrow();
        return Arrays.stream(kept).map(chain -> chain[at]).toArray(double[][]::new);
    }

    /** The persons on the lists and the expected ones on none, a row for each chain. */
    double[][] population(int cases) {
        return Arrays.stream(draws(0))
                .map(chain -> Arrays.stream(chain).map(b -> cases + Math.exp(b)).toArray())
                .toArray(double[][]::new);
    }
}
