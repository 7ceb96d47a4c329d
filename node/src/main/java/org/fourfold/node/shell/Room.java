package org.fourfold.node.shell;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.fourfold.node.frame.Purpose;

/** A room of the house, in the order of the navigation. Each has one colour: the CSS class {@code room-<name>}. */
public enum Room {
    TODAY,
    PROTECTION,
    PREVENTION,
    PROSECUTION,
    PARTNERSHIP,
    TRUST;

    private static final Map<String, Room> GUARDED = Map.of(
            "/files", PROTECTION,
            "/refusals", PROTECTION,
            "/map", PREVENTION,
            "/publications", PARTNERSHIP,
            "/entities", PROSECUTION,
            "/investigations", PROSECUTION);

    /** The class that gives a page or a menu entry the room's colour. */
    public String cssClass() {
        return "room-" + code();
    }

    /** The key of the room's name. */
    public String titleKey() {
        return "shell.room." + code();
    }

    /** The purpose that somebody acts for in this room, where the room alone settles it. */
    public Optional<Purpose> purpose() {
        return switch (this) {
            case PROTECTION -> Optional.of(Purpose.PROTECTION);
            case PREVENTION -> Optional.of(Purpose.PREVENTION);
            case PROSECUTION -> Optional.of(Purpose.INVESTIGATION);
            case PARTNERSHIP -> Optional.of(Purpose.PARTNERSHIP);
            case TRUST -> Optional.of(Purpose.OVERSIGHT);
            case TODAY -> Optional.empty();
        };
    }

    /** The name of the module that answers in this room. */
    public String module() {
        return code();
    }

    /** The room that a path belongs to when only houses with that room answer it. */
    public static Optional<Room> guarding(String path) {
        return GUARDED.entrySet().stream()
                .filter(door -> path.equals(door.getKey()) || path.startsWith(door.getKey() + "/"))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
