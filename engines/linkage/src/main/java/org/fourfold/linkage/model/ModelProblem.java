package org.fourfold.linkage.model;

/** A model file that cannot be read: which line, what is wrong and how to mend it. */
public final class ModelProblem extends RuntimeException {

    private static final long serialVersionUID = 1;

    ModelProblem(String file, int line, String message) {
        super(file + ":" + line + ": " + message);
    }
}
