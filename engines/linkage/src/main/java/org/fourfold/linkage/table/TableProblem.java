package org.fourfold.linkage.table;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A table that cannot be read: which, and what is wrong with it, to be said in words by who asked for it. */
public final class TableProblem extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** What may be wrong, and the details that come with it. */
    public enum Fault {
        /** {@code count}, {@code max} */
        TOO_MANY_COLUMNS,
        /** The first line is longer than a row may be. */
        HEADING_TOO_LONG,
        /** {@code number}, from 1 */
        UNNAMED_COLUMN,
        /** {@code column} */
        COLUMN_TWICE,
        /** {@code columns} */
        NO_COLUMNS,
        /** Fewer or more cells than the heading, or an open quote, in a table that must be whole. */
        NOT_WHOLE,
        /** {@code row}, {@code columns} */
        EMPTY_CELL,
        /** {@code columns}, where two are wanted: a value and how often it is said */
        NOT_TWO_COLUMNS,
        /** A row that has not two cells, or an open quote. */
        NOT_TWO_CELLS,
        /** {@code max} */
        TOO_MANY_VALUES,
        NO_VALUE,
        /** {@code row}, of which the second cell is neither a count nor a share */
        NO_SHARE;

        /** The same with hyphens: {@code column-twice}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private final String table;
    private final Fault fault;

    @SuppressWarnings("serial")
    private final Map<String, String> details;

    public TableProblem(String table, Fault fault, Map<String, String> details) {
        super(table + ": " + fault.code() + " " + new TreeMap<>(details));
        this.table = table;
        this.fault = fault;
        this.details = Map.copyOf(details);
    }

    /** Its name. */
    public String table() {
        return table;
    }

    public Fault fault() {
        return fault;
    }

    public Map<String, String> details() {
        return details;
    }
}
