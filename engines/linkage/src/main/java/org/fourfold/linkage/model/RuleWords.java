package org.fourfold.linkage.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.StringTokenizer;
import java.util.function.BiFunction;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import org.fourfold.linkage.model.ModelProblem.Fault;

/** Reads what stands behind {@code block} and {@code train}: {@code PART + {PART PART} at-most N}. */
final class RuleWords {

    private static final String LIMIT = " at-most ";

    private final UnaryOperator<String> slot;
    private final ToDoubleFunction<String> amount;
    private final BiFunction<Fault, String, ModelProblem> problem;

    RuleWords(
            UnaryOperator<String> slot,
            ToDoubleFunction<String> amount,
            BiFunction<Fault, String, ModelProblem> problem) {
        this.slot = slot;
        this.amount = amount;
        this.problem = problem;
    }

    Rule read(String rest) {
        List<List<Part>> groups = new ArrayList<>();
        int limit = rest.indexOf(LIMIT);
        int most = limit < 0
                ? Rule.MOST_USUAL
                : (int) amount.applyAsDouble(
                        rest.substring(limit + LIMIT.length()).strip());
        for (String text : words(limit < 0 ? rest : rest.substring(0, limit), "+")) {
            String group = text.strip();
            boolean braces = group.startsWith("{") && group.endsWith("}");
            List<Part> parts = words(braces ? group.substring(1, group.length() - 1) : group, " \t").stream()
                    .map(this::part)
                    .toList();
            if (parts.isEmpty() || (!braces && parts.size() > 1)) {
                throw problem.apply(Fault.BLOCK_FORM, group);
            }
            groups.add(parts);
        }
        if (groups.isEmpty()) {
            throw problem.apply(Fault.EMPTY_RULE, rest);
        }
        return new Rule(groups, most);
    }

    private Part part(String text) {
        int tilde = text.indexOf('~');
        if (tilde < 0) {
            return new Part(slot.apply(text), Derivation.VALUE);
        }
        List<String> words = words(text.substring(tilde + 1), ":");
        Derivation.Kind kind = Arrays.stream(Derivation.Kind.values())
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(words.getFirst()))
                .findFirst()
                .orElseThrow(() -> problem.apply(Fault.UNKNOWN_DERIVATION, "~" + words.getFirst()));
        int length = words.size() > 1 ? (int) amount.applyAsDouble(words.get(1)) : 0;
        boolean needsLength = switch (kind) {
            case FIRST, LAST, WORDS, LIKE -> true;
            default -> false;
        };
        if (needsLength != length > 0) {
            throw problem.apply(needsLength ? Fault.NO_LENGTH : Fault.NEEDLESS_LENGTH, text);
        }
        return new Part(slot.apply(text.substring(0, tilde)), new Derivation(kind, length));
    }

    private static List<String> words(String text, String delimiters) {
        List<String> words = new ArrayList<>();
        StringTokenizer tokens = new StringTokenizer(text, delimiters);
        while (tokens.hasMoreTokens()) {
            words.add(tokens.nextToken());
        }
        return words;
    }
}
