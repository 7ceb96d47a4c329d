package org.fourfold.linkage.store;

/** A store that cannot be read or written: which file, what is wrong and how to mend it. */
public final class StoreProblem extends RuntimeException {

    private static final long serialVersionUID = 1;

    StoreProblem(String message) {
        super(message);
    }

    StoreProblem(String message, Throwable cause) {
        super(message, cause);
    }
}
