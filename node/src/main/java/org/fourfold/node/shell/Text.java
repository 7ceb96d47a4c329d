package org.fourfold.node.shell;

import java.util.Map;

/** Something to say: a key of the messages and the values it names. It becomes words in the reader's language. */
public record Text(String key, Map<String, Object> values) {

    public Text {
        values = Map.copyOf(values);
    }

    public static Text of(String key) {
        return new Text(key, Map.of());
    }

    public static Text of(String key, String name, Object value) {
        return new Text(key, Map.of(name, value));
    }

    /** The same text with one more value. */
    public Text with(String name, Object value) {
        var more = new java.util.HashMap<>(values);
        more.put(name, value);
        return new Text(key, more);
    }
}
