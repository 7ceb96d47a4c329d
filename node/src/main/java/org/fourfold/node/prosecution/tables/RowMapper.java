package org.fourfold.node.prosecution.tables;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.Problems;
import org.fourfold.node.prosecution.reading.EntityHandler;
import org.fourfold.node.prosecution.reading.FtmModel;
import org.fourfold.node.prosecution.reading.FtmProperty;
import org.fourfold.node.prosecution.reading.PropertyType;
import org.fourfold.node.prosecution.reading.ReadClaim;
import org.fourfold.node.prosecution.reading.ReadEntity;
import org.fourfold.node.prosecution.tables.PropertyMapping.Source;
import org.fourfold.node.tables.Cell;
import org.fourfold.node.tables.SheetRow;

/** Makes the entities of one row after the other. */
final class RowMapper {

    /** Of a value repeated in a fault. */
    static final int SHOWN_CHARACTERS_MAX = 40;

    private final Mapping mapping;
    private final FtmModel model;
    private final Headings headings;
    private final Map<Integer, ColumnProfile> profiles;
    private final CellValues values;
    private final EntityIds ids;
    private final Problems problems;
    private final EntityHandler handler;
    private long entities;
    private long claims;

    RowMapper(
            Mapping mapping,
            FtmModel model,
            Headings headings,
            Map<Integer, ColumnProfile> profiles,
            String source,
            Problems problems,
            EntityHandler handler) {
        this.mapping = mapping;
        this.model = model;
        this.headings = headings;
        this.profiles = profiles;
        this.values = new CellValues(mapping);
        this.ids = new EntityIds(source);
        this.problems = problems;
        this.handler = handler;
    }

    long entities() {
        return entities;
    }

    long claims() {
        return claims;
    }

    /** An entity on its way: its id, and its claims but those that point to others. */
    private record Draft(EntityMapping mapping, String id, List<ReadClaim> claims) {}

    void row(SheetRow row) {
        Set<String> told = new HashSet<>();
        Map<String, Draft> drafts = new LinkedHashMap<>();
        mapping.entities()
                .forEach((name, entity) -> draft(row, entity, told).ifPresent(draft -> drafts.put(name, draft)));
        removeUnsupported(drafts);
        drafts.forEach((name, draft) -> {
            List<ReadClaim> all = new ArrayList<>(draft.claims());
            draft.mapping().properties().forEach((property, from) -> {
                if (from.source() instanceof Source.Entity(String other) && drafts.containsKey(other)) {
                    all.add(reference(property, drafts.get(other), row));
                }
            });
            entities++;
            claims += all.size();
            handler.entity(new ReadEntity(draft.id(), draft.mapping().schema(), all, row.number()));
        });
    }

    /** What needs an entity that this row does not make is not made either. */
    private static void removeUnsupported(Map<String, Draft> drafts) {
        boolean removed = true;
        while (removed) {
            removed = drafts.values()
                    .removeIf(draft -> draft.mapping().properties().values().stream()
                            .anyMatch(from -> from.required()
                                    && from.source() instanceof Source.Entity(String other)
                                    && !drafts.containsKey(other)));
        }
    }

    private static ReadClaim reference(String property, Draft to, SheetRow row) {
        String columns = String.join(
                ", ",
                to.mapping().keys().stream()
                        .filter(key -> !key.equals(EntityMapping.ROW))
                        .toList());
        return new ReadClaim(property, to.id(), "", columns, row.number(), "");
    }

    private Optional<Draft> draft(SheetRow row, EntityMapping entity, Set<String> told) {
        List<ReadClaim> made = new ArrayList<>();
        Map<String, String> keys = new HashMap<>();
        boolean whole = true;
        for (var property : entity.properties().entrySet()) {
            if (property.getValue().source() instanceof Source.Entity) {
                continue;
            }
            List<ReadClaim> found = claims(row, entity.schema(), property.getKey(), property.getValue(), told);
            made.addAll(found);
            whole &= !property.getValue().required() || !found.isEmpty();
            if (property.getValue().source() instanceof Source.Columns(List<String> names, Optional<String> join)
                    && join.isEmpty()) {
                found.forEach(claim -> keys.merge(claim.column(), claim.value(), (one, two) -> one + "\n" + two));
            }
        }
        Optional<List<String>> key = key(row, entity, keys, told);
        return whole && key.isPresent()
                ? Optional.of(new Draft(entity, ids.of(entity, key.get()), made))
                : Optional.empty();
    }

