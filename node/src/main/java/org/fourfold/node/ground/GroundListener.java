package org.fourfold.node.ground;

import org.fourfold.node.frame.Problem;

/** Is told what becomes of the database while the node runs. Called on threads of the ground's own. */
public interface GroundListener {

    /** PostgreSQL had ended by itself and serves again. Must not block. */
    void restarted();

    /** There is no database any more, or another process took it: the node must end and say why. May end the process. */
    void lost(Problem problem);
}
