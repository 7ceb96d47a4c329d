package org.fourfold.node.prosecution.tables;

import java.util.List;

/**
 * The row in which the headings seem to stand, and why.
 *
 * @param row first = 1; 0 when no row looks like headings
 */
public record HeaderGuess(int row, List<Reason> reasons) {

    public HeaderGuess {
        reasons = List.copyOf(reasons);
    }
}
