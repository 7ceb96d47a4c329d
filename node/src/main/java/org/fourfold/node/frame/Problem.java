package org.fourfold.node.frame;

import java.util.Map;
import java.util.Objects;

/**
 * A fault that a person can mend. The texts stand in the module's messages ({@link Messages}) under
 * {@code <code>.fault} and {@code <code>.mend}; {@code {name}} in a text is replaced from {@code details}. Details are
 * shown to the person who typed them and never logged.
 *
 * @param code stable, lower case, dotted by module: {@code prevention.date-ambiguous}
 * @param place where: a field of a form, or a row and column
 * @param details what the texts name
 */
public record Problem(String code, Place place, Map<String, String> details) {

    public Problem {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(place, "place");
        details = Map.copyOf(details);
    }

    public static Problem of(String code) {
        return new Problem(code, Place.NOWHERE, Map.of());
    }

    public static Problem inField(String code, String field) {
        return new Problem(code, new Place.Field(field), Map.of());
    }

    public static Problem inCell(String code, long row, String column, Map<String, String> details) {
        return new Problem(code, new Place.Cell(row, column), details);
    }

    /** The same fault with one more detail for its texts. */
    public Problem with(String name, String value) {
        var more = new java.util.HashMap<>(details);
        more.put(name, value);
        return new Problem(code, place, more);
    }

    /** Where a fault stands. */
    public sealed interface Place {

        Place NOWHERE = new Whole();

        /** The thing as a whole. */
        record Whole() implements Place {}

        /** A field of a form, by its name in the form. */
        record Field(String name) implements Place {}

        /** A cell of a table: row as the file's own line or row number, first = 1; column by its heading. */
        record Cell(long row, String column) implements Place {}

        /** A file or folder. Only ever one that the person named or that belongs to the node. */
        record File(String path) implements Place {}
    }
}
