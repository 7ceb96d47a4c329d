package org.fourfold.ledger.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.fourfold.ledger.json.JsonValue.JsonArray;
import org.fourfold.ledger.json.JsonValue.JsonNull;
import org.fourfold.ledger.json.JsonValue.JsonNumber;
import org.fourfold.ledger.json.JsonValue.JsonObject;
import org.fourfold.ledger.json.JsonValue.JsonText;
import org.fourfold.ledger.json.JsonValue.JsonTruth;

/** RFC 8785: no white space, members sorted by UTF-16 code units, numbers as ECMAScript writes them, UTF-8. */
public final class CanonicalJson {

    private CanonicalJson() {}

    public static byte[] write(JsonValue value) {
        StringBuilder out = new StringBuilder();
        write(value, out);
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Any JSON; empty where it is none, or none that RFC 7493 allows. */
    public static Optional<JsonValue> read(byte[] bytes) {
        return JsonReader.read(bytes);
    }

    /** Only JSON that is already in canonical form. */
    public static Optional<JsonValue> readCanonical(byte[] bytes) {
        return read(bytes).filter(value -> Arrays.equals(write(value), bytes));
    }

    private static void write(JsonValue value, StringBuilder out) {
        switch (value) {
            case JsonNull() -> out.append("null");
            case JsonTruth(boolean isTrue) -> out.append(isTrue);
            case JsonNumber(double number) -> out.append(EcmaNumber.text(number));
            case JsonText(String text) -> text(text, out);
            case JsonArray(var items) -> {
                out.append('[');
                for (Iterator<JsonValue> each = items.iterator(); each.hasNext(); ) {
                    write(each.next(), out);
                    out.append(each.hasNext() ? "," : "");
                }
                out.append(']');
            }
            case JsonObject(var members) -> {
                out.append('{');
                // Java compares strings by UTF-16 code units too.
                var sorted = new TreeMap<>(members).entrySet().iterator();
                while (sorted.hasNext()) {
                    Map.Entry<String, JsonValue> member = sorted.next();
                    text(member.getKey(), out);
                    out.append(':');
                    write(member.getValue(), out);
                    out.append(sorted.hasNext() ? "," : "");
                }
                out.append('}');
            }
        }
    }

    private static void text(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\b' -> out.append("\\b");
                case '\t' -> out.append("\\t");
                case '\n' -> out.append("\\n");
                case '\f' -> out.append("\\f");
                case '\r' -> out.append("\\r");
                default -> {
                    if (c < ' ') {
                        out.append("\\u00")
                                .append(Character.forDigit(c >> 4, 16))
                                .append(Character.forDigit(c & 15, 16));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }
}
