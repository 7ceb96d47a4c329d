package org.fourfold.linkage.model;

import java.io.Serializable;
import java.util.List;
import java.util.Set;

/**
 * Comparisons that come out so together among people who are not one: brothers, twins, a father and his son. Counted apart their
 * agreement would be believed several times.
 *
 * @param name what it is called, such as {@code siblings}
 * @param conditions at which levels each comparison holds, at least two of them, each comparison once
 */
public record Interaction(String name, List<Condition> conditions) implements Serializable {

    /** Interactions of one model. */
    public static final int MOST = 32;

    /**
     * A comparison and the levels at which it must hold.
     *
     * @param comparison its place in the model, from 0
     * @param slot which slot it compares
     * @param levels by number, 1 for the first
     */
    public record Condition(int comparison, String slot, Set<Integer> levels) implements Serializable {

        public Condition {
            levels = Set.copyOf(levels);
        }

        /** Whether all who hold it agree in a part of a rule. */
        boolean implies(Part part, List<Level> all) {
            return levels.stream().allMatch(number -> implies(part, all.get(number - 1)));
        }

        private boolean implies(Part part, Level level) {
            Derivation.Kind taken = part.derivation().kind();
            return switch (level.kind()) {
                case SAME -> part.slot().equals(slot);
                case SOUND ->
                    part.slot().equals(slot) && (taken == Derivation.Kind.SOUND || taken == Derivation.Kind.FORM);
                case FORM -> part.slot().equals(slot) && taken == Derivation.Kind.FORM;
                case PART -> part.slot().equals(slot + "." + level.slot());
                default -> false;
            };
        }
    }

    public Interaction {
        conditions = List.copyOf(conditions);
        if (conditions.size() < 2
                || conditions.stream().map(Condition::comparison).distinct().count() < conditions.size()) {
            throw new IllegalArgumentException("an interaction is of two comparisons at least, each named once");
        }
    }

    /** Whether all who agree so meet by a rule: then its pairs show how many do who are not one. */
    boolean isShownBy(Rule rule, List<Comparison> comparisons) {
        return rule.parts().stream()
                .allMatch(part -> conditions.stream()
                        .anyMatch(condition -> condition.implies(
                                part, comparisons.get(condition.comparison()).levels())));
    }
}
