package org.fourfold.node.prevention.reading;

import java.util.List;

/**
 * One line of a table.
 *
 * @param number the line of the file it begins in, the first being 1
 */
record Row(long number, List<String> fields) {

    String field(int column) {
        return fields.get(column);
    }

    /** A line that holds nothing at all. */
    boolean isBlank() {
        return fields.stream().allMatch(String::isBlank);
    }
}
