package org.fourfold.node.prevention.internal;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.StringTokenizer;
import org.fourfold.linkage.model.FieldModel;
import org.fourfold.linkage.model.LinkageModel;

/** The model of persons with the names that columns have in the lists at hand. */
final class OverlapColumns {

    private static final int NAME_MAX = 200;

    private final LinkageModel model;

    OverlapColumns(LinkageModel model) {
        this.model = model;
    }

    /** What a part is called: of the field's name and the part's, the one that says more. */
    static String part(FieldModel field, FieldModel.Input input) {
        return input.part().isEmpty() ? field.name() : input.part();
    }

    /**
     * The model in which each part has the usual names, those that were typed, and however the headings write them. Rows are
     * numbered, and the list is the source, whatever its columns say.
     */
    LinkageModel with(Map<String, String> typed, List<List<String>> headings) {
        List<FieldModel> fields = model.fields().stream()
                .map(field -> field.withInputs(field.inputs().stream()
                        .map(input -> new FieldModel.Input(
                                input.part(), names(input, typed.getOrDefault(part(field, input), ""), headings)))
                        .toList()))
                .toList();
        return model.withColumns(List.of(), List.of(), fields);
    }

    private static List<String> names(FieldModel.Input input, String typed, List<List<String>> headings) {
        List<String> asked = new ArrayList<>();
        StringTokenizer tokens = new StringTokenizer(typed.substring(0, Math.min(NAME_MAX, typed.length())), "|");
        while (tokens.hasMoreTokens()) {
            asked.add(tokens.nextToken().strip());
        }
        asked.addAll(input.columns());
        Set<String> names = new LinkedHashSet<>();
        for (String name : asked) {
            for (List<String> list : headings) {
                list.stream()
                        .filter(heading -> plain(heading).equals(plain(name)))
                        .forEach(names::add);
            }
        }
        return List.copyOf(names);
    }

    /** Without case, accents, spaces and signs: "Fecha de nacimiento" is fecha_de_nacimiento. */
    private static String plain(String heading) {
        return Normalizer.normalize(heading, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]", "");
    }

    /** Whether a list says who somebody is, and more than a name. */
    static boolean tellsWho(LinkageModel model, List<String> headings) {
        boolean full = has(model, "full", headings);
        boolean parts = has(model, "given", headings) && has(model, "surnames", headings);
        boolean more = List.of("born", "phone", "number", "municipality").stream()
                .anyMatch(part -> has(model, part, headings));
        return (full || parts) && more;
    }

    private static boolean has(LinkageModel model, String part, List<String> headings) {
        return model.fields().stream()
                .anyMatch(field -> field.inputs().stream()
                        .anyMatch(input -> part(field, input).equals(part)
                                && input.columns().stream().anyMatch(headings::contains)));
    }
}
