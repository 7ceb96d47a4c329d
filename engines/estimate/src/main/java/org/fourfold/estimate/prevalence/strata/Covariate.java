package org.fourfold.estimate.prevalence.strata;

import java.util.List;

/**
 * Something about a person that changes how she comes onto lists: sex, age group, nationality.
 *
 * @param levels its values, at least 2
 * @param recordedBy the lists that ask it, as a mask: on no other list is it known
 */
public record Covariate(String name, List<String> levels, int recordedBy) {

    public Covariate {
        levels = List.copyOf(levels);
        if (levels.size() < 2) {
            throw new IllegalArgumentException(name + ": " + levels.size() + " values; at least 2");
        }
    }
}
