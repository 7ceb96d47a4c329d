package org.fourfold.linkage.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.StringTokenizer;
import java.util.function.BiFunction;
import org.fourfold.linkage.model.ModelProblem.Fault;

/** Reads {@code together NAME SLOT LEVEL|LEVEL + SLOT LEVEL ...}. */
final class InteractionWords {

    private final List<Comparison> comparisons;
    private final BiFunction<Fault, String, ModelProblem> problem;

    /** With the comparisons that stand above. */
    InteractionWords(List<Comparison> comparisons, BiFunction<Fault, String, ModelProblem> problem) {
        this.comparisons = comparisons;
        this.problem = problem;
    }

    Interaction read(String text) {
        StringTokenizer words = new StringTokenizer(text);
        if (!words.hasMoreTokens()) {
            throw problem.apply(Fault.TOGETHER_FORM, text);
        }
        String name = words.nextToken();
        List<Interaction.Condition> conditions = new ArrayList<>();
        Set<Integer> named = new HashSet<>();
        StringTokenizer parts = new StringTokenizer(text.substring(name.length()), "+");
        while (parts.hasMoreTokens()) {
            Interaction.Condition condition = condition(new StringTokenizer(parts.nextToken()));
            if (!named.add(condition.comparison())) {
                throw problem.apply(Fault.TOGETHER_TWICE, condition.slot());
            }
            conditions.add(condition);
        }
        if (conditions.size() < 2) {
            throw problem.apply(Fault.TOGETHER_ALONE, name);
        }
        return new Interaction(name, conditions);
    }

    private Interaction.Condition condition(StringTokenizer words) {
        if (words.countTokens() != 2) {
            throw problem.apply(Fault.TOGETHER_FORM, "");
        }
        String slot = words.nextToken();
        for (int c = 0; c < comparisons.size(); c++) {
            if (comparisons.get(c).slot().equals(slot)) {
                return new Interaction.Condition(c, slot, levels(comparisons.get(c), words.nextToken()));
            }
        }
        throw problem.apply(Fault.TOGETHER_NO_COMPARE, slot);
    }

    private Set<Integer> levels(Comparison comparison, String text) {
        Set<Integer> levels = new HashSet<>();
        StringTokenizer words = new StringTokenizer(text, "|");
        while (words.hasMoreTokens()) {
            String word = words.nextToken();
            boolean known = false;
            for (int l = 0; l < comparison.levels().size(); l++) {
                Level level = comparison.levels().get(l);
                if (word.equals(
                        level.kind() == Level.Kind.PART
                                ? level.slot()
                                : level.kind().word())) {
                    levels.add(l + 1);
                    known = true;
                }
            }
            if (!known) {
                throw problem.apply(Fault.TOGETHER_NO_LEVEL, word);
            }
        }
        return levels;
    }
}
