package org.fourfold.node.prosecution.reading;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The schemata of FollowTheMoney 3.8.4 with the additions of 4.x that are named in its file. What a source uses beside them
 * is kept, never dropped: {@link #find} is then empty. Immutable.
 */
public final class FtmModel {

    private static final String RESOURCE = "/prosecution/followthemoney.tsv";

    private static final FtmModel SHIPPED = load();

    private final SortedMap<String, FtmSchema> schemata;

    private FtmModel(SortedMap<String, FtmSchema> schemata) {
        this.schemata = Collections.unmodifiableSortedMap(schemata);
    }

    /** The model that is shipped, read once. */
    public static FtmModel shipped() {
        return SHIPPED;
    }

    private static FtmModel load() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(FtmModel.class.getResourceAsStream(RESOURCE), RESOURCE),
                StandardCharsets.UTF_8))) {
            return read(lines.lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Optional<FtmSchema> find(String schema) {
        return Optional.ofNullable(schemata.get(schema));
    }

    /** The property of a schema, where the model has both. */
    public Optional<FtmProperty> property(String schema, String property) {
        return find(schema).flatMap(found -> found.property(property));
    }

    /** All of them, by name. */
    public List<FtmSchema> schemata() {
        return List.copyOf(schemata.values());
    }

    /**
     * The schema that an entity has when its fragments say both: the one that descends from the other, else the first.
     */
    public String narrower(String one, String other) {
        return find(other).filter(schema -> schema.is(one)).isPresent() ? other : one;
    }

    private static FtmModel read(List<String> lines) {
        Map<String, Own> own = new HashMap<>();
        for (String line : lines) {
            String[] cells = line.split("\t", -1);
            switch (cells[0]) {
                case "schema" -> own.put(cells[1], Own.of(cells));
                case "property" -> {
                    FtmProperty property = property(cells);
                    Objects.requireNonNull(own.get(cells[1]), cells[1])
                            .properties()
                            .put(property.name(), property);
                }
                default -> {
                    if (!line.startsWith("#")) {
                        throw new IllegalStateException("a line of the model that cannot be read");
                    }
                }
            }
        }
        SortedMap<String, FtmSchema> schemata = new TreeMap<>();
        own.keySet().forEach(name -> schemata.put(name, whole(name, own)));
        return new FtmModel(schemata);
    }

    private static FtmProperty property(String[] cells) {
        return new FtmProperty(
                cells[1],
                cells[2],
                PropertyType.find(cells[3]).orElseThrow(),
                Optional.of(cells[4]).filter(text -> !text.isEmpty()),
                Optional.of(cells[5]).filter(text -> !text.isEmpty()),
                cells[6].contains("D"));
    }

    private static FtmSchema whole(String name, Map<String, Own> own) {
        Own self = Objects.requireNonNull(own.get(name), name);
        List<String> lineage = new ArrayList<>();
        climb(name, own, lineage);
        SortedMap<String, FtmProperty> properties = new TreeMap<>();
        // From the far ancestors down, so that what a schema says itself overrides what it inherits.
        for (String ancestor : lineage.reversed()) {
            properties.putAll(
                    Objects.requireNonNull(own.get(ancestor), ancestor).properties());
        }
        return new FtmSchema(
                name,
                self.parents(),
                new LinkedHashSet<>(lineage),
                self.flags(),
                self.required(),
                self.edge(),
                properties);
    }

    private static void climb(String name, Map<String, Own> own, List<String> lineage) {
        lineage.remove(name);
        lineage.add(name);
        Objects.requireNonNull(own.get(name), name).parents().forEach(parent -> climb(parent, own, lineage));
    }

    /** A schema without what it inherits. */
    private record Own(
            List<String> parents,
            Set<FtmSchema.Flag> flags,
            Set<String> required,
            Optional<FtmSchema.Edge> edge,
            Map<String, FtmProperty> properties) {

        static Own of(String[] cells) {
            Set<FtmSchema.Flag> flags = EnumSet.noneOf(FtmSchema.Flag.class);
            for (FtmSchema.Flag flag : FtmSchema.Flag.values()) {
                if (cells[3].indexOf(flag.name().charAt(0)) >= 0) {
                    flags.add(flag);
                }
            }
            return new Own(
                    names(cells[2]),
                    flags,
                    new LinkedHashSet<>(names(cells[4])),
                    cells[5].isEmpty()
                            ? Optional.empty()
                            : Optional.of(new FtmSchema.Edge(cells[5], cells[6], cells[7].equals("directed"))),
                    new HashMap<>());
        }

        private static List<String> names(String cell) {
            return cell.isEmpty() ? List.of() : List.of(cell.split(",", -1));
        }
    }
}
