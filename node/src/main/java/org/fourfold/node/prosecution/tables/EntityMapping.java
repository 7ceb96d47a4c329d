package org.fourfold.node.prosecution.tables;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * One entity that a row makes.
 *
 * @param schema of FollowTheMoney
 * @param keys the columns that make the entity the one it is; {@link #ROW} stands for the row itself. A row in which all are
 *     empty makes none
 * @param keyLiteral sets entities of like keys apart
 * @param properties by name, in the order written
 */
public record EntityMapping(
        String schema, List<String> keys, Optional<String> keyLiteral, Map<String, PropertyMapping> properties) {

    /** The key of what happens once a row: a call, a payment, a stay. */
    public static final String ROW = "#row";

    public EntityMapping {
        Objects.requireNonNull(schema, "schema");
        keys = List.copyOf(keys);
        properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
    }
}
