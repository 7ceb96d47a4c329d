package org.fourfold.node.protection;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What another system's record said, cell by cell, as far as it has no field of ours: kept in the file under its group,
 * shown in plain words, given out again unchanged. Nobody asked the person here, so it is never an answer.
 *
 * @param cells by the field's name in the standard; a name the standard does not know was a column of the other system
 */
public record Imported(Map<String, String> cells) {

    public static final Imported NONE = new Imported(Map.of());

    public Imported {
        cells = Collections.unmodifiableMap(new LinkedHashMap<>(cells));
    }

    public boolean isEmpty() {
        return cells.isEmpty();
    }

    /** Both together; what is in the other wins. */
    public Imported with(Imported other) {
        Map<String, String> all = new LinkedHashMap<>(cells);
        all.putAll(other.cells);
        return new Imported(all);
    }

    /** Says nothing of what is in it. */
    @Override
    public String toString() {
        return cells.size() + " cells";
    }
}
