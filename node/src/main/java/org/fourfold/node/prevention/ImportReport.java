package org.fourfold.node.prevention;

import java.util.List;
import java.util.Optional;
import org.fourfold.node.frame.Problem;

/**
 * What became of a file. Counted are incidents or observations, not lines: a line of a wide table holds many. Always {@code
 * read = accepted + refused + duplicates}.
 *
 * @param id the import's own row; empty for a dry run and for a file that was refused whole
 * @param layout what the file was recognised as; empty when it was not
 * @param fileRefused true when the file as a whole was refused, so that nothing of it was taken
 * @param rows lines of the table, without its heading
 * @param duplicates known already from an earlier import, word for word or under the same number
 * @param problems at most {@link org.fourfold.node.frame.Problems#KEPT_MAX}
 * @param problemCount all of them
 */
public record ImportReport(
        Optional<ImportId> id,
        Optional<String> layout,
        Reading reading,
        boolean dryRun,
        boolean fileRefused,
        long rows,
        long read,
        long accepted,
        long refused,
        long duplicates,
        List<Problem> problems,
        long problemCount) {

    /** How the file was read: what was found out about it, in words fit for a report; empty where it was not reached. */
    public record Reading(String compression, String encoding, String delimiter, String digest, long bytes) {

        public static final Reading NONE = new Reading("", "", "", "", 0);
    }

    public ImportReport {
        problems = List.copyOf(problems);
        if (read != accepted + refused + duplicates) {
            throw new IllegalArgumentException("what was read was accepted, refused or a duplicate");
        }
    }
}
