package org.fourfold.linkage.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.StringTokenizer;
import org.fourfold.linkage.model.ModelProblem.Fault;

/**
 * Reads a model file (docs/formats/linkage-model.md): a line a statement, {@code #} begins a remark.
 *
 * <pre>
 * model persons 1
 * id rec_id | id
 * source org
 * field name person given=nombres surnames=apellidos
 * field born date dob
 * compare name.given1 same rare, sound rare, near .88, swapped name.given2
 * block born + name.surname1~sound
 * train phone
 * cluster mean=6 against=.34
 * </pre>
 */
public final class ModelReader {

    /** Lines of a model file that are read. */
    public static final int LINES_MAX = 1_000;

    private static final String MANY = "many";

    /** Signs that may stand between several values of one cell. */
    private static final String SEPARATORS = ";|/,+&";

    private final String file;
    private int line;
    private String name = "";
    private String version = "";
    private List<String> ids = List.of();
    private List<String> sources = List.of();
    private final List<FieldModel> fields = new ArrayList<>();
    private final List<Comparison> comparisons = new ArrayList<>();
    private final List<Rule> blocks = new ArrayList<>();
    private final List<Rule> training = new ArrayList<>();
    private boolean acrossOnly;
    private boolean dayFirst = true;
    private Clustering clustering = Clustering.USUAL;
    private Counting counting = Counting.RECORDS;
    private final List<Interaction> interactions = new ArrayList<>();

    private ModelReader(String file) {
        this.file = file;
    }

    /**
     * A model that comes with Fourfold.
     *
     * @throws IllegalArgumentException when there is none of that name
     */
    public static LinkageModel shipped(String name) {
        return read(name + ShippedModels.ENDING, shippedLines(name));
    }

    /** The lines of its file, for who keeps them with what was learnt. */
    public static List<String> shippedLines(String name) {
        return ShippedModels.text(name).lines().toList();
    }

    /**
     * Reads the lines of a model file.
     *
     * @param file its name, for what is said of it
     * @throws ModelProblem when a line cannot be understood or names what is not there
     */
    public static LinkageModel read(String file, List<String> lines) {
        ModelReader reader = new ModelReader(file);
        if (lines.size() > LINES_MAX) {
            throw new ModelProblem(file, LINES_MAX, Fault.TOO_MANY_LINES, Map.of("max", String.valueOf(LINES_MAX)));
        }
        for (String text : lines) {
            reader.line++;
            reader.statement(text.indexOf('#') >= 0 ? text.substring(0, text.indexOf('#')) : text);
        }
        return reader.whole();
    }

    private void statement(String text) {
        List<String> words = words(text.strip(), " \t");
        if (words.isEmpty()) {
            return;
        }
        String rest = text.strip().substring(words.getFirst().length()).strip();
        switch (words.getFirst()) {
            case "model" -> model(words);
            case "id" -> ids = alternatives(rest);
            case "source" -> sources = alternatives(rest);
            case "field" -> fields.add(field(words.subList(1, words.size())));
            case "compare" -> comparisons.add(comparison(rest));
            case "block" -> blocks.add(rule(rest));
            case "train" -> training.add(rule(rest));
            case "month-first" -> dayFirst = false;
            case "across" -> acrossOnly = true;
            case "cluster" ->
                clustering = new ClusteringWords(this::amount, ModelReader::alternatives, this::problem)
                        .read(words.subList(1, words.size()), clustering);
            case "rarity" -> counting = counting(words);
            case "together" -> together(rest);
            default -> throw problem(Fault.UNKNOWN_STATEMENT, words.getFirst());
        }
    }

    private Counting counting(List<String> words) {
        return Arrays.stream(Counting.values())
                .filter(each -> words.size() == 2
                        && each.name().toLowerCase(Locale.ROOT).equals(words.getLast()))
                .findFirst()
                .orElseThrow(() -> problem(Fault.RARITY_FORM));
    }

    private void together(String rest) {
        Interaction interaction = new InteractionWords(comparisons, this::problem).read(rest);
        if (interactions.size() == Interaction.MOST
                || interactions.stream().anyMatch(each -> each.name().equals(interaction.name()))) {
            throw new ModelProblem(file, line, Fault.TOGETHER_OTHERS, Map.of("max", String.valueOf(Interaction.MOST)));
        }
        interactions.add(interaction);
    }

    private void model(List<String> words) {
        if (words.size() != 3) {
            throw problem(Fault.MODEL_FORM);
        }
        name = words.get(1);
        version = words.get(2);
    }

    private FieldModel field(List<String> words) {
        if (words.size() < 3) {
            throw problem(Fault.FIELD_FORM);
        }
        FieldKind kind = kind(words.get(1));
        List<FieldModel.Input> inputs = new ArrayList<>();
        boolean many = false;
        String separators = "";
        for (String word : words.subList(2, words.size())) {
            int equals = word.indexOf('=');
            String part = equals < 0 ? "" : word.substring(0, equals);
            if (part.equals(MANY) || word.equals(MANY)) {
                many = true;
                separators = separators(word.substring(equals + 1), equals >= 0);
            } else {
                inputs.add(new FieldModel.Input(part, alternatives(word.substring(equals + 1))));
            }
        }
        check(kind, inputs);
        if (many
                && EnumSet.of(FieldKind.PERSON, FieldKind.PLACE, FieldKind.ADDRESS)
                        .contains(kind)) {
            throw problem(Fault.KIND_OF_ONE_VALUE, kind.word());
        }
        return new FieldModel(words.getFirst(), kind, inputs, many, separators);
    }

