package org.fourfold.node.prosecution.tables;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.fourfold.node.tables.Cell;
import org.fourfold.node.tables.Cell.Kind;

/** What the values of a column look like. */
public enum ValueShape {
    EMAIL("[^\\s@]+@[^\\s@]+\\.[^\\s@]+"),
    /** Mexico's personal code: 18 characters with birth date, sex and state. */
    CURP("(?i)[A-Z]{4}[0-9]{6}[HMX][A-Z]{5}[A-Z0-9][0-9]"),
    /** Guatemala's personal code: 13 figures, often in groups of four, five and four. */
    CUI("[0-9]{4}[ -]?[0-9]{5}[ -]?[0-9]{4}"),
    IBAN("(?i)[A-Z]{2}[0-9]{2}[A-Z0-9]{10,30}"),
    PLATE("(?i)(?:[PCAMUO]|TC|CD|CC)[- ]?[0-9]{3}[- ]?[A-Z]{3}|[A-Z]{3}[- ]?[0-9]{3,4}(?:[- ]?[A-Z])?|P ?[0-9]{5,6}"),
    CLOCK("[0-9]{1,3}:[0-5][0-9](?::[0-5][0-9])?"),
    DATE(
            "[0-9]{1,4}[-/.][0-9]{1,2}[-/.][0-9]{1,4}(?:[ T].*)?|(?i)[0-9]{1,2}(?: de |[-/. ])[a-zñ]{3,10}\\.?(?: de |[-/. ])[0-9]{4}.*"),
    PHONE(
            "\\+[0-9 ().-]{8,20}|\\(?[0-9]{2,4}\\)?[ -][0-9]{3,4}[ -]?[0-9]{2,4}(?:[ -]?[0-9]{2,4})?|[0-9]{8}|[0-9]{10,13}"),
    LETTER("[A-Za-z]"),
    NUMBER("-?(?:Q|L|\\$)? ?[0-9][0-9.,]*"),
    WORDS("\\p{L}[\\p{L}.,'’ -]{2,}");

    /** From this share of its values on a column has a shape. */
    static final double SHARE = 0.8;

    private final Pattern form;

    ValueShape(String form) {
        this.form = Pattern.compile(form);
    }

    /** A column's shape: how many of how many values have it. */
    record Share(ValueShape shape, long fitting, long values) {}

    /** The first shape that nearly all values have; figures that fit several are the first of them. */
    static Optional<Share> of(List<Cell> cells) {
        List<Cell> filled = cells.stream()
                .filter(cell -> !cell.isEmpty() && cell.kind() != Kind.ERROR && !Words.saysNothing(cell.text()))
                .toList();
        Map<ValueShape, Long> fitting = new EnumMap<>(ValueShape.class);
        for (Cell cell : filled) {
            shapes(cell).forEach(shape -> fitting.merge(shape, 1L, Long::sum));
        }
        for (ValueShape shape : values()) {
            long count = fitting.getOrDefault(shape, 0L);
            if (count > 0 && count >= SHARE * filled.size()) {
                return Optional.of(new Share(shape, count, filled.size()));
            }
        }
        return Optional.empty();
    }

    static Set<ValueShape> shapes(Cell cell) {
        return switch (cell.kind()) {
            case DATE -> EnumSet.of(DATE);
            case TIME -> EnumSet.of(CLOCK);
            case EMPTY, TRUTH, ERROR -> EnumSet.noneOf(ValueShape.class);
            case TEXT, NUMBER -> {
                Set<ValueShape> shapes = EnumSet.noneOf(ValueShape.class);
                String text = Words.collapsed(cell.text());
                for (ValueShape shape : values()) {
                    if (text.length() <= 60 && shape.form.matcher(text).matches()) {
                        shapes.add(shape);
                    }
                }
                yield shapes;
            }
        };
    }
}
