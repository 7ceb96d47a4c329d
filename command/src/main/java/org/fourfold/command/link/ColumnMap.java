package org.fourfold.command.link;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fourfold.linkage.model.FieldModel;
import org.fourfold.linkage.model.LinkageModel;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;

/**
 * What columns are called in these files: {@code FIELD=COLUMN}, where a field with parts is written {@code name.given}, and
 * {@code id} and {@code source} stand for the record's id and for who wrote it. A field that is named several times has several
 * names, for several files; the model's own count where a file has none of them.
 *
 * @param columns per field its columns, as typed
 */
public record ColumnMap(Map<String, List<String>> columns) {

    private static final String ID = "id";
    private static final String SOURCE = "source";

    /** Keeps a copy. */
    public ColumnMap {
        columns = Map.copyOf(columns);
    }

    /**
     * Reads what was typed.
     *
     * @throws ProblemException when it is not FIELD=COLUMN, or the model has no such field
     */
    public static ColumnMap of(List<String> typed, LinkageModel model) {
        List<String> known = fields(model);
        Map<String, List<String>> columns = new LinkedHashMap<>();
        List<Problem> problems = new ArrayList<>();
        for (String one : typed) {
            int equals = one.indexOf('=');
            if (equals <= 0 || one.substring(equals + 1).isBlank()) {
                problems.add(fault("command.link-map-form", known).with("typed", one));
            } else if (!known.contains(one.substring(0, equals))) {
                problems.add(fault("command.link-map-field", known)
                        .with("field", one.substring(0, equals))
                        .with("model", model.name()));
            } else {
                columns.computeIfAbsent(one.substring(0, equals), field -> new ArrayList<>())
                        .add(one.substring(equals + 1).strip());
            }
        }
        if (!problems.isEmpty()) {
            throw new ProblemException(problems);
        }
        return new ColumnMap(columns);
    }

    private static Problem fault(String code, List<String> known) {
        return Problem.inField(code, "--map").with("fields", String.join(", ", known));
    }

    /** What may stand before the equals sign. */
    public static List<String> fields(LinkageModel model) {
        List<String> fields = new ArrayList<>(List.of(ID, SOURCE));
        model.fields().forEach(field -> field.inputs().forEach(input -> fields.add(nameOf(field, input))));
        return fields;
    }

    private static String nameOf(FieldModel field, FieldModel.Input input) {
        return input.part().isEmpty() ? field.name() : field.name() + "." + input.part();
    }

    /** The model with these names before its own. */
    public LinkageModel in(LinkageModel model) {
        List<FieldModel> fields = model.fields().stream()
                .map(field -> field.withInputs(field.inputs().stream()
                        .map(input -> new FieldModel.Input(input.part(), names(nameOf(field, input), input.columns())))
                        .toList()))
                .toList();
        return model.withColumns(names(ID, model.ids()), names(SOURCE, model.sources()), fields);
    }

    private List<String> names(String field, List<String> own) {
        List<String> names = new ArrayList<>(columns.getOrDefault(field, List.of()));
        names.addAll(own);
        return names;
    }
}
