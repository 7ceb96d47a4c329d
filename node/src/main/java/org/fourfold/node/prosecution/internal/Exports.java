package org.fourfold.node.prosecution.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.fourfold.node.frame.Tx;
import org.fourfold.node.prosecution.reading.ContextKeys;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/** A source as FollowTheMoney JSON lines: every entity with all its values, context keys as they came. */
public final class Exports {

    private static final int ENTITIES_AT_A_TIME = 500;
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final JsonFactory json =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();
    private final Tx tx;
    private final Writer out;

    private record Line(UUID id, String externalId, String schema) {}

    private record Value(UUID entity, String property, String text) {}

    public Exports(Tx tx, Writer out) {
        this.tx = tx;
        this.out = out;
    }

    /** How many entities were written. */
    public long write(int source) {
        long count = 0;
        UUID after = BEFORE_ALL;
        while (true) {
            List<Line> lines = tx.sql("""
                    SELECT id, external_id, schema FROM prosecution.entity WHERE source = :source AND id > :after
                    ORDER BY id LIMIT :limit
                    """)
                    .with("source", source)
                    .with("after", after)
                    .with("limit", ENTITIES_AT_A_TIME)
                    .list((rs, n) -> new Line(
                            rs.getObject("id", UUID.class), rs.getString("external_id"), rs.getString("schema")));
            if (lines.isEmpty()) {
                return count;
            }
            write(lines, source);
            count += lines.size();
            after = lines.getLast().id();
        }
    }

    private void write(List<Line> lines, int source) {
        List<Value> values = new ArrayList<>(tx.sql("""
                SELECT entity, property, value FROM prosecution.claim
                WHERE entity >= :first AND entity <= :last AND source = :source ORDER BY entity
                """)
                .with("first", lines.getFirst().id())
                .with("last", lines.getLast().id())
                .with("source", source)
                .list((rs, n) -> new Value(
                        rs.getObject("entity", UUID.class), rs.getString("property"), rs.getString("value"))));
        int next = 0;
        for (Line line : lines) {
            SortedMap<String, Set<String>> properties = new TreeMap<>();
            for (; next < values.size() && values.get(next).entity().equals(line.id()); next++) {
                properties
                        .computeIfAbsent(values.get(next).property(), name -> new TreeSet<>())
                        .add(values.get(next).text());
            }
            write(line, properties);
        }
    }

    private void write(Line line, SortedMap<String, Set<String>> properties) {
        try (JsonGenerator object = json.createGenerator(ObjectWriteContext.empty(), out)) {
            object.writeStartObject();
            object.writeStringProperty("id", line.externalId());
            object.writeStringProperty("schema", line.schema());
            object.writeObjectPropertyStart("properties");
            properties.forEach((property, values) -> {
                if (!ContextKeys.isContext(property)) {
                    object.writeArrayPropertyStart(ContextKeys.name(property));
                    values.forEach(object::writeString);
                    object.writeEndArray();
                }
            });
            object.writeEndObject();
            properties.forEach((property, values) -> {
                if (ContextKeys.isContext(property)) {
                    context(object, property, values);
                }
            });
            object.writeEndObject();
        }
        try {
            out.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void context(JsonGenerator object, String property, Set<String> values) {
        object.writeName(ContextKeys.name(property));
        if (!ContextKeys.isList(property)) {
            // Fragments that differ in a plain key: an object has it once.
            object.writeRawValue(values.iterator().next());
            return;
        }
        object.writeStartArray();
        values.stream().filter(text -> !text.isEmpty()).forEach(object::writeRawValue);
        object.writeEndArray();
    }
}
