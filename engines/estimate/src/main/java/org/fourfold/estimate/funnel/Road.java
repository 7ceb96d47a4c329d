package org.fourfold.estimate.funnel;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.fourfold.estimate.run.Problems;

/**
 * The states through which cases go.
 *
 * @param stages from the first, in which every case begins ({@code reported}), to the last, in which the road ends well
 *     ({@code paid}); a case may leave some out
 * @param ends the other ways in which a case ends ({@code archived}, {@code dismissed} ...)
 */
public record Road(List<String> stages, List<String> ends) {

    /** As many states as a chain may have. */
    public static final int STATES_MAX = 16;

    public Road {
        stages = List.copyOf(stages);
        ends = List.copyOf(ends);
        Problems problems = new Problems();
        if (stages.size() < 2) {
            problems.add(FunnelFault.ONE_STAGE, "");
        }
        if (stages.size() + ends.size() > STATES_MAX) {
            problems.add(FunnelFault.TOO_MANY_STATES, "", stages.size() + ends.size(), STATES_MAX);
        }
        Set<String> seen = new HashSet<>();
        Stream.concat(stages.stream(), ends.stream())
                .filter(name -> !seen.add(name))
                .forEach(name -> problems.add(FunnelFault.STATE_TWICE, "", name));
        problems.refuse();
    }

    /** Reported, investigated, charged, tried, convicted, sentenced, paid; archived, dismissed, acquitted, withdrawn, or the person removed. */
    public static Road usual() {
        return new Road(
                List.of("reported", "investigated", "charged", "tried", "convicted", "sentenced", "paid"),
                List.of("archived", "dismissed", "acquitted", "withdrawn", "removed"));
    }

    /** Stages first, then ends. */
    public List<String> states() {
        return Stream.concat(stages.stream(), ends.stream()).toList();
    }

    /** Whether nothing follows: the last stage, or an end. */
    boolean isLast(int state) {
        return state >= stages.size() - 1;
    }
}