    /** The values of the key columns, as the properties read them; empty when a cell was refused or all are empty. */
    private Optional<List<String>> key(SheetRow row, EntityMapping entity, Map<String, String> read, Set<String> told) {
        List<String> keys = new ArrayList<>();
        boolean any = false;
        for (String column : entity.keys()) {
            if (column.equals(EntityMapping.ROW)) {
                keys.add(Long.toString(row.number()));
                any = true;
                continue;
            }
            int at = headings.column(column).orElseThrow();
            String name = headings.name(at);
            String value = read.getOrDefault(name, "");
            if (value.isEmpty()) {
                Optional<String> plain = plainKey(row, at, told);
                if (plain.isEmpty() || (isRead(entity, name) && !plain.get().isEmpty())) {
                    return Optional.empty();
                }
                value = plain.get();
            }
            keys.add(value);
            any |= !value.isEmpty();
        }
        return any ? Optional.of(keys) : Optional.empty();
    }

    /** Whether a property of the entity reads this column by itself: then an absent value was refused. */
    private boolean isRead(EntityMapping entity, String name) {
        return entity.properties().values().stream()
                .anyMatch(from -> from.source() instanceof Source.Columns(List<String> names, Optional<String> join)
                        && join.isEmpty()
                        && names.stream().anyMatch(one -> headings.column(one).equals(headings.column(name))));
    }

    /** A key column that no property reads: its text, unless the cell is refused or spoiled. */
    private Optional<String> plainKey(SheetRow row, int column, Set<String> told) {
        Cell cell = row.cell(column);
        return switch (values.whole(cell)) {
            case Found.Nothing nothing -> Optional.of("");
            case Found.Refused(String code) -> {
                tell(code, row, column, cell, told);
                yield Optional.empty();
            }
            case Found.Taken(String text) ->
                switch (values.value(cell, text, PropertyType.IDENTIFIER, profile(column), true)) {
                    case Found.Refused(String code) -> {
                        tell(code, row, column, cell, told);
                        yield Optional.empty();
                    }
                    case Found.Taken(String value) -> Optional.of(value);
                    case Found.Nothing nothing -> Optional.of("");
                };
        };
    }

    private List<ReadClaim> claims(
            SheetRow row, String schema, String property, PropertyMapping from, Set<String> told) {
        String language = from.language().orElse("");
        PropertyType kind =
                model.property(schema, property).map(FtmProperty::type).orElse(PropertyType.STRING);
        return switch (from.source()) {
            case Source.Literal(String text) ->
                text.isBlank() ? List.of() : List.of(new ReadClaim(property, text, "", "", row.number(), language));
            case Source.Template(String text) -> template(row, property, text, language, told);
            case Source.Columns columns ->
                columns.join().isPresent()
                        ? joined(row, property, columns, language, kind, told)
                        : single(row, property, columns.names(), from, kind, told);
            case Source.Entity entity -> List.of();
        };
    }

    private List<ReadClaim> single(
            SheetRow row,
            String property,
            List<String> names,
            PropertyMapping from,
            PropertyType kind,
            Set<String> told) {
        List<ReadClaim> made = new ArrayList<>();
        for (String name : names) {
            int column = headings.column(name).orElseThrow();
            Cell cell = row.cell(column);
            if (!(taken(row, column, told) instanceof Found.Taken(String text))) {
                continue;
            }
            for (String part : parts(text, from.split())) {
                switch (values.value(cell, part, kind, profile(column), from.anyLength())) {
                    case Found.Taken(String value) ->
                        made.add(new ReadClaim(
                                property,
                                value,
                                original(cell, part, text, value),
                                headings.name(column),
                                row.number(),
                                from.language().orElse("")));
                    case Found.Refused(String code) -> tell(code, row, column, cell, told);
                    case Found.Nothing nothing -> {}
                }
            }
        }
        return made;
    }

