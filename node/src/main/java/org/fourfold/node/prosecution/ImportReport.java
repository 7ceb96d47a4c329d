package org.fourfold.node.prosecution;

import java.util.List;
import java.util.Optional;
import org.fourfold.node.frame.Problem;

/**
 * What became of a file.
 *
 * @param id of the source, when it was taken
 * @param kind empty when the file was not recognised
 * @param rows lines that held something
 * @param fragments entities as they stood in the file
 * @param entities after those of one id were put together
 * @param refused lines that were not taken
 * @param aside claims kept though the model does not know their schema or property
 * @param unknown those schemata and properties, most frequent first, at most {@link #UNKNOWN_MAX}
 * @param overlaps identifiers of this file that stand in another source as well
 */
public record ImportReport(
        Optional<SourceId> id,
        Optional<SourceKind> kind,
        boolean dryRun,
        boolean fileRefused,
        long rows,
        long fragments,
        long entities,
        long refused,
        long claims,
        long aside,
        List<Counted> unknown,
        long overlaps,
        List<Problem> problems,
        long problemCount) {

    /** Names told; the rest is in the count. */
    public static final int UNKNOWN_MAX = 100;

    public ImportReport {
        unknown = List.copyOf(unknown);
        problems = List.copyOf(problems);
    }

    /** A name and how often it came. */
    public record Counted(String name, long count) {}

    /** A file that was not taken at all. */
    public static ImportReport fileRefused(Optional<SourceKind> kind, boolean dryRun, List<Problem> problems) {
        return new ImportReport(
                Optional.empty(), kind, dryRun, true, 0, 0, 0, 0, 0, 0, List.of(), 0, problems, problems.size());
    }
}
