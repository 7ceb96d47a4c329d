package org.fourfold.linkage.cluster;

import java.util.List;

/** A file of judgements that cannot be read: where, what is wrong and how to mend it. It repeats nothing of what was judged. */
public final class JudgementsProblem extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** Faults that are told; more are counted. */
    public static final int FAULTS_MAX = 20;

    private final transient List<String> faults;

    JudgementsProblem(List<String> faults) {
        super(String.join("\n", faults));
        this.faults = List.copyOf(faults);
    }

    /** One line each: file, row, fault and mend. */
    public List<String> faults() {
        return faults;
    }
}
