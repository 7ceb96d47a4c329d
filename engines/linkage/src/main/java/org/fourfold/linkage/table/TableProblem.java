package org.fourfold.linkage.table;

/** A table that cannot be read: which, where, and what would mend it. */
public final class TableProblem extends RuntimeException {

    private static final long serialVersionUID = 1;

    public TableProblem(String message) {
        super(message);
    }

    public TableProblem(String message, Throwable cause) {
        super(message, cause);
    }
}
