package org.fourfold.node.tables;

import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;

/** Stops a file that grows beyond all measure when it is unpacked. */
final class Swelling {

    private Swelling() {}

    static void refuse(long unpacked, long packed) {
        boolean swollen = unpacked > TableLimits.UNPACKING_RATIO_FROM_BYTES
                && unpacked / Math.max(1, packed) > TableLimits.UNPACKING_RATIO_MAX;
        if (swollen || unpacked > TableLimits.UNPACKED_BYTES_MAX) {
            throw new ProblemException(Problem.of("tables.swells"));
        }
    }
}
