package org.fourfold.node.protection;

/** How much a decision asks for. */
public enum DecisionThreshold {
    /** Reasonable grounds to believe: protection and time to recover begin. */
    REASONABLE_GROUNDS,
    CONCLUSIVE_GROUNDS
}
