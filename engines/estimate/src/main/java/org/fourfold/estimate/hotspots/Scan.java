package org.fourfold.estimate.hotspots;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.fourfold.estimate.run.DataDigest;
import org.fourfold.estimate.run.Problem;
import org.fourfold.estimate.run.Problems;
import org.fourfold.estimate.run.Provenance;
import org.fourfold.estimate.run.Run;

/** One scan from data to result. */
final class Scan {

    /** Fewer cases than this in a cluster are hidden beyond the analyst's page. */
    static final int SHOWN_LEAST = 5;

    private static final int REPLICATES_LEAST = 99;

    private final AreaData data;
    private final ScanOptions options;
    private final Run run;
    private final Problems problems = new Problems();

    Scan(AreaData data, ScanOptions options, Run run) {
        this.data = data;
        this.options = options;
        this.run = run;
    }

    ScanResult result() {
        options.check(data, problems);
        problems.refuse();
        Spots spots = new Spots(data);
        Field field = Field.of(data, spots, options, problems);
        problems.refuse();
        Windows windows =
                new WindowsBuilder(spots, field, options.limits()).of(options.shape(), data.borders, problems);
        Spans spans = Spans.of(field.times(), options.time(), options.limits().timeShare());
        Prepared prepared = Prepared.of(field, windows, spans, options.limits().casesLeast());
        List<Finder.Found> found = found(prepared);
        double observed = found.isEmpty() ? 0 : found.getFirst().ratio();
        MonteCarlo monteCarlo = Replicates.of(prepared, observed, options, run);
        Clusters clusters = new Clusters(data, spots, field, options, monteCarlo);
        List<Cluster> told = new ArrayList<>();
        for (Finder.Found window : found) {
            told.add(clusters.of(told.size() + 1, window));
        }
        return new ScanResult(
                options,
                data.metric(),
                data.timeline,
                spans.longest(),
                windows.distinct * spans.many(),
                field.total(),
                field.expected(field.whole()),
                adjusted(),
                told,
                monteCarlo,
                cautions(spots, field, told, monteCarlo),
                provenance());
    }

    private List<Finder.Found> found(Prepared prepared) {
        Finder finder = new Finder(prepared);
        List<Finder.Found> found = new ArrayList<>();
        while (found.size() < options.clustersMost()) {
            run.goOn();
            Optional<Finder.Found> next = finder.likeliest();
            if (next.isEmpty()) {
                break;
            }
            found.add(next.get());
            finder.bar(next.get(), options.overlap());
        }
        return found;
    }

    private ScanResult.Adjusted adjusted() {
        boolean poisson = options.model() == ScanModel.POISSON;
        return new ScanResult.Adjusted(
                options.model() != ScanModel.SPACE_TIME_PERMUTATION,
                poisson ? data.denominators.adjustedFor() : List.of(),
                poisson && data.denominators.effort().length > 0,
                data.denominators.source());
    }

    private List<Problem> cautions(Spots spots, Field field, List<Cluster> told, MonteCarlo monteCarlo) {
        data.cautions.forEach(
                p -> problems.add(p.fault(), p.place(), p.details().toArray()));
        if (adjusted().forStrata().isEmpty()) {
            problems.add(HotspotsFault.NOT_ADJUSTED, "");
        }
        if (!adjusted().forEffort()) {
            problems.add(HotspotsFault.EFFORT_NOT_GIVEN, "");
        }
        double most = Arrays.stream(field.weight()).sum() * options.limits().populationShare();
        for (int s = 0; s < spots.size; s++) {
            if (field.weight()[s] > most * (1 + 1e-12)) {
                String id = data.regions.get(spots.members[s][0]).id();
                problems.add(
                        HotspotsFault.REGION_ABOVE_LIMIT, id, options.limits().populationShare());
            }
        }
        islands();
        if (told.stream().anyMatch(c -> c.observed() < SHOWN_LEAST)) {
            problems.add(HotspotsFault.SMALL_COUNTS, "", SHOWN_LEAST);
        }
        if (monteCarlo.stoppedEarly()) {
            problems.add(HotspotsFault.STOPPED_EARLY, "", monteCarlo.done(), monteCarlo.asked());
        }
        if (options.replicates() < REPLICATES_LEAST) {
            problems.add(HotspotsFault.FEW_REPLICATES, "", options.replicates(), REPLICATES_LEAST);
        }
        if (options.time() == ScanTime.PROSPECTIVE) {
            problems.add(HotspotsFault.PROSPECTIVE_LOOKS, "");
        }
        return problems.all();
    }

    private void islands() {
        for (int r = 0; options.shape() instanceof Shape.Flexible && r < data.borders.length; r++) {
            if (data.borders[r].length == 0) {
                problems.add(HotspotsFault.ISLAND, data.regions.get(r).id());
            }
        }
    }

    private Provenance provenance() {
        DataDigest digest = data.digest();
        return Provenance.of(digest.text(options.toString()), run);
    }
}
