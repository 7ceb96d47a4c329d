package org.fourfold.linkage.model;

import java.io.Serializable;
import java.util.List;

/**
 * A field of the records.
 *
 * @param name as comparisons and rules call it
 * @param inputs from which columns it is read
 * @param separator what stands between several values in one cell; empty if a cell holds one
 */
public record FieldModel(String name, FieldKind kind, List<Input> inputs, String separator) implements Serializable {

    /**
     * One part of it.
     *
     * @param part which; empty if the field has one only
     * @param columns the names its column may have, the first that the table has counts
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
        return new FieldModel(name, kind, others, separator);
    }

    /** What comparisons and rules may name. */
    public List<String> slots() {
        if (!kind.slots().isEmpty()) {
            return kind.slots().stream().map(part -> name + "." + part).toList();
        }
        return kind == FieldKind.PLACE
                ? inputs.stream().map(input -> name + "." + input.part()).toList()
                : List.of(name);
    }
}