    /** The signs that stand between the values of one cell. */
    private String separators(String signs, boolean said) {
        boolean fit = signs.chars().allMatch(sign -> SEPARATORS.indexOf(sign) >= 0);
        if (said && (!fit || signs.isEmpty())) {
            throw new ModelProblem(file, line, Fault.UNKNOWN_SEPARATOR, Map.of("known", SEPARATORS));
        }
        return said ? signs : "";
    }

    private void check(FieldKind kind, List<FieldModel.Input> inputs) {
        boolean named = inputs.stream().noneMatch(input -> input.part().isEmpty());
        boolean parts = kind == FieldKind.PERSON || kind == FieldKind.PLACE;
        if ((parts && !named) || (!parts && (inputs.size() != 1 || named))) {
            throw problem(parts ? Fault.KIND_OF_PARTS : Fault.KIND_OF_ONE_COLUMN, kind.word());
        }
        if (kind == FieldKind.PERSON) {
            inputs.stream()
                    .filter(input -> !kind.inputs().contains(input.part()))
                    .findFirst()
                    .ifPresent(input -> {
                        throw problem(Fault.UNKNOWN_PART, input.part(), kind.inputs());
                    });
        }
    }

    private FieldKind kind(String word) {
        return Arrays.stream(FieldKind.values())
                .filter(kind -> kind.word().equals(word))
                .findFirst()
                .orElseThrow(() -> problem(
                        Fault.UNKNOWN_KIND,
                        word,
                        Arrays.stream(FieldKind.values()).map(FieldKind::word).toList()));
    }

    private Comparison comparison(String rest) {
        int space = rest.indexOf(' ');
        if (space < 0) {
            throw problem(Fault.COMPARE_FORM);
        }
        String slot = slot(rest.substring(0, space));
        List<Level> levels = new ArrayList<>();
        for (String text : words(rest.substring(space), ",")) {
            levels.add(level(words(text.strip(), " \t")));
        }
        levels.add(Level.OTHERWISE);
        if (levels.size() > Comparison.LEVELS_MAX) {
            throw new ModelProblem(
                    file, line, Fault.TOO_MANY_LEVELS, Map.of("max", String.valueOf(Comparison.LEVELS_MAX)));
        }
        if (levels.stream()
                .anyMatch(level -> level.kind() == Level.Kind.SWAPPED && (isMany(slot) || isMany(level.slot())))) {
            throw problem(Fault.SWAPPED_SEVERAL, slot);
        }
        return new Comparison(slot, levels);
    }

    private boolean isMany(String slot) {
        return fields.stream().anyMatch(field -> field.isMany() && field.slots().contains(slot));
    }

    private Level level(List<String> words) {
        if (words.isEmpty()) {
            throw problem(Fault.NO_LEVEL);
        }
        Level.Kind kind = Arrays.stream(Level.Kind.values())
                .filter(each -> each != Level.Kind.ELSE && each.word().equals(words.getFirst()))
                .findFirst()
                .orElseThrow(() -> problem(Fault.UNKNOWN_LEVEL, words.getFirst()));
        boolean rare = words.getLast().equals("rare");
        String argument = words.size() > (rare ? 2 : 1) ? words.get(1) : "";
        return switch (kind) {
            case SAME -> new Level(kind, argument.isEmpty() ? 0 : amount(argument), "", rare);
            case NEAR, EDIT, YEARS, OVERLAP, WITHIN, ABOUT -> new Level(kind, amount(argument), "", rare);
            case SWAPPED -> new Level(kind, 0, slot(argument), rare);
            case PART -> new Level(kind, 0, argument, rare);
            default -> new Level(kind, 0, "", rare);
        };
    }

    private double amount(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw problem(Fault.NO_NUMBER, text);
        }
    }

    private Rule rule(String rest) {
        return new RuleWords(this::slot, this::amount, this::problem).read(rest);
    }

    /** A slot that a field above it has. */
    private String slot(String text) {
        Set<String> known = new HashSet<>();
        fields.forEach(field -> known.addAll(field.slots()));
        boolean place = fields.stream()
                .anyMatch(
                        field -> field.kind() == FieldKind.PLACE && field.name().equals(text));
        if (!known.contains(text) && !place) {
            throw problem(Fault.UNKNOWN_SLOT, text, known.stream().sorted().toList());
        }
        return text;
    }

    private LinkageModel whole() {
        if (name.isEmpty()) {
            throw problem(Fault.NO_MODEL);
        }
        if (comparisons.isEmpty() || blocks.isEmpty()) {
            throw problem(Fault.NO_COMPARE_OR_BLOCK);
        }
        LinkageModel model = new LinkageModel(
                name,
                version,
                ids,
                sources,
                fields,
                comparisons,
                blocks,
                training,
                clustering,
                acrossOnly,
                dayFirst,
                counting,
                interactions);
        for (Interaction each : interactions) {
            if (model.showing(each).isEmpty()) {
                throw problem(Fault.TOGETHER_UNLEARNT, each.name());
            }
        }
        return model;
    }

    private static List<String> alternatives(String text) {
        return words(text, "|").stream().map(String::strip).toList();
    }

    private static List<String> words(String text, String delimiters) {
        List<String> words = new ArrayList<>();
        StringTokenizer tokens = new StringTokenizer(text, delimiters);
        while (tokens.hasMoreTokens()) {
            words.add(tokens.nextToken());
        }
        return words;
    }

    private ModelProblem problem(Fault fault) {
        return new ModelProblem(file, line, fault, Map.of());
    }

    private ModelProblem problem(Fault fault, String word) {
        return new ModelProblem(file, line, fault, Map.of("word", word));
    }

    private ModelProblem problem(Fault fault, String word, Collection<String> known) {
        return new ModelProblem(file, line, fault, Map.of("word", word, "known", String.join(", ", known)));
    }
}
