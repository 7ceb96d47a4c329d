package org.fourfold.estimate.policy;

import java.util.List;
import java.util.Locale;
import org.fourfold.estimate.policy.SourceResult.Direction;
import org.fourfold.estimate.run.Problems;

/** What may be said, from what each source says; why nothing stronger goes to the cautions. */
final class Judgement {

    /** A placebo rank above this is no better than chance. */
    private static final double ALIKE = 0.1;
    /** Fewer placebos can never rank below {@link #ALIKE}. */
    private static final int PLACEBOS_MIN = 9;

    private Judgement() {}

    static Verdict of(List<SourceResult> sources, Problems problems) {
        List<SourceResult> changed = sources.stream().filter(s -> hasChanged(s)).toList();
        if (changed.isEmpty()) {
            return sources.stream().anyMatch(s -> s.change().direction() == Direction.NONE)
                    ? Verdict.NOTHING_SEEN
                    : Verdict.TOO_LITTLE;
        }
        boolean supported = true;
        if (changed.stream().map(SourceResult::origin).distinct().count() < 2) {
            problems.add(PolicyFault.ONE_SOURCE, "");
            supported = false;
        }
        Direction first = changed.getFirst().change().direction();
        if (sources.stream().map(s -> s.change().direction()).anyMatch(d -> d != first && d != Direction.TOO_LITTLE)) {
            problems.add(PolicyFault.SOURCES_DISAGREE, "");
            supported = false;
        }
        for (SourceResult source : changed) {
            supported &= placebosDiffer(source, problems);
            problems.add(
                    PolicyFault.REPORTING_COULD_EXPLAIN,
                    source.name(),
                    percent(source.reporting().forAll()),
                    percent(source.reporting().forLimit()));
        }
        return supported ? Verdict.EFFECT_SUPPORTED : Verdict.CHANGE_SEEN;
    }

    private static boolean hasChanged(SourceResult source) {
        return source.change().direction() == Direction.DOWN || source.change().direction() == Direction.UP;
    }

    private static boolean placebosDiffer(SourceResult source, Problems problems) {
        boolean differ = true;
        Placebos dates = source.dates();
        if (dates.each().size() < PLACEBOS_MIN) {
            problems.add(
                    PolicyFault.FEW_PLACEBO_DATES, source.name(), dates.each().size());
        } else if (dates.p() > ALIKE) {
            problems.add(
                    PolicyFault.PLACEBO_DATES_ALIKE,
                    source.name(),
                    dates.asStrong(),
                    dates.each().size());
            differ = false;
        }
        Placebos places = source.places();
        boolean few = places.each().size() < PLACEBOS_MIN;
        if (places.each().isEmpty()) {
            problems.add(PolicyFault.NO_PLACEBO_PLACES, "");
        } else if (few) {
            problems.add(
                    PolicyFault.FEW_PLACEBO_PLACES, source.name(), places.each().size());
        }
        if (few ? places.asStrong() > 0 : places.p() > ALIKE) {
            problems.add(
                    PolicyFault.PLACEBO_PLACES_ALIKE,
                    source.name(),
                    places.asStrong(),
                    places.each().size());
            differ = false;
        }
        return differ;
    }

    private static String percent(double factor) {
        return String.format(Locale.ROOT, "%+.1f", 100 * (factor - 1));
    }
}
