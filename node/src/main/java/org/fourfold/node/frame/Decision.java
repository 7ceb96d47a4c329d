package org.fourfold.node.frame;

import java.util.Set;

/**
 * The answer: whether, to which of the groups asked for, and why. The reason is a stable code that goes into the event.
 *
 * @param permitted the groups that may be touched; empty when refused, and for work that touches none
 */
public record Decision(boolean allowed, Set<FieldGroup> permitted, String reason) {

    public Decision {
        permitted = Set.copyOf(permitted);
        if (!allowed && !permitted.isEmpty()) {
            throw new IllegalArgumentException("a refusal permits nothing");
        }
    }

    static Decision refused(String reason) {
        return new Decision(false, Set.of(), reason);
    }

    static Decision allowed(Set<FieldGroup> permitted, String reason) {
        return new Decision(true, permitted, reason);
    }

    /** Throws when refused. */
    public void orRefuse() {
        if (!allowed) {
            throw new RefusedException(reason);
        }
    }
}
