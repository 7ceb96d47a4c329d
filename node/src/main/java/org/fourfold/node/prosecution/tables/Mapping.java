package org.fourfold.node.prosecution.tables;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * How the rows of a table become entities; see {@code docs/formats/mapping.md}.
 *
 * @param name what the person called it
 * @param sheet by name; empty is the first that is not hidden
 * @param headerRow the row of the headings, first = 1; 0 when there are none and columns go by their letters
 * @param dateOrder nothing when every date in the table says its own
 * @param country for telephone numbers without one: two letters, lower case
 * @param decimal the character before the fraction, a point or a comma; nothing when no number leaves it open
 * @param cached whether what the spreadsheet last made of a formula is taken; otherwise such a cell is refused
 * @param entities by the name that the mapping gives them, in the order written
 */
public record Mapping(
        String name,
        Optional<String> sheet,
        int headerRow,
        Optional<DateOrder> dateOrder,
        Optional<String> country,
        Optional<Character> decimal,
        boolean cached,
        Map<String, EntityMapping> entities) {

    public static final int ENTITIES_MAX = 20;
    public static final int PROPERTIES_MAX = 100;
    public static final int NAME_CHARACTERS_MAX = 100;
    public static final int HEADER_ROW_MAX = 1_000;

    public Mapping {
        Objects.requireNonNull(name, "name");
        entities = Collections.unmodifiableMap(new LinkedHashMap<>(entities));
    }

    /** The same under another name. */
    public Mapping named(String other) {
        return new Mapping(other, sheet, headerRow, dateOrder, country, decimal, cached, entities);
    }

    /** The same, with a country for telephone numbers where it states none itself. */
    public Mapping withCountry(Optional<String> other) {
        return new Mapping(name, sheet, headerRow, dateOrder, country.or(() -> other), decimal, cached, entities);
    }

    /** The same for another table: its sheet and the row of its headings. */
    public Mapping placed(Optional<String> otherSheet, int otherHeaderRow) {
        return new Mapping(name, otherSheet, otherHeaderRow, dateOrder, country, decimal, cached, entities);
    }

    /** The same, with what the values leave open. */
    public Mapping reading(
            Optional<DateOrder> order, Optional<String> phones, Optional<Character> sign, boolean formulas) {
        return new Mapping(name, sheet, headerRow, order, phones, sign, formulas, entities);
    }
}
