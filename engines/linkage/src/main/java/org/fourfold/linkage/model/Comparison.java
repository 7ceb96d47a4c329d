package org.fourfold.linkage.model;

import java.io.Serializable;
import java.util.List;

/**
 * How one slot of two records is compared.
 *
 * @param slot which
 * @param levels from the best to the worst; {@link Level#OTHERWISE} is the last of them
 */
public record Comparison(String slot, List<Level> levels) implements Serializable {

    /** Levels of one comparison, the empty one not counted. */
    public static final int LEVELS_MAX = 15;

    public Comparison {
        levels = List.copyOf(levels);
        if (levels.isEmpty() || !levels.getLast().equals(Level.OTHERWISE) || levels.size() > LEVELS_MAX) {
            throw new IllegalArgumentException("a comparison has 2 to " + LEVELS_MAX + " levels, the last one: else");
        }
    }
}
