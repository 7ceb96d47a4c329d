package org.fourfold.linkage.model;

import java.io.Serializable;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Which records are looked at together: those that have all of this in common. Who lacks one of the parts is met by another
 * rule.
 *
 * @param groups one part each, or several whose order does not count
 * @param most records that have it in common above which the rule says too little to look at all their pairs
 */
public record Rule(List<List<Part>> groups, int most) implements Serializable {

    /** Records that share a key above which not everybody meets everybody, unless the rule says another number. */
    public static final int MOST_USUAL = 4_000;

    public Rule {
        groups = groups.stream().map(List::copyOf).toList();
        if (groups.isEmpty() || groups.stream().anyMatch(List::isEmpty)) {
            throw new IllegalArgumentException("a rule without parts would let everybody meet everybody");
        }
    }

    public List<Part> parts() {
        return groups.stream().flatMap(List::stream).toList();
    }

    /** As a model file writes it. */
    @Override
    public String toString() {
        return groups.stream()
                .map(group -> group.size() == 1
                        ? group.getFirst().toString()
                        : group.stream().map(Part::toString).collect(Collectors.joining(" ", "{", "}")))
                .collect(Collectors.joining(" + ", "", most == MOST_USUAL ? "" : " at-most " + most));
    }
}
