package org.fourfold.command.link;

import java.util.Map;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;

/** Finds the records that a table names by their ids, and by who wrote them where ids alone do not tell. */
interface RecordFinder {

    /** None has that name. */
    int NONE = -1;

    /** Several have. */
    int SEVERAL = -2;

    /** The record's number, {@link #NONE} or {@link #SEVERAL}; an empty source is any. */
    int find(String id, String source);

    /** What it is called. */
    String name(int record);

    /**
     * The record that a row names.
     *
     * @throws ProblemException when there is none, or several
     */
    default int of(NamedRows.Row row, String idColumn, String sourceColumn) {
        String id = row.text(idColumn);
        int found = find(id, row.text(sourceColumn));
        if (found < 0) {
            String code = found == NONE ? "command.link-label-unknown" : "command.link-label-several";
            throw new ProblemException(Problem.inCell(code, row.number(), idColumn, Map.of("id", id)));
        }
        return found;
    }
}
