package org.fourfold.command.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.ProgressListener;
import org.fourfold.node.prevention.ImportOptions;
import org.fourfold.node.prevention.ImportReport;
import org.fourfold.node.prevention.Prevention;

/**
 * Brings the invented region's incidents and counts, which everybody may read, into a node of whatever kind. What is there
 * already is found to be known.
 */
public final class RegionLoad {

    private static final int FIRST_EDITION_DAYS_AGO = 60;

    private final Demonstration demonstration;
    private final Prevention prevention;
    private final Path temporary;

    /** @param temporary a private folder for the files that are imported */
    public RegionLoad(Demonstration demonstration, Prevention prevention, Path temporary) {
        this.demonstration = demonstration;
        this.prevention = prevention;
        this.temporary = temporary;
    }

    public void load(Actor analyst) throws IOException {
        LocalDate today = demonstration.lastDay();
        importFile(analyst, DemonstrationIncidents.SOURCE, today, demonstration::writeIncidents);
        importFile(
                analyst,
                OfficialSeries.SOURCE,
                today.minusDays(FIRST_EDITION_DAYS_AGO),
                file -> demonstration.writeSeries(file, false));
        importFile(analyst, OfficialSeries.SOURCE, today, file -> demonstration.writeSeries(file, true));
    }

    /** Writes a table. */
    @FunctionalInterface
    private interface Table {
        void write(Path file) throws IOException;
    }

    private void importFile(Actor analyst, String source, LocalDate vintage, Table table) throws IOException {
        Path file = Files.createTempFile(temporary, "invented", ".csv");
        try {
            table.write(file);
            ImportOptions options =
                    new ImportOptions(Optional.empty(), false, Optional.of(source), Optional.of(vintage));
            ImportReport report = prevention.importIncidents(analyst, file, options, ProgressListener.silent());
            if (report.refused() > 0 || report.fileRefused()) {
                throw new IllegalStateException(report.refused() + " rows of our own invention were refused");
            }
        } finally {
            Files.delete(file);
        }
    }
}
