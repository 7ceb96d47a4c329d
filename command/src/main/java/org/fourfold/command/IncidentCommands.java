package org.fourfold.command;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.fourfold.command.terminal.Faults;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.frame.Purpose;
import org.fourfold.node.prevention.ExportFormat;
import org.fourfold.node.prevention.ImportOptions;
import org.fourfold.node.prevention.ImportReport;
import org.fourfold.node.prevention.IncidentFilter;
import org.fourfold.node.prevention.Prevention;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code fourfold import incidents} and {@code fourfold export incidents}. */
final class IncidentCommands {

    private static final int PERCENT = 100;

    private IncidentCommands() {}

    static CommandLine imports(Invocation invocation) {
        return new CommandLine(new Group(invocation, "import"))
                .addSubcommand("incidents", new Import(invocation))
                .addSubcommand("entities", new EntityCommands.Import(invocation))
                .addSubcommand("undo", new EntityCommands.Undo(invocation));
    }

    static CommandLine exports(Invocation invocation) {
        return new CommandLine(new Group(invocation, "export"))
                .addSubcommand("incidents", new Export(invocation))
                .addSubcommand("entities", new EntityCommands.Export(invocation));
    }

    /** Brings one file in, whole or not at all; what is refused is told cell by cell. */
    @Command(name = "incidents")
    static final class Import extends DataCommand {

        @Parameters(index = "0", paramLabel = "FILE", descriptionKey = "file")
        Path file = Path.of("");

        @Option(names = "--dry-run")
        boolean dryRun;

        @Option(names = "--dates", paramLabel = "dmy|mdy|ymd")
        Optional<String> dates = Optional.empty();

        @Option(names = "--source", paramLabel = "TEXT")
        Optional<String> source = Optional.empty();

        @Option(names = "--vintage", paramLabel = "DAY")
        Optional<String> vintage = Optional.empty();

        Import(Invocation invocation) {
            super(invocation);
        }

        @Override
        Optional<Path> inputFile() {
            return Optional.of(file);
        }

        @Override
        ExitCode work(OpenNode node, InputFile input) throws IOException {
            ImportOptions options = options();
            Prevention prevention = node.prevention();
            var actor = actor(node, Purpose.PREVENTION);
            return input.read(node.home(), path -> {
                ImportReport report = prevention.importIncidents(actor, path, options, this::progress);
                tell(report);
                return report.fileRefused() || report.refused() > 0 ? ExitCode.FAULTS : ExitCode.DONE;
            });
        }

        private ImportOptions options() {
            Optional<ImportOptions.DateOrder> order = dates.map(text -> ImportOptions.DateOrder.parse(text)
                    .orElseThrow(() -> new ProblemException(Problem.inField("command.dates-unknown", "--dates"))));
            return new ImportOptions(order, dryRun, source, vintage.map(Import::day));
        }

        private static LocalDate day(String text) {
            try {
                return LocalDate.parse(text);
            } catch (DateTimeException e) {
                throw new ProblemException(Problem.inField("command.day-form", "--vintage"));
            }
        }

        private void progress(long rows, long bytesRead, long bytesTotal) {
            long percent = bytesTotal == 0 ? PERCENT : Math.min(PERCENT, bytesRead * PERCENT / bytesTotal);
            invocation
                    .terminal()
                    .progress(invocation.text("command.import.progress", Map.of("rows", rows, "percent", percent)));
        }

        private void tell(ImportReport report) {
            if (json) {
                invocation.terminal().line(Json.text(machine(report)));
                return;
            }
            if (!report.problems().isEmpty()) {
                new Faults(invocation.messages()).tell(invocation.terminal(), report.problems());
            }
            String key = report.fileRefused()
                    ? "command.import.file-refused"
                    : report.dryRun() ? "command.import.would" : "command.import.done";
            invocation
                    .terminal()
                    .line(invocation.text(
                            key,
                            Map.of(
                                    "read",
                                    report.read(),
                                    "accepted",
                                    report.accepted(),
                                    "refused",
                                    report.refused(),
                                    "duplicates",
                                    report.duplicates())));
        }

        private Map<String, Object> machine(ImportReport report) {
            Map<String, Object> told = new LinkedHashMap<>();
            told.put("layout", report.layout().orElse(""));
            told.put("dryRun", report.dryRun());
            told.put("fileRefused", report.fileRefused());
            told.put("rows", report.rows());
            told.put("read", report.read());
            told.put("accepted", report.accepted());
            told.put("refused", report.refused());
            told.put("duplicates", report.duplicates());
            told.put("problemCount", report.problemCount());
            told.put("problems", new Faults(invocation.messages()).machine(report.problems()));
            return told;
        }
    }

    /** Writes incidents to a new file or to the terminal. */
    @Command(name = "incidents")
    static final class Export extends DataCommand {

        @Option(names = "--format", paramLabel = "csv|geojson")
        String format = "csv";

        @Option(names = "--output", paramLabel = "FILE")
        Optional<Path> output = Optional.empty();

        Export(Invocation invocation) {
            super(invocation);
        }

        @Override
        ExitCode work(OpenNode node, InputFile input) throws IOException {
            ExportFormat wanted = format();
            Prevention prevention = node.prevention();
            var actor = actor(node, Purpose.PREVENTION);
            return OutputFile.write(
                    invocation,
                    output,
                    "command.export.done",
                    out -> prevention.export(actor, IncidentFilter.all(), wanted, out));
        }

        private ExportFormat format() {
            return switch (format.toLowerCase(Locale.ROOT)) {
                case "csv" -> ExportFormat.CSV;
                case "geojson" -> ExportFormat.GEOJSON;
                default -> throw new ProblemException(Problem.inField("command.format-unknown", "--format"));
            };
        }
    }
}
