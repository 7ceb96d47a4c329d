package org.fourfold.node.protection.clock;

import java.util.List;

/** A rule pack cannot be read. Each fault names the file, the rule and the field. */
public final class UnreadableRulesException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> faults;

    UnreadableRulesException(List<String> faults) {
        super(String.join("\n", faults));
        this.faults = List.copyOf(faults);
    }

    public List<String> faults() {
        return faults;
    }
}
