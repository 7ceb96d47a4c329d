package org.fourfold.estimate.policy;

import java.util.List;

/**
 * What a regression of counts is made of: log(mean) = offset + X β.
 *
 * @param names of the columns of X
 * @param x row by row: {@code rows × names}
 * @param y counts
 * @param offset logarithm of the exposure
 */
@SuppressWarnings("ArrayRecordComponent")
record Design(List<String> names, double[] x, double[] y, double[] offset) {

    Design {
        names = List.copyOf(names);
    }

    int rows() {
        return y.length;
    }

    int columns() {
        return names.size();
    }
}
