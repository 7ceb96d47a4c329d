package org.fourfold.node.protection.clock;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Fields of a pack as they are read, and every fault with its file, rule and field. What was faulty comes as some value. */
final class PackJson {

    private final String file;
    private final List<String> faults = new ArrayList<>();
    private String rule = "";

    PackJson(String file) {
        this.file = file;
    }

    /** Faults from now on stand in this rule; empty: in the pack. */
    void in(String id) {
        rule = id;
    }

    List<String> faults() {
        return faults;
    }

    Words words(JsonNode node, String field) {
        JsonNode both = node.path(field);
        String english = both.path("en").asString("").strip();
        String spanish = both.path("es").asString("").strip();
        if (english.isEmpty()) {
            fault(field + ".en", "missing");
        }
        if (spanish.isEmpty()) {
            fault(field + ".es", "missing");
        }
        return new Words(english, spanish);
    }

    String text(JsonNode node, String field) {
        String text = node.path(field).asString("").strip();
        if (text.isEmpty()) {
            fault(field, "missing");
        }
        return text;
    }

    LocalDate date(JsonNode node, String field) {
        return optionalDate(node, field).orElseGet(() -> {
            fault(field, "missing");
            return LocalDate.EPOCH;
        });
    }

    Optional<LocalDate> optionalDate(JsonNode node, String field) {
        String text = node.path(field).asString("");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        LocalDate date = parsed(() -> LocalDate.parse(text));
        if (date == null) {
            fault(field, "a day such as 2026-11-27 is expected");
            return Optional.of(LocalDate.EPOCH);
        }
        return Optional.of(date);
    }

    static <T> @Nullable T parsed(Supplier<T> parser) {
        try {
            return parser.get();
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    FactKind kind(JsonNode node, String field) {
        return FactKind.parse(node.asString("")).orElseGet(() -> {
            fault(field, "a kind of fact that is not known");
            return FactKind.BIRTH;
        });
    }

    <E extends Enum<E>> E constant(JsonNode node, String field, Class<E> type, E otherwise) {
        String name = node.path(field).asString("");
        return Arrays.stream(type.getEnumConstants())
                .filter(value -> value.name().equals(name))
                .findFirst()
                .orElseGet(() -> {
                    fault(field, "one of " + Arrays.toString(type.getEnumConstants()) + " is expected");
                    return otherwise;
                });
    }

    void fault(String field, String what) {
        faults.add(file + (rule.isEmpty() ? "" : ", rule " + rule) + ", field " + field + ": " + what);
    }
}
