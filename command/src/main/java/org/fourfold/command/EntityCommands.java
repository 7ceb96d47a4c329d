package org.fourfold.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.fourfold.command.demo.DemonstrationNode;
import org.fourfold.command.terminal.Faults;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.frame.Purpose;
import org.fourfold.node.prosecution.ImportOptions;
import org.fourfold.node.prosecution.ImportReport;
import org.fourfold.node.prosecution.Prosecution;
import org.fourfold.node.prosecution.SavedMapping;
import org.fourfold.node.prosecution.Source;
import org.fourfold.node.prosecution.SourceId;
import org.fourfold.node.prosecution.tables.Mapping;
import org.fourfold.node.prosecution.tables.MappingJson;
import org.fourfold.node.shell.Room;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code fourfold import entities}, {@code fourfold import undo} and {@code fourfold export entities}. */
final class EntityCommands {

    /** Who acts in a demonstration when nobody is named. */
    private static final String DEMONSTRATION_INVESTIGATOR = "ines";

    private EntityCommands() {}

    private static Prosecution prosecution(OpenNode node) {
        if (!node.house().rooms().contains(Room.PROSECUTION)) {
            throw new ProblemException(Problem.of("command.no-investigation"));
        }
        return node.facade(Prosecution.class);
    }

    private static SourceId source(String text, String place) {
        return SourceId.parse(text)
                .orElseThrow(() -> new ProblemException(Problem.inField("prosecution.source-unknown", place)));
    }

    /** Brings files in, each whole or not at all; one that is refused does not stop the others. */
    @Command(name = "entities")
    static final class Import extends DataCommand {

        @Parameters(index = "0..*", arity = "1..*", paramLabel = "FILE", descriptionKey = "entity-files")
        List<Path> files = List.of();

        @Option(names = "--mapping", paramLabel = "NAME|FILE.json")
        Optional<String> mapping = Optional.empty();

        @Option(names = "--dry-run")
        boolean dryRun;

        @Option(names = "--phone-country", paramLabel = "gt")
        Optional<String> phoneCountry = Optional.empty();

        @Option(names = "--name", paramLabel = "TEXT", descriptionKey = "entity-name")
        Optional<String> name = Optional.empty();

        Import(Invocation invocation) {
            super(invocation);
        }

        @Override
        String demonstrationMember(DemonstrationNode node) {
            return DEMONSTRATION_INVESTIGATOR;
        }

        /** The mapping's file goes first: every other one is read by it. */
        @Override
        List<Path> inputFiles() {
            List<Path> all = new ArrayList<>();
            mapping.filter(Import::isFile).map(Path::of).ifPresent(all::add);
            all.addAll(files);
            return all;
        }

        private static boolean isFile(String mapping) {
            return mapping.toLowerCase(Locale.ROOT).endsWith(".json");
        }

        @Override
        ExitCode work(OpenNode node, InputFile none) {
            throw new IllegalStateException("this command reads several files");
        }

        @Override
        ExitCode work(OpenNode node, InputFiles input) throws IOException {
            if (name.isPresent() && files.size() > 1) {
                throw new ProblemException(Problem.inField("command.name-for-several", "--name"));
            }
            Prosecution prosecution = prosecution(node);
            Actor actor = actor(node, Purpose.INVESTIGATION);
            ImportOptions plain = ImportOptions.plain().withDryRun(dryRun);
            ImportOptions options = phoneCountry.map(plain::withPhoneCountry).orElse(plain);
            Run run = new Run(prosecution, actor, options);
            if (mapping.isPresent() && !isFile(mapping.get())) {
                run.mapping = Optional.of(saved(prosecution, actor, mapping.get()));
            }
            input.each(node.home(), run::file);
            return run.faults ? ExitCode.FAULTS : ExitCode.DONE;
        }

        private static Mapping saved(Prosecution prosecution, Actor actor, String name) {
            return prosecution.mappings(actor).stream()
                    .filter(saved -> saved.name().equalsIgnoreCase(name))
                    .map(SavedMapping::mapping)
                    .findFirst()
                    .orElseThrow(
                            () -> new ProblemException(Problem.inField("prosecution.mapping-unknown", "--mapping")));
        }

        /** One file after the other. */
        private final class Run {

            private final Prosecution prosecution;
            private final Actor actor;
            private final ImportOptions options;
            private Optional<Mapping> mapping = Optional.empty();
            private boolean faults;

            Run(Prosecution prosecution, Actor actor, ImportOptions options) {
                this.prosecution = prosecution;
                this.actor = actor;
                this.options = options;
            }

            void file(Path named, Optional<Path> readable) throws IOException {
                boolean mappingFile = Import.this.mapping.filter(Import::isFile).isPresent() && mapping.isEmpty();
                if (mappingFile) {
                    mapping = Optional.of(read(named, readable));
                    return;
                }
                ImportReport report = readable.isEmpty()
                        ? ImportReport.fileRefused(Optional.empty(), dryRun, List.of(unreadable(named)))
                        : take(named, readable.get());
                faults |= report.fileRefused() || report.refused() > 0;
                tell(named, report);
            }

