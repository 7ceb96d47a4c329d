package org.fourfold.node.prosecution.tables;

import java.util.Map;
import java.util.Objects;

/** Why something is guessed, as a text's key and what it names. */
public record Reason(String key, Map<String, String> values) {

    public Reason {
        Objects.requireNonNull(key, "key");
        values = Map.copyOf(values);
    }
}
