package org.fourfold.node.protection.htcds;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.fourfold.node.frame.Answer;
import org.fourfold.node.frame.FieldGroup;
import org.fourfold.node.frame.PrivateJson;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.protection.Answers;
import org.fourfold.node.protection.Field;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Columns that follow those of the standard so that another Fourfold reads back what the standard cannot say: each answer
 * that no cell implies ({@code given:…}, {@code unknown}, {@code declined}), and the other system's own columns.
 */
public final class OwnColumns {

    static final String PREFIX = "fourfold_";

    /** Columns of other systems, as one JSON object by name. */
    static final String ASIDE = PREFIX + "aside";

    private static final JsonMapper JSON = PrivateJson.mapper();
    private static final String GIVEN = "given:";

    private OwnColumns() {}

    public static List<String> heading() {
        return Stream.concat(fields().map(OwnColumns::column), Stream.of(ASIDE)).toList();
    }

    /** What may go out at all: the lawyer's own group never does, and nobody brings it in. */
    private static Stream<Field> fields() {
        return Arrays.stream(Field.values()).filter(field -> Homes.groups().contains(field.group()));
    }

    /** The column that holds the answer to a field. */
    public static String column(Field field) {
        return PREFIX + field.formName();
    }

    /** The cell that says that an answer was given. */
    public static String given(String value) {
        return GIVEN + value;
    }

    /** The field of a column of ours; empty for any other. */
    static Optional<Field> field(String column) {
        return fields().filter(field -> column(field).equals(column)).findFirst();
    }

    /** The answer that a cell stands for; empty when it is none. */
    static Optional<Answer<String>> answer(Field field, String cell) {
        return switch (cell) {
            case "unknown" -> Optional.of(new Answer.Unknown<>());
            case "declined" -> Optional.of(new Answer.Declined<>());
            case "not-asked" -> Optional.of(new Answer.NotAsked<>());
            default -> cell.startsWith(GIVEN) ? given(field, cell.substring(GIVEN.length())) : Optional.empty();
        };
    }

    private static Optional<Answer<String>> given(Field field, String value) {
        if (value.length() > Field.WORDS_MAX) {
            return Optional.empty();
        }
        List<String> sent = field.kind() == Field.Kind.SEVERAL ? field.codes(value) : List.of(value);
        try {
            return field.parse(sent).filter(value::equals).map(Answer.Given::new);
        } catch (ProblemException none) {
            return Optional.empty();
        }
    }

    /** The cells that say what those of the standard do not. */
    public static Map<String, String> cells(Answers answers, Map<String, String> cells, Set<FieldGroup> groups) {
        Map<String, String> own = new LinkedHashMap<>();
        Answers said = Mapping.answers(cells);
        Map<Field, Answer<String>> all = new EnumMap<>(Field.class);
        all.putAll(answers.byField());
        all.forEach((field, answer) -> {
            if (groups.contains(field.group())
                    && !(answer instanceof Answer.NotAsked<String>)
                    && !answer.equals(said.of(field))) {
                own.put(
                        column(field),
                        answer.asGiven().map(value -> GIVEN + value).orElseGet(answer::code));
            }
        });
        return own;
    }

    /** Other systems' columns as one cell; empty when there are none. */
    public static String aside(Map<String, String> cells) {
        ObjectNode aside = JSON.createObjectNode();
        cells.forEach((name, cell) -> {
            if (!Homes.all().containsKey(name)) {
                aside.put(name, cell);
            }
        });
        return aside.isEmpty() ? "" : JSON.writeValueAsString(aside);
    }

    /** The same read back; empty when the cell is no object of texts. */
    static Optional<Map<String, String>> readAside(String cell) {
        try {
            JsonNode aside = JSON.readTree(cell);
            Map<String, String> cells = new LinkedHashMap<>();
            if (!aside.isObject()) {
                return Optional.empty();
            }
            for (Map.Entry<String, JsonNode> entry : aside.properties()) {
                if (!entry.getValue().isString() || Homes.all().containsKey(entry.getKey())) {
                    return Optional.empty();
                }
                cells.put(entry.getKey(), entry.getValue().asString());
            }
            return Optional.of(cells);
        } catch (JacksonException malformed) {
            return Optional.empty();
        }
    }
}
