package org.fourfold.node.prosecution.tables;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.Problems;
import org.fourfold.node.prosecution.reading.FtmModel;
import org.fourfold.node.prosecution.reading.FtmProperty;
import org.fourfold.node.prosecution.reading.PropertyType;
import org.fourfold.node.prosecution.tables.PropertyMapping.Source;

/** Whether a mapping can be run: against the model, in itself, and against the headings of one table. */
public final class MappingCheck {

    private static final Pattern IN_TEMPLATE = Pattern.compile("\\{([^{}]+)\\}");

    private final Mapping mapping;
    private final FtmModel model;
    private final Problems problems = new Problems();

    private MappingCheck(Mapping mapping, FtmModel model) {
        this.mapping = mapping;
        this.model = model;
    }

    /** All that is wrong with the mapping, whatever table it meets. */
    public static List<Problem> of(Mapping mapping, FtmModel model) {
        MappingCheck check = new MappingCheck(mapping, model);
        check.whole();
        return check.problems.kept();
    }

    /** Columns that the mapping names and the table has not. */
    public static List<Problem> missing(Mapping mapping, Headings headings) {
        List<Problem> missing = new ArrayList<>();
        for (String column : columns(mapping)) {
            if (headings.column(column).isEmpty()) {
                missing.add(Problem.inField("prosecution.table.mapping-column", "columns")
                        .with("column", column)
                        .with("row", Integer.toString(mapping.headerRow())));
            }
        }
        return missing;
    }

    /** Every column that the mapping names, once. */
    static Set<String> columns(Mapping mapping) {
        Set<String> columns = new LinkedHashSet<>();
        for (EntityMapping entity : mapping.entities().values()) {
            entity.keys().stream().filter(key -> !key.equals(EntityMapping.ROW)).forEach(columns::add);
            entity.properties().values().forEach(property -> columns.addAll(columns(property.source())));
        }
        return columns;
    }

    static List<String> columns(Source source) {
        return switch (source) {
            case Source.Columns(List<String> names, Optional<String> join) -> names;
            case Source.Template(String text) -> inTemplate(text);
            case Source.Literal literal -> List.of();
            case Source.Entity entity -> List.of();
        };
    }

    static List<String> inTemplate(String text) {
        Matcher found = IN_TEMPLATE.matcher(text);
        return found.results().map(one -> one.group(1)).toList();
    }

    static String filled(String text, Map<String, String> values) {
        return IN_TEMPLATE
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(values.getOrDefault(found.group(1), "")));
    }

    private void whole() {
        if (mapping.name().length() > Mapping.NAME_CHARACTERS_MAX) {
            fault("prosecution.table.mapping-value", "name");
        }
        if (mapping.entities().isEmpty()) {
            fault("prosecution.table.mapping-empty", "entities");
        }
        mapping.country()
                .filter(code -> !Countries.isCode(code))
                .ifPresent(code -> fault("prosecution.table.mapping-value", "country"));
        mapping.entities().forEach(this::entity);
        mapping.entities().keySet().forEach(name -> circle(name, new HashSet<>()));
    }

    /** Entities are of schemata that exist and stand for themselves. */
    private boolean isMade(String schema) {
        return model.find(schema).filter(found -> !found.isAbstract()).isPresent();
    }

    private void entity(String name, EntityMapping entity) {
        String place = "entities." + name;
        if (!isMade(entity.schema())) {
            problems.add(
                    Problem.inField("prosecution.table.mapping-schema", place).with("schema", entity.schema()));
            return;
        }
        if (entity.keys().isEmpty()) {
            fault("prosecution.table.mapping-keys", place);
        }
        if (entity.properties().isEmpty()) {
            fault("prosecution.table.mapping-no-property", place);
        }
        entity.properties().forEach((property, from) -> property(place, entity.schema(), property, from));
    }

    private void property(String place, String schema, String property, PropertyMapping from) {
        Optional<PropertyType> kind = model.property(schema, property).map(FtmProperty::type);
        if (kind.isEmpty()) {
            problems.add(Problem.inField("prosecution.table.mapping-property", place)
                    .with("schema", schema)
                    .with("property", property));
            return;
        }
        boolean refers = from.source() instanceof Source.Entity;
        if (refers != (kind.get() == PropertyType.ENTITY)) {
            problems.add(Problem.inField("prosecution.table.mapping-reference", place)
                    .with("property", property));
        }
        if (from.source() instanceof Source.Entity(String name)
                && !mapping.entities().containsKey(name)) {
            problems.add(Problem.inField("prosecution.table.mapping-no-entity", place)
                    .with("entity", name));
        }
    }

    /** An entity that needs itself can never be made. */
    private void circle(String name, Set<String> above) {
        EntityMapping entity = mapping.entities().get(name);
        if (entity == null) {
            return;
        }
        if (!above.add(name)) {
            fault("prosecution.table.mapping-circle", "entities." + name);
            return;
        }
        for (PropertyMapping property : entity.properties().values()) {
            if (property.required() && property.source() instanceof Source.Entity(String other)) {
                circle(other, new HashSet<>(above));
            }
        }
    }

    private void fault(String code, String place) {
        problems.add(Problem.inField(code, place).with("place", place));
    }
}
