package org.fourfold.node.prosecution.reading;

import java.util.Optional;

/**
 * A property of the model.
 *
 * @param schema which schema brings it; its descendants inherit it
 * @param range which schema an entity that is referred to has; empty for plain values
 * @param reverse how the property reads from the other side; empty for plain values
 */
public record FtmProperty(
        String schema,
        String name,
        PropertyType type,
        Optional<String> range,
        Optional<String> reverse,
        boolean deprecated) {}
