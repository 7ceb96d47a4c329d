package org.fourfold.command.link;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fourfold.linkage.model.FieldModel;
import org.fourfold.linkage.model.LinkageModel;

/**
 * Which columns of one table a model reads.
 *
 * @param separators per column what stands between several values in one cell, empty where a cell holds one; in the model's
 *     order
 * @param id the column with the record's id
 * @param lacking fields of which the table has no column
 */
record WantedColumns(Map<String, String> separators, Optional<String> id, List<FieldModel> lacking) {

    static WantedColumns of(LinkageModel model, List<String> columns) {
        Map<String, String> separators = new LinkedHashMap<>();
        Optional<String> id = first(model.ids(), columns);
        id.ifPresent(column -> separators.put(column, ""));
        first(model.sources(), columns).ifPresent(column -> separators.put(column, ""));
        List<FieldModel> lacking = new ArrayList<>();
        for (FieldModel field : model.fields()) {
            List<String> found = field.inputs().stream()
                    .flatMap(input -> field.read(input, columns).stream())
                    .toList();
            found.forEach(column -> separators.put(column, field.between()));
            if (found.isEmpty()) {
                lacking.add(field);
            }
        }
        return new WantedColumns(separators, id, lacking);
    }

    private static Optional<String> first(List<String> names, List<String> columns) {
        return names.stream().filter(columns::contains).findFirst();
    }
}
