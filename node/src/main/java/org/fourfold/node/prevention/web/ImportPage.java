package org.fourfold.node.prevention.web;

import java.util.List;
import java.util.Optional;

/** Pages about imports. */
public final class ImportPage {

    private ImportPage() {}

    /** One line of the list. */
    public record Row(
            String href, String when, String who, String layout, String source, long accepted, long refused) {}

    /** All imports, newest first. */
    public record Imports(List<Row> rows, Optional<String> next, boolean first, boolean mayImport) {}

    /** A fault as a line of a table. */
    public record Refusal(String row, String column, String fault, String mend) {}

    /** The figures of an import, tried or done. */
    public record Result(
            boolean dryRun,
            boolean fileRefused,
            String layout,
            String encoding,
            String delimiter,
            String compression,
            String digest,
            long rows,
            long read,
            long accepted,
            long refused,
            long duplicates,
            List<Refusal> refusals,
            long refusalCount,
            String incidentsHref) {}

    /** One import: who, when, which file. */
    public record One(String when, String who, String source, String vintage, String fileName, Result result) {}

    /** The form. */
    public record Upload(String formKey, String dateOrder, Optional<Result> result) {}
}
