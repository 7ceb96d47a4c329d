package org.fourfold.node.prosecution.reading;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A kind of thing of the model, with all it inherits.
 *
 * @param parents what it extends directly
 * @param lineage itself and everything it descends from
 * @param flags what else is said of it
 * @param required properties that a whole entity of it has
 * @param edge the tie it is drawn as, where it is one
 * @param properties by name, inherited ones included
 */
public record FtmSchema(
        String name,
        List<String> parents,
        Set<String> lineage,
        Set<Flag> flags,
        Set<String> required,
        Optional<Edge> edge,
        SortedMap<String, FtmProperty> properties) {

    /** What the model says of a schema. */
    public enum Flag {
        /** Only its descendants are used. */
        ABSTRACT,
        /** Entities of it may be compared with one another. */
        MATCHABLE,
        /** Made by programs that take in documents. */
        GENERATED,
        HIDDEN,
        DEPRECATED
    }

    /** A tie between two entities, by the names of the properties that name them. */
    public record Edge(String source, String target, boolean directed) {}

    public FtmSchema {
        parents = List.copyOf(parents);
        lineage = Set.copyOf(lineage);
        flags = Set.copyOf(flags);
        required = Set.copyOf(required);
        properties = Collections.unmodifiableSortedMap(new TreeMap<>(properties));
    }

    public boolean is(String ancestor) {
        return lineage.contains(ancestor);
    }

    public boolean isMatchable() {
        return flags.contains(Flag.MATCHABLE);
    }

    public boolean isAbstract() {
        return flags.contains(Flag.ABSTRACT);
    }

    public Optional<FtmProperty> property(String property) {
        return Optional.ofNullable(properties.get(property));
    }
}
