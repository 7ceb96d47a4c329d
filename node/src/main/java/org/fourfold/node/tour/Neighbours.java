package org.fourfold.node.tour;

import java.util.Optional;
import org.fourfold.node.ground.NodeKind;

/**
 * Where a demonstration's nodes answer, asked whenever a page needs it, for one of them may have ended. Made where the
 * application is wired; a demonstration without it stands alone.
 */
@FunctionalInterface
public interface Neighbours {

    /** The address of the demonstration's node of that kind, itself included; empty while it does not run. */
    Optional<String> address(NodeKind kind);

    /** The address of a node that answers this machine only. */
    static String onThisMachine(int port) {
        return "http://localhost:" + port;
    }
}
