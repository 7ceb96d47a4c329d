package org.fourfold.node.prosecution.tables;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Where the values of one property come from.
 *
 * @param split the characters that part several values in one cell, such as {@code ;/}
 * @param required without it the entity is not made of that row
 * @param anyLength numbers of fewer digits than the column's others are taken: nothing was lost in front of them
 * @param language the language of a text, three letters, or nothing
 */
public record PropertyMapping(
        Source source, Optional<String> split, boolean required, boolean anyLength, Optional<String> language) {

    public PropertyMapping {
        Objects.requireNonNull(source, "source");
    }

    /** Where from. */
    public sealed interface Source {

        /** Each column gives a value of its own; joined, all give one. */
        record Columns(List<String> names, Optional<String> join) implements Source {
            public Columns {
                names = List.copyOf(names);
            }
        }

        /** A text with columns in it: {@code Habitación {Hab.}}. Empty when all its columns are. */
        record Template(String text) implements Source {}

        /** The same text in every row. */
        record Literal(String text) implements Source {}

        /** Another entity of the same row, by its name in the mapping. */
        record Entity(String name) implements Source {}
    }

    public static PropertyMapping of(Source source) {
        return new PropertyMapping(source, Optional.empty(), false, false, Optional.empty());
    }

    public static PropertyMapping column(String name) {
        return of(new Source.Columns(List.of(name), Optional.empty()));
    }

    public static PropertyMapping entity(String name) {
        return of(new Source.Entity(name));
    }

    public PropertyMapping splitAt(String characters) {
        return new PropertyMapping(source, Optional.of(characters), required, anyLength, language);
    }

    public PropertyMapping needed() {
        return new PropertyMapping(source, split, true, anyLength, language);
    }

    public PropertyMapping ofAnyLength() {
        return new PropertyMapping(source, split, required, true, language);
    }
}
