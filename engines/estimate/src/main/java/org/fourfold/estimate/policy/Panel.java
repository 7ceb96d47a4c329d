package org.fourfold.estimate.policy;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fourfold.estimate.run.DataDigest;
import org.fourfold.estimate.run.Problems;

/**
 * Places with the date on which each took a policy up, if it did; all series have the same periods.
 */
public record Panel(List<Place> places) {

    /**
     * A place.
     *
     * @param adopted empty: never within the series
     */
    public record Place(Series series, Optional<LocalDate> adopted) {}

    public Panel {
        places = List.copyOf(places);
        Problems problems = new Problems();
        if (places.isEmpty()) {
            problems.add(PolicyFault.NO_SOURCE, "");
        }
        Set<String> names = new HashSet<>();
        for (Place place : places) {
            Series series = place.series();
            Series first = places.getFirst().series();
            if (!names.add(series.name())) {
                problems.add(PolicyFault.NAME_TWICE, "", series.name());
            }
            if (series.step() != first.step()
                    || series.size() != first.size()
                    || !series.first().equals(first.first())) {
                problems.add(PolicyFault.PANEL_UNEVEN, series.name());
            }
        }
        problems.refuse();
    }

    int periods() {
        return places.getFirst().series().size();
    }

    /** The first period with the policy, or the number of periods where it never came. */
    int from(int place) {
        Series series = places.get(place).series();
        return places.get(place)
                .adopted()
                .map(day -> Math.max(0, Math.min(series.size(), series.from(day))))
                .orElse(series.size());
    }

    /** What the panel says, for the digest of a result. */
    void into(DataDigest digest) {
        for (Place place : places) {
            place.series().into(digest);
            digest.text(place.adopted().map(LocalDate::toString).orElse(""));
        }
    }
}
