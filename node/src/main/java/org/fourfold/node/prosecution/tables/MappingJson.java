package org.fourfold.node.prosecution.tables;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.frame.Problems;
import org.fourfold.node.prosecution.tables.PropertyMapping.Source;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A mapping as JSON, see {@code docs/formats/mapping.md}. What is written is read back equal; what the format does not know
 * is refused by its place, so that a slip is never taken for a wish.
 */
public final class MappingJson {

    /** The format's name, with its edition. */
    public static final String FORMAT = "fourfold-mapping-1";

    public static final int CHARACTERS_MAX = 1 << 18;

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Set<String> TOP =
            Set.of("format", "name", "sheet", "headerRow", "dateOrder", "country", "decimal", "formulas", "entities");
    private static final Set<String> ENTITY = Set.of("schema", "keys", "keyLiteral", "properties");
    private static final Set<String> PROPERTY = Set.of(
            "column", "columns", "join", "template", "literal", "entity", "split", "required", "anyLength", "language");
    private static final int TEXT_MAX = 2_000;

    private final Problems problems = new Problems();

    private MappingJson() {}

    /** Throws a {@link ProblemException} with all that is wrong. */
    public static Mapping read(String text) {
        return new MappingJson().mapping(text);
    }

    public static String write(Mapping mapping) {
        ObjectNode top = JSON.createObjectNode().put("format", FORMAT).put("name", mapping.name());
        mapping.sheet().ifPresent(sheet -> top.put("sheet", sheet));
        top.put("headerRow", mapping.headerRow());
        mapping.dateOrder().ifPresent(order -> top.put("dateOrder", order.code()));
        mapping.country().ifPresent(country -> top.put("country", country));
        mapping.decimal().ifPresent(decimal -> top.put("decimal", decimal.toString()));
        top.put("formulas", mapping.cached() ? "cached" : "refuse");
        ObjectNode entities = top.putObject("entities");
        mapping.entities().forEach((name, entity) -> {
            ObjectNode one = entities.putObject(name).put("schema", entity.schema());
            entity.keys().forEach(one.withArray("keys")::add);
            entity.keyLiteral().ifPresent(literal -> one.put("keyLiteral", literal));
            ObjectNode properties = one.putObject("properties");
            entity.properties().forEach((property, from) -> write(from, properties.putObject(property)));
        });
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(top) + "\n";
    }

    private static void write(PropertyMapping from, ObjectNode to) {
        switch (from.source()) {
            case Source.Columns(List<String> names, Optional<String> join) -> {
                if (names.size() == 1 && join.isEmpty()) {
                    to.put("column", names.getFirst());
                } else {
                    names.forEach(to.withArray("columns")::add);
                    join.ifPresent(text -> to.put("join", text));
                }
            }
            case Source.Template(String text) -> to.put("template", text);
            case Source.Literal(String text) -> to.put("literal", text);
            case Source.Entity(String name) -> to.put("entity", name);
        }
        from.split().ifPresent(split -> to.put("split", split));
        if (from.required()) {
            to.put("required", true);
        }
        if (from.anyLength()) {
            to.put("anyLength", true);
        }
        from.language().ifPresent(language -> to.put("language", language));
    }

    private Mapping mapping(String text) {
        if (text.length() > CHARACTERS_MAX) {
            throw new ProblemException(Problem.of("prosecution.table.mapping-too-long"));
        }
        JsonNode top;
        try {
            top = JSON.readTree(text);
        } catch (JacksonException e) {
            throw new ProblemException(Problem.of("prosecution.table.mapping-not-json"));
        }
        if (!top.isObject() || !text(top, "", "format").orElse("").equals(FORMAT)) {
            throw new ProblemException(
                    Problem.of("prosecution.table.mapping-format").with("format", FORMAT));
        }
        known(top, "", TOP);
        Optional<Character> decimal = text(top, "", "decimal").flatMap(sign -> decimal(sign));
        Optional<DateOrder> order = text(top, "", "dateOrder").flatMap(code -> {
            Optional<DateOrder> found = DateOrder.parse(code);
            if (found.isEmpty()) {
                fault("prosecution.table.mapping-value", "dateOrder");
            }
            return found;
        });
        Optional<String> country = text(top, "", "country");
        country.filter(code -> !Countries.isCode(code))
                .ifPresent(code -> fault("prosecution.table.mapping-value", "country"));
        Mapping mapping = new Mapping(
                text(top, "", "name").orElse(""),
                text(top, "", "sheet"),
                number(top, "headerRow"),
                order,
                country,
                decimal,
                cached(top),
                entities(top));
        problems.throwIfAny();
        return mapping;
    }

    private Optional<Character> decimal(String sign) {
        if (!sign.equals(".") && !sign.equals(",")) {
            fault("prosecution.table.mapping-value", "decimal");
            return Optional.empty();
        }
        return Optional.of(sign.charAt(0));
    }

