package org.fourfold.node.protection.clock;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The packs that are shipped, under {@code rules/}. */
public final class RulePacks {

    private static final List<String> SHIPPED = List.of("mx.json", "us.json");

    private RulePacks() {}

    /** Throws UnreadableRulesException with every fault of every pack. */
    public static List<RulePack> shipped() {
        List<String> faults = new ArrayList<>();
        List<RulePack> packs = new ArrayList<>();
        for (String name : SHIPPED) {
            try {
                packs.add(RulePackReader.read(name, bytes(name)));
            } catch (UnreadableRulesException unreadable) {
                faults.addAll(unreadable.faults());
            }
        }
        faults.addAll(twice(packs));
        if (!faults.isEmpty()) {
            throw new UnreadableRulesException(faults);
        }
        return List.copyOf(packs);
    }

    /** Ids that two packs give, for a review must name one rule. */
    static List<String> twice(List<RulePack> packs) {
        Set<String> seen = new HashSet<>();
        return packs.stream()
                .flatMap(pack -> pack.rules().stream())
                .map(Rule::id)
                .filter(id -> !seen.add(id))
                .map(id -> "rule " + id + ", field id: another pack has it too")
                .toList();
    }

    private static byte[] bytes(String name) {
        try (InputStream stream = RulePacks.class.getResourceAsStream("/rules/" + name)) {
            if (stream == null) {
                throw new UnreadableRulesException(List.of(name + ": there is no such file"));
            }
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
