package org.fourfold.ledger.json;

import java.util.List;
import java.util.Map;

/** A value of JSON. */
public sealed interface JsonValue {

    /** Members by name, in the order in which they were read or given; writing sorts them. */
    record JsonObject(Map<String, JsonValue> members) implements JsonValue {}

    record JsonArray(List<JsonValue> items) implements JsonValue {

        public JsonArray {
            items = List.copyOf(items);
        }
    }

    record JsonText(String text) implements JsonValue {}

    /** A finite double: JSON has no other numbers that every program reads alike. */
    record JsonNumber(double number) implements JsonValue {

        public JsonNumber {
            if (!Double.isFinite(number)) {
                throw new IllegalArgumentException("JSON has no such number");
            }
        }
    }

    record JsonTruth(boolean isTrue) implements JsonValue {}

    record JsonNull() implements JsonValue {}
}
