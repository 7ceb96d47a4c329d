package org.fourfold.node.prevention;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.fourfold.node.frame.MemberId;
import org.fourfold.node.frame.Problem;

/**
 * One import that was carried out: who, when, which file, and what became of it.
 *
 * @param vintage the day the file's state is of
 * @param problems the first of its refusals; empty in lists
 */
public record ImportRun(
        ImportId id,
        MemberId member,
        Instant at,
        String layout,
        String source,
        LocalDate vintage,
        String fileName,
        ImportReport.Reading reading,
        long rows,
        long read,
        long accepted,
        long refused,
        long duplicates,
        List<Problem> problems) {

    public ImportRun {
        problems = List.copyOf(problems);
    }
}
