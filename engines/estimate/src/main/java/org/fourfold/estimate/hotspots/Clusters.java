package org.fourfold.estimate.hotspots;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Turns windows that were found into what is told about them. */
final class Clusters {

    private final AreaData data;
    private final Spots spots;
    private final Field field;
    private final ScanOptions options;
    private final MonteCarlo monteCarlo;

    Clusters(AreaData data, Spots spots, Field field, ScanOptions options, MonteCarlo monteCarlo) {
        this.data = data;
        this.spots = spots;
        this.field = field;
        this.options = options;
        this.monteCarlo = monteCarlo;
    }

    Cluster of(int rank, Finder.Found found) {
        int[] regions = Arrays.stream(found.spots())
                .flatMap(s -> Arrays.stream(spots.members[s]))
                .toArray();
        double expected = field.expected(found.measure());
        OptionalDouble p = monteCarlo.p(found.ratio());
        int points = found.to() - found.from() + 1;
        boolean prospective = options.time() == ScanTime.PROSPECTIVE;
        return new Cluster(
                rank,
                id(regions[0]),
                Arrays.stream(regions).mapToObj(this::id).toList(),
                footprint(found),
                options.time() == ScanTime.NONE ? Optional.empty() : Optional.of(span(found, points)),
                found.cases(),
                expected,
                population(regions),
                found.cases() / expected,
                relativeRisk(found.cases(), expected),
                found.ratio(),
                p,
                monteCarlo.gumbelP(found.ratio()),
                prospective && p.isPresent() ? OptionalDouble.of(1 / p.getAsDouble()) : OptionalDouble.empty(),
                why(found, regions, expected));
    }

    private String id(int region) {
        return data.regions.get(region).id();
    }

    private Cluster.Span span(Finder.Found found, int points) {
        return new Cluster.Span(data.timeline.from(found.from()), data.timeline.to(found.to()), points);
    }

    private OptionalDouble population(int[] regions) {
        return data.denominators.hasPopulation()
                ? OptionalDouble.of(Arrays.stream(regions)
                        .mapToDouble(r -> data.population(r).orElse(0))
                        .sum())
                : OptionalDouble.empty();
    }

    private double relativeRisk(int cases, double expected) {
        if (field.model() == ScanModel.EXPECTATION_POISSON) {
            return cases / expected;
        }
        double outside = (field.total() - cases) / (field.total() - expected);
        return cases / expected / outside;
    }

    private Cluster.Footprint footprint(Finder.Found found) {
        Region centre = data.regions.get(spots.members[found.spots()[0]][0]);
        return switch (options.shape()) {
            case Shape.Circle() -> new Cluster.Footprint.Disc(centre.x(), centre.y(), farthest(spots.points, found));
            case Shape.Ellipse _ -> {
                double shape = found.form().shape();
                double half = farthest(spots.points.pressed(shape, found.form().degrees()), found);
                yield new Cluster.Footprint.Oval(
                        centre.x(), centre.y(), half, half * shape, found.form().degrees());
            }
            case Shape.Flexible _ -> new Cluster.Footprint.Patch();
        };
    }

    private static double farthest(Points points, Finder.Found found) {
        return Arrays.stream(found.spots())
                .mapToDouble(s -> points.distance(found.spots()[0], s))
                .max()
                .orElse(0);
    }

    private Cluster.Why why(Finder.Found found, int[] regions, double expected) {
        int times = data.times;
        boolean whole = options.time() == ScanTime.NONE;
        int from = whole ? 0 : found.from();
        int to = whole ? times - 1 : found.to();
        List<Cluster.Count> ofRegions = new ArrayList<>();
        int[] observedAt = new int[times];
        double[] expectedAt = new double[times];
        for (int region : regions) {
            int observed = 0;
            double itsExpected = 0;
            for (int t = 0; t < times; t++) {
                int here = data.cases[region * times + t];
                double expectedHere = field.expected(field.byRegion()[region * times + t]);
                observedAt[t] += here;
                expectedAt[t] += expectedHere;
                observed += t >= from && t <= to ? here : 0;
                itsExpected += t >= from && t <= to ? expectedHere : 0;
            }
            ofRegions.add(new Cluster.Count(id(region), observed, itsExpected));
        }
        ofRegions.sort(Comparator.comparingDouble(c -> c.expected() - c.observed()));
        List<Cluster.Count> series = new ArrayList<>();
        for (int t = 0; t < times; t++) {
            series.add(new Cluster.Count(data.timeline.from(t).toString(), observedAt[t], expectedAt[t]));
        }
        double allExpected = field.expected(field.whole());
        return new Cluster.Why(
                field.total() - found.cases(),
                allExpected - expected,
                monteCarlo.reached(found.ratio()),
                ofRegions,
                series);
    }
}
