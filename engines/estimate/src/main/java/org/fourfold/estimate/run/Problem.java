package org.fourfold.estimate.run;

import java.util.List;

/**
 * A fault at a place.
 *
 * @param place where: {@code row 12}, {@code list C}, a region's id; empty for the whole
 * @param details what the fault's words name, in their order ({0} is the place, {1} the first detail)
 */
public record Problem(Fault fault, String place, List<String> details) {

    public Problem {
        details = List.copyOf(details);
    }

    public static Problem of(Fault fault, String place, Object... details) {
        return new Problem(
                fault,
                place,
                java.util.Arrays.stream(details).map(String::valueOf).toList());
    }
}
