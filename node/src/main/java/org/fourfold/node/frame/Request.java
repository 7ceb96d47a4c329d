package org.fourfold.node.frame;

import java.util.Set;

/**
 * A question to {@link Decisions} about work inside the organisation.
 *
 * @param groups what the work touches; empty for an operation that touches none
 */
public record Request(Actor actor, Operation operation, FileFacts file, Set<FieldGroup> groups) {

    public Request {
        groups = Set.copyOf(groups);
    }
}