            private Mapping read(Path named, Optional<Path> readable) throws IOException {
                if (readable.isEmpty() || Files.size(readable.get()) > MappingJson.CHARACTERS_MAX) {
                    throw new ProblemException(
                            readable.isEmpty()
                                    ? unreadable(named)
                                    : Problem.inField("prosecution.table.mapping-too-long", "--mapping"));
                }
                // What is no text in UTF-8 is no mapping either, and is refused as such.
                return MappingJson.read(new String(Files.readAllBytes(readable.get()), StandardCharsets.UTF_8));
            }

            private ImportReport take(Path named, Path file) {
                String source = name.orElseGet(() -> fileName(named));
                return mapping.map(found -> prosecution.importTable(
                                actor, file, found, source, options, (rows, read, total) -> progress(named, rows)))
                        .orElseGet(() -> prosecution.importEntities(
                                actor, file, source, options, (rows, read, total) -> progress(named, rows)));
            }

            private void progress(Path named, long rows) {
                invocation
                        .terminal()
                        .progress(invocation.text(
                                "command.entities.progress", Map.of("file", fileName(named), "rows", rows)));
            }
        }

        private static String fileName(Path path) {
            Path name = path.getFileName();
            return name == null ? "file" : name.toString();
        }

        private void tell(Path named, ImportReport report) {
            if (json) {
                invocation.terminal().line(Json.text(machine(named, report)));
                return;
            }
            if (!report.problems().isEmpty()) {
                new Faults(invocation.messages()).tell(invocation.terminal(), report.problems());
            }
            String key = report.fileRefused()
                    ? "command.entities.file-refused"
                    : report.dryRun() ? "command.entities.would" : "command.entities.done";
            invocation
                    .terminal()
                    .line(invocation.text(
                            key,
                            Map.of(
                                    "file",
                                    fileName(named),
                                    "rows",
                                    report.rows(),
                                    "entities",
                                    report.entities(),
                                    "claims",
                                    report.claims(),
                                    "refused",
                                    report.refused(),
                                    "overlaps",
                                    report.overlaps(),
                                    "source",
                                    report.id().map(SourceId::toString).orElse(""))));
        }

        private Map<String, Object> machine(Path named, ImportReport report) {
            Map<String, Object> told = new LinkedHashMap<>();
            told.put("file", fileName(named));
            told.put("source", report.id().map(SourceId::toString).orElse(""));
            told.put("kind", report.kind().map(kind -> kind.code()).orElse(""));
            told.put("dryRun", report.dryRun());
            told.put("fileRefused", report.fileRefused());
            told.put("rows", report.rows());
            told.put("entities", report.entities());
            told.put("claims", report.claims());
            told.put("refused", report.refused());
            told.put("aside", report.aside());
            told.put("overlaps", report.overlaps());
            told.put("problemCount", report.problemCount());
            told.put("problems", new Faults(invocation.messages()).machine(report.problems()));
            return told;
        }
    }

    /** Takes an import back, whole. */
    @Command(name = "undo")
    static final class Undo extends DataCommand {

        @Parameters(index = "0", paramLabel = "SOURCE", descriptionKey = "entity-undo")
        String source = "";

        Undo(Invocation invocation) {
            super(invocation);
        }

        @Override
        String demonstrationMember(DemonstrationNode node) {
            return DEMONSTRATION_INVESTIGATOR;
        }

        @Override
        ExitCode work(OpenNode node, InputFile none) {
            Prosecution prosecution = prosecution(node);
            Source undone = prosecution.undo(actor(node, Purpose.INVESTIGATION), source(source, "SOURCE"));
            invocation
                    .terminal()
                    .line(
                            json
                                    ? Json.text(Map.of("source", undone.id().toString(), "entities", undone.entities()))
                                    : invocation.text(
                                            "command.entities.undone",
                                            Map.of("file", undone.name(), "entities", undone.entities())));
            return ExitCode.DONE;
        }
    }

    /** Writes entities as FollowTheMoney JSON lines to a new file or to the terminal. */
    @Command(name = "entities")
    static final class Export extends DataCommand {

        @Option(names = "--source", paramLabel = "ID", descriptionKey = "entity-source")
        Optional<String> source = Optional.empty();

        @Option(names = "--output", paramLabel = "FILE")
        Optional<Path> output = Optional.empty();

        Export(Invocation invocation) {
            super(invocation);
        }

        @Override
        String demonstrationMember(DemonstrationNode node) {
            return DEMONSTRATION_INVESTIGATOR;
        }

        @Override
        ExitCode work(OpenNode node, InputFile none) throws IOException {
            Prosecution prosecution = prosecution(node);
            Optional<SourceId> wanted = source.map(text -> source(text, "--source"));
            Actor actor = actor(node, Purpose.INVESTIGATION);
            return OutputFile.write(
                    invocation, output, "command.entities.exported", out -> prosecution.export(actor, wanted, out));
        }
    }
}
