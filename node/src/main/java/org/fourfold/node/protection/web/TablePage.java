package org.fourfold.node.protection.web;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fourfold.node.shell.Choice;

/** Tables of another system: bringing one in, and writing one. */
public final class TablePage {

    private TablePage() {}

    /** The form that takes a table, and what became of the last one. */
    public record Import(String formKey, Optional<Result> result) {}

    /**
     * What became of a table.
     *
     * @param told whether it was only tried
     */
    public record Result(
            boolean told,
            String encoding,
            String delimiter,
            long rows,
            long accepted,
            long refused,
            long duplicates,
            long alike,
            List<Fault> refusals,
            List<Fault> remarks,
            long untold) {}

    /** One line of what is to be known of a table; row and column are empty for the table as a whole. */
    public record Fault(String row, String column, String fault, String mend) {}

    /**
     * The choice of what goes out, and whether it stays in the house or to whom it goes.
     *
     * @param where {@link #STAYS}, {@link #GOES} or empty
     */
    public record Export(
            List<Choice> groups,
            Set<String> chosen,
            String where,
            List<Choice> recipients,
            String recipient,
            List<Choice> purposes,
            String purpose,
            boolean duress,
            boolean own) {

        public static final String STAYS = "stays";
        public static final String GOES = "goes";
    }
}
