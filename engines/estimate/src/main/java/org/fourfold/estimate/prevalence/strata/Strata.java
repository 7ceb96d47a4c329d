package org.fourfold.estimate.prevalence.strata;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.fourfold.estimate.prevalence.CaptureTable;
import org.fourfold.estimate.prevalence.PrevalenceFault;
import org.fourfold.estimate.prevalence.strata.StratifiedEstimate.Stratum;
import org.fourfold.estimate.run.Chance;
import org.fourfold.estimate.run.DataDigest;
import org.fourfold.estimate.run.Problems;
import org.fourfold.estimate.run.Provenance;
import org.fourfold.estimate.run.RefusedException;
import org.fourfold.estimate.run.Run;
import org.fourfold.estimate.run.Workers;

/**
 * Each stratum (a year, a sex, a place) with an estimate of its own, and their sum. Persons of one stratum may be found more
 * easily than those of another: one table of all would then give too few (Sekar, Deming 1949).
 */
public final class Strata {

    private static final int STRATUM = 4;
    private static final int SUM = 5;
    private static final int SUM_DRAWS = 20_000;

    private Strata() {}

    /**
     * Estimates each stratum; the sum varies as the strata do, independently of each other.
     *
     * @param tables by stratum, in the order wanted; one person stands in one stratum
     * @param method told by name in the digest of the result
     */
    public static StratifiedEstimate of(Map<String, CaptureTable> tables, String methodName, Method method, Run run) {
        Problems problems = new Problems();
        if (tables.isEmpty()) {
            problems.add(PrevalenceFault.NO_STRATUM, "");
        }
        problems.refuse();
        List<Map.Entry<String, CaptureTable>> entries = List.copyOf(tables.entrySet());
        Stratum[] strata = new Stratum[entries.size()];
        Workers.each(run, "strata", strata.length, () -> "", (desk, i) -> {
            Map.Entry<String, CaptureTable> entry = entries.get(i);
            strata[i] = stratum(entry.getKey(), entry.getValue(), method, Method.inner(run, STRATUM, i));
        });
        for (Stratum stratum : strata) {
            if (stratum.estimate().isEmpty()) {
                problems.add(PrevalenceFault.STRATUM_WITHOUT_ESTIMATE, stratum.name(), stratum.cases());
            }
        }
        return new StratifiedEstimate(
                Arrays.asList(strata),
                sum(strata, Chance.stream(run.seed(), SUM, 0)),
                problems.all(),
                provenance(tables, methodName, run));
    }

    private static Stratum stratum(String name, CaptureTable table, Method method, Run run) {
        try {
            return new Stratum(name, table.cases(), Optional.of(method.of(table, run)), List.of());
        } catch (RefusedException e) {
            return new Stratum(name, table.cases(), Optional.empty(), e.problems());
        }
    }

    private static Optional<Replicates> sum(Stratum[] strata, RandomGenerator random) {
        List<Replicates> parts = new ArrayList<>();
        for (Stratum stratum : strata) {
            if (stratum.estimate().isEmpty()) {
                return Optional.empty();
            }
            parts.add(stratum.estimate().get());
        }
        double[] draws = new double[SUM_DRAWS];
        for (Replicates part : parts) {
            double[] of = part.draws();
            for (int d = 0; d < draws.length; d++) {
                draws[d] += of[random.nextInt(of.length)];
            }
        }
        return Optional.of(
                new Replicates(parts.stream().mapToDouble(Replicates::point).sum(), draws));
    }

    private static Provenance provenance(Map<String, CaptureTable> tables, String methodName, Run run) {
        DataDigest digest = new DataDigest();
        digest.text("prevalence.strata").text(methodName).whole(tables.size());
        tables.forEach((name, table) -> {
            digest.text(name);
            table.into(digest);
        });
        return Provenance.of(digest, run);
    }
}
