package org.fourfold.linkage.cluster;

import java.util.Map;
import java.util.TreeMap;

/** A judgement that nobody can have made. */
final class BadJudgement extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    private final JudgementFault fault;

    @SuppressWarnings("serial")
    private final Map<String, String> details;

    BadJudgement(JudgementFault fault, Map<String, String> details) {
        super(fault.code() + " " + new TreeMap<>(details));
        this.fault = fault;
        this.details = Map.copyOf(details);
    }

    static BadJudgement of(JudgementFault fault) {
        return new BadJudgement(fault, Map.of());
    }

    /** Longer or more than allowed. */
    static BadJudgement over(JudgementFault fault, int max) {
        return new BadJudgement(fault, Map.of("max", Integer.toString(max)));
    }

    JudgementFault fault() {
        return fault;
    }

    Map<String, String> details() {
        return details;
    }
}
