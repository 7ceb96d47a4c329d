package org.fourfold.node.protection.htcds;

import java.util.regex.Pattern;

/**
 * A cell that a spreadsheet would take for a formula goes out with an apostrophe before it, and comes back without. Plain
 * numbers, and telephone numbers with their plus, stay as they are. Writing and reading undo one another.
 */
final class Harmless {

    private static final Pattern FORMULA = Pattern.compile("'*[=+\\-@\\t\\r].*", Pattern.DOTALL);
    private static final Pattern MARKED = Pattern.compile("'+[=+\\-@\\t\\r].*", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]+(\\.[0-9]+)?");

    private Harmless() {}

    static String write(String cell) {
        return FORMULA.matcher(cell).matches() && !NUMBER.matcher(cell).matches() ? "'" + cell : cell;
    }

    static String read(String cell) {
        return MARKED.matcher(cell).matches() ? cell.substring(1) : cell;
    }
}
