package org.fourfold.ledger.verify;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.fourfold.ledger.json.CanonicalJson;
import org.fourfold.ledger.json.JsonValue;
import org.fourfold.ledger.json.JsonValue.JsonNumber;
import org.fourfold.ledger.json.JsonValue.JsonObject;
import org.fourfold.ledger.json.JsonValue.JsonText;
import org.fourfold.ledger.note.Checkpoint;

/**
 * What a bag says it is: {@code data/seal.json}.
 *
 * @param kind of the whole log, or of one case
 * @param origin of which log
 * @param size under which size of it
 */
public record Seal(Kind kind, String origin, long size) {

    /** What a bag holds. */
    public enum Kind {
        /** Every entry, with all tiles. */
        LOG,
        /** Some entries, each with its proof. */
        CASE
    }

    private static final Pattern ORIGIN = Pattern.compile("log\\.fourfold/[0-9a-f]{32}");
    private static final Set<String> MEMBERS = Set.of("kind", "origin", "size", "v");

    public Seal {
        if (!ORIGIN.matcher(origin).matches() || size < 0 || size >= Checkpoint.SIZE_LIMIT) {
            throw new IllegalArgumentException("no seal");
        }
    }

    /** Empty for anything that is not exactly the bytes of some seal. */
    public static Optional<Seal> parse(byte[] bytes) {
        Optional<JsonValue> read = CanonicalJson.readCanonical(bytes);
        if (read.isPresent()
                && read.get() instanceof JsonObject(Map<String, JsonValue> members)
                && members.keySet().equals(MEMBERS)
                && members.get("kind") instanceof JsonText(String kind)
                && members.get("origin") instanceof JsonText(String origin)
                && members.get("size") instanceof JsonNumber(double size)
                && members.get("v") instanceof JsonNumber(double version)) {
            boolean isKnown =
                    version == 1 && ORIGIN.matcher(origin).matches() && (kind.equals("log") || kind.equals("case"));
            boolean isSize = size >= 0 && size < Checkpoint.SIZE_LIMIT && size == Math.rint(size);
            return isKnown && isSize
                    ? Optional.of(new Seal(kind.equals("log") ? Kind.LOG : Kind.CASE, origin, (long) size))
                    : Optional.empty();
        }
        return Optional.empty();
    }

    public byte[] bytes() {
        return CanonicalJson.write(new JsonObject(Map.of(
                "kind", new JsonText(kind == Kind.LOG ? "log" : "case"),
                "origin", new JsonText(origin),
                "size", new JsonNumber(size),
                "v", new JsonNumber(1))));
    }
}
