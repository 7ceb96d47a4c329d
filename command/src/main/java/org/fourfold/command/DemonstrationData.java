package org.fourfold.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.SplittableRandom;
import org.fourfold.command.demo.DemonstrationFiles;
import org.fourfold.command.demo.DemonstrationIncidents;
import org.fourfold.command.demo.DemonstrationMembers;
import org.fourfold.node.frame.Purpose;
import org.fourfold.node.prevention.ImportOptions;
import org.fourfold.node.prevention.ImportReport;
import org.fourfold.node.prevention.ProgressListener;
import org.fourfold.node.protection.Protection;

/** What a demonstration holds beside its members. What is there already is left as it is. */
final class DemonstrationData {

    /** The same incidents in every demonstration that begins in the same month. */
    private static final long SEED = 20_261_123L;

    private DemonstrationData() {}

    static void load(OpenNode node, Invocation invocation) throws IOException {
        invocation.terminal().progress(invocation.text("command.demo.loading"));
        int opened = new DemonstrationFiles(node.facade(Protection.class), invocation.random())
                .open(member -> node.actor(member, Purpose.PROTECTION));
        assert opened >= 0;
        importIncidents(node, invocation);
    }

    /** Through the importer, as a file; one that was imported before is found to be a duplicate. */
    private static void importIncidents(OpenNode node, Invocation invocation) throws IOException {
        Path file = Files.createTempFile(node.home().temporary(), "incidents", ".csv");
        try {
            LocalDate today = LocalDate.ofInstant(invocation.clock().instant(), ZoneOffset.UTC);
            int written = new DemonstrationIncidents(new SplittableRandom(SEED), today).write(file);
            ImportOptions options = new ImportOptions(
                    Optional.empty(), false, Optional.of(DemonstrationIncidents.SOURCE), Optional.of(today));
            ImportReport report = node.prevention()
                    .importIncidents(
                            node.actor(DemonstrationMembers.ANALYST, Purpose.PREVENTION),
                            file,
                            options,
                            ProgressListener.silent());
            if (report.accepted() + report.duplicates() != written) {
                throw new IllegalStateException(
                        "of " + written + " invented incidents " + report.refused() + " were refused");
            }
        } finally {
            Files.delete(file);
        }
    }
}
