package org.fourfold.node.ground;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What the organisation is, chosen once at the first start. Protection and prosecution never share a node: a room that
 * is not chosen has no schema and no menu.
 */
public enum NodeKind {
    SHELTER,
    INVESTIGATION_UNIT,
    COMMISSION,
    OBSERVATORY;

    /** What every node has. */
    private static final Set<String> COMMON = Set.of("trust", "access", "registry");

    /** The rooms, by the names of their modules. */
    public Set<String> rooms() {
        return switch (this) {
            case SHELTER -> Set.of("protection", "prevention", "partnership");
            case INVESTIGATION_UNIT, COMMISSION -> Set.of("prosecution", "prevention", "partnership");
            case OBSERVATORY -> Set.of("prevention", "partnership");
        };
    }

    public boolean has(String room) {
        return rooms().contains(room);
    }

    /** The modules that have a schema: the rooms and what every node has. */
    public Set<String> modules() {
        Set<String> modules = new LinkedHashSet<>(COMMON);
        modules.addAll(rooms());
        return Set.copyOf(modules);
    }

    /** As written in {@code node.properties}: {@code investigation-unit}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<NodeKind> find(String code) {
        for (NodeKind kind : values()) {
            if (kind.code().equals(code)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