    private boolean cached(JsonNode top) {
        String said = text(top, "", "formulas").orElse("refuse");
        if (!said.equals("cached") && !said.equals("refuse")) {
            fault("prosecution.table.mapping-value", "formulas");
        }
        return said.equals("cached");
    }

    private int number(JsonNode top, String name) {
        JsonNode node = top.get(name);
        if (node != null && node.isInt() && node.intValue() >= 0 && node.intValue() <= Mapping.HEADER_ROW_MAX) {
            return node.intValue();
        }
        fault("prosecution.table.mapping-value", name);
        return 0;
    }

    private Map<String, EntityMapping> entities(JsonNode top) {
        Map<String, EntityMapping> entities = new LinkedHashMap<>();
        JsonNode node = top.get("entities");
        if (node == null || !node.isObject() || node.size() > Mapping.ENTITIES_MAX) {
            fault("prosecution.table.mapping-value", "entities");
            return entities;
        }
        for (var entry : node.properties()) {
            String place = "entities." + entry.getKey();
            if (isObject(entry.getValue(), place)) {
                entities.put(entry.getKey(), entity(entry.getValue(), place));
            }
        }
        return entities;
    }

    private EntityMapping entity(JsonNode node, String place) {
        known(node, place, ENTITY);
        Map<String, PropertyMapping> properties = new LinkedHashMap<>();
        JsonNode all = node.get("properties");
        if (all != null && isObject(all, place + ".properties")) {
            if (all.size() > Mapping.PROPERTIES_MAX) {
                fault("prosecution.table.mapping-value", place + ".properties");
            }
            for (var entry : all.properties()) {
                String at = place + ".properties." + entry.getKey();
                if (isObject(entry.getValue(), at)) {
                    properties.put(entry.getKey(), property(entry.getValue(), at));
                }
            }
        }
        return new EntityMapping(
                text(node, place, "schema").orElse(""),
                texts(node, place, "keys"),
                text(node, place, "keyLiteral"),
                properties);
    }

    private PropertyMapping property(JsonNode node, String place) {
        known(node, place, PROPERTY);
        List<Source> sources = new ArrayList<>();
        Optional<String> join = text(node, place, "join");
        text(node, place, "column").ifPresent(name -> sources.add(new Source.Columns(List.of(name), Optional.empty())));
        if (node.has("columns")) {
            sources.add(new Source.Columns(texts(node, place, "columns"), join));
        }
        text(node, place, "template").ifPresent(text -> sources.add(new Source.Template(text)));
        text(node, place, "literal").ifPresent(text -> sources.add(new Source.Literal(text)));
        text(node, place, "entity").ifPresent(name -> sources.add(new Source.Entity(name)));
        if (sources.size() != 1 || (join.isPresent() && !node.has("columns"))) {
            fault("prosecution.table.mapping-source", place);
        }
        Source source = sources.isEmpty() ? new Source.Literal("") : sources.getFirst();
        return new PropertyMapping(
                source,
                text(node, place, "split"),
                truth(node, place, "required"),
                truth(node, place, "anyLength"),
                text(node, place, "language"));
    }

    private boolean isObject(JsonNode node, String place) {
        if (!node.isObject()) {
            fault("prosecution.table.mapping-value", place);
        }
        return node.isObject();
    }

    private void known(JsonNode node, String place, Set<String> names) {
        for (String name : node.propertyNames()) {
            if (!names.contains(name)) {
                fault("prosecution.table.mapping-unknown", path(place, name));
            }
        }
    }

    private Optional<String> text(JsonNode node, String place, String name) {
        JsonNode value = node.get(name);
        if (value == null) {
            return Optional.empty();
        }
        if (!value.isString() || value.stringValue().length() > TEXT_MAX) {
            fault("prosecution.table.mapping-value", path(place, name));
            return Optional.empty();
        }
        return Optional.of(value.stringValue());
    }

    private List<String> texts(JsonNode node, String place, String name) {
        List<String> texts = new ArrayList<>();
        JsonNode values = node.get(name);
        if (values == null) {
            return texts;
        }
        if (!values.isArray() || (values.isEmpty() && !name.equals("keys")) || values.size() > Mapping.PROPERTIES_MAX) {
            fault("prosecution.table.mapping-value", path(place, name));
            return texts;
        }
        for (JsonNode value : values) {
            if (value.isString() && value.stringValue().length() <= TEXT_MAX) {
                texts.add(value.stringValue());
            } else {
                fault("prosecution.table.mapping-value", path(place, name));
            }
        }
        return texts;
    }

    private boolean truth(JsonNode node, String place, String name) {
        JsonNode value = node.get(name);
        if (value != null && !value.isBoolean()) {
            fault("prosecution.table.mapping-value", path(place, name));
        }
        return value != null && value.isBoolean() && value.booleanValue();
    }

    private static String path(String place, String name) {
        return place.isEmpty() ? name : place + "." + name;
    }

    private void fault(String code, String place) {
        problems.add(Problem.inField(code, place).with("place", place));
    }
}
