package org.fourfold.estimate.prevalence.strata;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.fourfold.estimate.prevalence.CaptureTable;
import org.fourfold.estimate.prevalence.PrevalenceFault;
import org.fourfold.estimate.prevalence.chains.PopulationQuantiles;
import org.fourfold.estimate.prevalence.strata.PooledEstimate.Interval;
import org.fourfold.estimate.prevalence.strata.PooledEstimate.Range;
import org.fourfold.estimate.run.Chance;
import org.fourfold.estimate.run.DataDigest;
import org.fourfold.estimate.run.Problems;
import org.fourfold.estimate.run.Provenance;
import org.fourfold.estimate.run.RefusedException;
import org.fourfold.estimate.run.Run;
import org.fourfold.estimate.run.Workers;
import org.hipparchus.distribution.continuous.TDistribution;
import org.jspecify.annotations.Nullable;

/**
 * What linkage left open goes into the interval: matches are drawn, each draw is estimated, and the draws are pooled, by all of
 * their replicates together and by the variances within and between them (Rubin 1987, Multiple imputation; on the logarithm).
 */
public final class LinkageUncertainty {

    private static final int TABLE = 6;
    private static final int ESTIMATE = 7;
    private static final int DRAWS_MIN = 10;
    private static final int DRAWS_MAX = 100_000;
    /** If more draws than this share allow no estimate, those that do are a selection. */
    private static final double REFUSED_MAX = 0.1;

    private LinkageUncertainty() {}

    /**
     * Estimates over draws of who is who.
     *
     * @param draws how many, from 10 to 100,000
     * @param methodName told in the digest of the result
     * @throws RefusedException when more than a tenth of the draws allow no estimate
     */
    public static PooledEstimate of(LinkageDraws linkage, int draws, String methodName, Method method, Run run) {
        if (draws < DRAWS_MIN || draws > DRAWS_MAX) {
            throw new IllegalArgumentException("draws: " + draws + "; from " + DRAWS_MIN + " to " + DRAWS_MAX);
        }
        CaptureTable[] tables = new CaptureTable[draws];
        @Nullable Replicates[] estimates = new @Nullable Replicates[draws];
        Workers.each(run, "draws of linkage", draws, () -> "", (desk, i) -> {
            tables[i] = linkage.draw(i, Chance.stream(run.seed(), TABLE, i));
            estimates[i] = estimate(tables[i], method, Method.inner(run, ESTIMATE, i));
        });
        List<Replicates> given = Arrays.stream(estimates)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
        Problems problems = new Problems();
        int refused = draws - given.size();
        if (refused > REFUSED_MAX * draws) {
            problems.add(PrevalenceFault.LINKAGE_MOSTLY_REFUSED, "", refused, draws);
        } else if (refused > 0) {
            problems.add(PrevalenceFault.LINKAGE_SOME_REFUSED, "", refused, draws);
        }
        problems.refuse();
        return pooled(given, tables, problems, provenance(tables, methodName, run));
    }

    private static @Nullable Replicates estimate(CaptureTable table, Method method, Run run) {
        try {
            return method.of(table, run);
        } catch (RefusedException e) {
            return null;
        }
    }

    private static PooledEstimate pooled(
            List<Replicates> given, CaptureTable[] tables, Problems problems, Provenance provenance) {
        int m = given.size();
        double[] points = given.stream().mapToDouble(Replicates::point).toArray();
        double[] logs = Arrays.stream(points).map(Math::log).toArray();
        double within = given.stream()
                .mapToDouble(
                        r -> variance(Arrays.stream(r.draws()).map(Math::log).toArray()))
                .average()
                .orElseThrow();
        double between = variance(logs) * (1 + 1.0 / m);
        double centre = Arrays.stream(logs).average().orElseThrow();
        double freedom = between > 0 ? (m - 1) * Math.pow(1 + within / between, 2) : Double.POSITIVE_INFINITY;
        double half = Math.sqrt(within + between)
                * new TDistribution(Math.min(freedom, 1e6)).inverseCumulativeProbability(0.975);
        double whole = within + between;
        return new PooledEstimate(
                PopulationQuantiles.of(given.stream()
                        .flatMapToDouble(r -> Arrays.stream(r.draws()))
                        .toArray()),
                new Interval(Math.exp(centre), Math.exp(centre - half), Math.exp(centre + half)),
                whole > 0 ? between / whole : 0,
                points,
                new Range(
                        Arrays.stream(tables)
                                .mapToInt(CaptureTable::cases)
                                .min()
                                .orElseThrow(),
                        Arrays.stream(tables)
                                .mapToInt(CaptureTable::cases)
                                .max()
                                .orElseThrow()),
                problems.all(),
                provenance);
    }

    private static double variance(double[] values) {
        double mean = Arrays.stream(values).average().orElseThrow();
        return Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum() / (values.length - 1);
    }

    private static Provenance provenance(CaptureTable[] tables, String methodName, Run run) {
        DataDigest digest = new DataDigest();
        digest.text("prevalence.linkage").text(methodName).whole(tables.length);
        for (CaptureTable table : tables) {
            table.into(digest);
        }
        return Provenance.of(digest, run);
    }
}
