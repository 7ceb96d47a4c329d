package org.fourfold.linkage.model;

import java.io.Serializable;
import java.util.List;
import java.util.stream.Stream;

/**
 * A field of the records.
 *
 * @param name as comparisons and rules call it
 * @param inputs from which columns it is read
 * @param isMany a record may say several values: in every column of the input that the table has, and in one cell
 * @param separators signs, each of which stands between several values in one cell; empty if a cell holds one
 */
public record FieldModel(String name, FieldKind kind, List<Input> inputs, boolean isMany, String separators)
        implements Serializable {

    /** Stands between the cells of several columns of one field: the sign that ASCII has for it. */
    public static final String BETWEEN_CELLS = "\u001E";

    /**
     * One part of it.
     *
     * @param part which; empty if the field has one only
     * @param columns the names its column may have: the first that the table has counts, of a field of several values all do
     */
    public record Input(String part, List<String> columns) implements Serializable {
        public Input {
            columns = List.copyOf(columns);
        }
    }

    public FieldModel {
        inputs = List.copyOf(inputs);
    }

    /** The same, read from other columns. */
    public FieldModel withInputs(List<Input> others) {
        return new FieldModel(name, kind, others, isMany, separators);
    }

    /** Those of the columns from which an input is read, in the order in which they count. */
    public List<String> read(Input input, List<String> columns) {
        List<String> found =
                input.columns().stream().filter(columns::contains).distinct().toList();
        return isMany || found.isEmpty() ? found : found.subList(0, 1);
    }

    /** What makes one cell of several values; empty where a cell holds one. */
    public String between() {
        return isMany ? separators.isEmpty() ? BETWEEN_CELLS : separators.substring(0, 1) : "";
    }

    /** What comparisons and rules may name. */
    public List<String> slots() {
        if (!kind.slots().isEmpty()) {
            return kind.slots().stream().map(part -> name + "." + part).toList();
        }
        if (kind == FieldKind.ADDRESS) {
            return Stream.concat(
                            Stream.of(name),
                            Stream.of("street", "door", "zone", "words").map(part -> name + "." + part))
                    .toList();
        }
        return kind == FieldKind.PLACE
                ? inputs.stream().map(input -> name + "." + input.part()).toList()
                : List.of(name);
    }
}
