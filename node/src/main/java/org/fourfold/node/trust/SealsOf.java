package org.fourfold.node.trust;

import java.util.Map;
import java.util.Set;
import org.fourfold.node.frame.MemberId;

/**
 * How the seals over who consulted one thing stand, by the entry of the consultation.
 *
 * @param opened who it was, where a second person opened the seal
 * @param asked those that wait for a second person
 */
public record SealsOf(Map<Long, MemberId> opened, Set<Long> asked) {

    public SealsOf {
        opened = Map.copyOf(opened);
        asked = Set.copyOf(asked);
    }
}
