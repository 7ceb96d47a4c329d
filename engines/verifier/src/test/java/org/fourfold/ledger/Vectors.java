package org.fourfold.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.fourfold.ledger.json.CanonicalJson;
import org.fourfold.ledger.json.JsonValue;
import org.fourfold.ledger.json.JsonValue.JsonArray;
import org.fourfold.ledger.json.JsonValue.JsonNumber;
import org.fourfold.ledger.json.JsonValue.JsonObject;
import org.fourfold.ledger.json.JsonValue.JsonText;
import org.fourfold.ledger.json.JsonValue.JsonTruth;
import org.junit.jupiter.api.Assumptions;

/** Published test vectors beside the repository ({@code shared/vectors}): looked for upwards, absent on most machines. */
public final class Vectors {

    private Vectors() {}

    /** The folder of that name; else the test says that it was skipped and why. */
    public static Path require(String name) {
        for (Path up = Path.of("").toAbsolutePath(); up != null; up = up.getParent()) {
            Path found = up.resolve("shared/vectors").resolve(name);
            if (Files.exists(found)) {
                return found;
            }
        }
        Assumptions.abort("shared/vectors/" + name + " is not on this machine: not counted");
        throw new IllegalStateException("unreachable");
    }

    /** The JSON files below a folder, in the order of their paths. */
    public static List<Path> jsonBelow(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }

    public static JsonValue json(Path file) throws IOException {
        return CanonicalJson.read(Files.readAllBytes(file)).orElseThrow();
    }

    public static Map<String, JsonValue> members(JsonValue value) {
        return ((JsonObject) value).members();
    }

    public static List<JsonValue> items(JsonValue value) {
        return value instanceof JsonArray(List<JsonValue> items) ? items : List.of();
    }

    public static String text(JsonValue value) {
        return ((JsonText) value).text();
    }

    public static double number(JsonValue value) {
        return ((JsonNumber) value).number();
    }

    public static boolean isTrue(JsonValue value) {
        return ((JsonTruth) value).isTrue();
    }

    /** The member of that name. */
    public static JsonValue member(JsonValue value, String name) {
        return Optional.ofNullable(members(value).get(name)).orElseThrow();
    }
}