    /** What the file holds where it differs: of a date the number that is stored, of a phone the signs between. */
    private static String original(Cell cell, String part, String whole, String value) {
        String stored = part.equals(whole) ? cell.stored() : part;
        return stored.equals(value) ? "" : stored;
    }

    private static List<String> parts(String text, Optional<String> split) {
        if (split.isEmpty()) {
            return List.of(text);
        }
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char one = text.charAt(i);
            if (split.get().indexOf(one) >= 0) {
                parts.add(part.toString().strip());
                part.setLength(0);
            } else {
                part.append(one);
            }
        }
        parts.add(part.toString().strip());
        parts.removeIf(String::isEmpty);
        return parts;
    }

    /** The columns side by side; what is refused leaves the whole out, for half a name is another name. */
    private List<ReadClaim> joined(
            SheetRow row, String property, Source.Columns from, String language, PropertyType kind, Set<String> told) {
        List<String> texts = new ArrayList<>();
        List<String> used = new ArrayList<>();
        for (String name : from.names()) {
            int column = headings.column(name).orElseThrow();
            Found found = taken(row, column, told);
            if (found instanceof Found.Taken(String text)) {
                PropertyType part = kind == PropertyType.DATE ? PropertyType.STRING : kind;
                found = values.value(row.cell(column), text, part, profile(column), true);
                if (found instanceof Found.Refused(String code)) {
                    tell(code, row, column, row.cell(column), told);
                }
            }
            switch (found) {
                case Found.Taken(String text) -> {
                    texts.add(text);
                    used.add(headings.name(column));
                }
                case Found.Refused refused -> {
                    return List.of();
                }
                case Found.Nothing nothing -> {}
            }
        }
        if (texts.isEmpty()) {
            return List.of();
        }
        String whole = Words.collapsed(String.join(from.join().orElse(" "), texts));
        String columns = String.join(", ", used);
        if (kind != PropertyType.DATE) {
            return List.of(new ReadClaim(property, whole, "", columns, row.number(), language));
        }
        // A day and a time in two columns are one date.
        return switch (Dates.parse(whole, mapping.dateOrder())) {
            case Found.Taken(String value) ->
                List.of(new ReadClaim(property, value, whole, columns, row.number(), language));
            case Found.Refused(String code) -> {
                problems.add(Problem.inCell(code, row.number(), columns, Map.of("value", shown(whole))));
                yield List.of();
            }
            case Found.Nothing nothing -> List.of();
        };
    }

    private List<ReadClaim> template(SheetRow row, String property, String text, String language, Set<String> told) {
        Map<String, String> filled = new LinkedHashMap<>();
        for (String name : MappingCheck.inTemplate(text)) {
            int column = headings.column(name).orElseThrow();
            switch (taken(row, column, told)) {
                case Found.Taken(String value) -> filled.put(name, value);
                case Found.Refused refused -> {
                    return List.of();
                }
                case Found.Nothing nothing -> {}
            }
        }
        if (filled.isEmpty()) {
            return List.of();
        }
        String whole = Words.collapsed(MappingCheck.filled(text, filled));
        String columns = String.join(", ", filled.keySet());
        return List.of(new ReadClaim(property, whole, "", columns, row.number(), language));
    }

    /** The cell's text, its own faults told. */
    private Found taken(SheetRow row, int column, Set<String> told) {
        Cell cell = row.cell(column);
        Found found = values.whole(cell);
        if (found instanceof Found.Refused(String code)) {
            tell(code, row, column, cell, told);
        }
        return found;
    }

    private ColumnProfile profile(int column) {
        return profiles.computeIfAbsent(column, at -> new ColumnProfile());
    }

    /** Once a cell, however many entities read it. */
    private void tell(String code, SheetRow row, int column, Cell cell, Set<String> told) {
        if (told.add(code + " " + column)) {
            problems.add(
                    Problem.inCell(code, row.number(), headings.name(column), Map.of("value", shown(cell.stored()))));
        }
    }

    static String shown(String value) {
        return value.length() <= SHOWN_CHARACTERS_MAX ? value : value.substring(0, SHOWN_CHARACTERS_MAX) + "…";
    }
}
