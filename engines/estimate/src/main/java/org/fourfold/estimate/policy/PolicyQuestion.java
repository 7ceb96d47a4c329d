package org.fourfold.estimate.policy;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.fourfold.estimate.run.DataDigest;
import org.fourfold.estimate.run.Problems;

/**
 * What is asked of a policy, written down before results are seen.
 *
 * @param sources that saw what it was to change, at best two that know nothing of each other
 * @param placeboPlaces series of places that it did not touch, same step
 * @param placeboDates before the policy; empty: every period before it that leaves room on both sides
 * @param model the same for all series
 * @param level of all intervals
 * @param smallestThatMatters the smallest relative change that would matter, 0.2 for a fifth: "nothing" is said only of a series
 *     that would have shown it
 */
public record PolicyQuestion(
        Policy policy,
        List<Source> sources,
        List<Series> placeboPlaces,
        List<LocalDate> placeboDates,
        SegmentedOptions model,
        double level,
        double smallestThatMatters) {

    public PolicyQuestion {
        sources = List.copyOf(sources);
        placeboPlaces = List.copyOf(placeboPlaces);
        placeboDates = List.copyOf(placeboDates);
        if (!(level > 0.5 && level < 1 && smallestThatMatters > 0 && smallestThatMatters < 1)) {
            throw new IllegalArgumentException("level from 0.5 to 1, smallest change that matters from 0 to 1");
        }
    }

    /** With the usual model, 95 %, a fifth, no placebo places and placebo dates by the rule. */
    public static PolicyQuestion of(Policy policy, List<Source> sources) {
        return new PolicyQuestion(policy, sources, List.of(), List.of(), SegmentedOptions.usual(), 0.95, 0.2);
    }

    /** All that forbids an answer. */
    void check(Problems problems) {
        if (sources.isEmpty()) {
            problems.add(PolicyFault.NO_SOURCE, "");
        }
        Set<String> names = new HashSet<>();
        for (Source source : sources) {
            check(source.series(), names, problems);
        }
        for (Series place : placeboPlaces) {
            check(place, names, problems);
        }
    }

    private void check(Series series, Set<String> names, Problems problems) {
        if (!names.add(series.name())) {
            problems.add(PolicyFault.NAME_TWICE, "", series.name());
        }
        int from = series.from(policy.date());
        if (from < 1 || from >= series.size()) {
            problems.add(PolicyFault.POLICY_OUTSIDE, series.name(), policy.date(), series.first(), series.last());
            return;
        }
        Segmented.check(series, from, model, problems);
        for (LocalDate date : placeboDates) {
            int placebo = series.from(date);
            if (placebo < Segmented.BEFORE_MIN || placebo > from - Segmented.AFTER_MIN) {
                problems.add(PolicyFault.PLACEBO_OUTSIDE, series.name(), date);
            }
        }
    }

    /** What is asked, for the digest of a result. */
    void into(DataDigest digest) {
        digest.text(policy.name()).text(policy.date().toString()).text(model.toString());
        digest.numbers(level, smallestThatMatters);
        sources.forEach(s -> {
            digest.text(s.origin());
            s.series().into(digest);
        });
        placeboPlaces.forEach(s -> s.into(digest));
        placeboDates.forEach(d -> digest.text(d.toString()));
    }
}
