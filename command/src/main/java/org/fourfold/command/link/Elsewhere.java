package org.fourfold.command.link;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.fourfold.command.link.LinkSettings.Remark;
import org.fourfold.linkage.Linkage;
import org.fourfold.linkage.LinkageEngine;
import org.fourfold.linkage.model.Counting;
import org.fourfold.linkage.model.FieldModel;
import org.fourfold.linkage.table.TableCut;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * An engine that links in place of this process, and where it hands out its work.
 *
 * @param master as typed
 */
public record Elsewhere(LinkageEngine engine, String master) {

    /** What links in this process. */
    public static final String HERE = "embedded";

    /** What is known to exist, though this program may have been built without it. */
    private static final String SPARK = "spark";

    /** Bytes of a table that one piece of work reads, at least. */
    private static final long CUT_BYTES = 16L << 20;

    /**
     * What was asked for; empty for this process.
     *
     * @throws ProblemException when there is no such engine, it was not built, or the master is missing or not wanted
     */
    public static Optional<Elsewhere> of(Optional<String> typed, Optional<String> master) {
        String name = typed.orElse(HERE);
        if (name.equals(HERE)) {
            if (master.isPresent()) {
                throw new ProblemException(Problem.inField("command.link-master-unused", "--master"));
            }
            return Optional.empty();
        }
        if (!name.equals(SPARK)) {
            throw new ProblemException(
                    Problem.inField("command.link-engine", "--engine").with("engine", name));
        }
        LinkageEngine engine = ServiceLoader.load(LinkageEngine.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new ProblemException(Problem.inField("command.link-engine-absent", "--engine")));
        return Optional.of(new Elsewhere(
                engine,
                master.filter(address -> !address.isBlank())
                        .orElseThrow(() -> new ProblemException(Problem.inField("command.link-master", "--master")))));
    }

    /** Links there; what is in between lies in a folder beside the place of the results and is removed. */
    LinkageEngine.Done link(
            LinkSettings settings,
            Linkage.Conditions known,
            List<InputTable> tables,
            List<WantedColumns> wanted,
            List<TableFacts> facts,
            Consumer<Remark> progress)
            throws IOException {
        requireFit(settings);
        Path scratch = scratch(settings.out());
        try {
            List<LinkageEngine.Table> cut = new ArrayList<>();
            for (int i = 0; i < tables.size(); i++) {
                cut.add(cut(tables.get(i), wanted.get(i), scratch, i, facts, progress));
            }
            return link(new LinkageEngine.Job(settings.model(), cut, known, master, scratch), progress);
        } finally {
            remove(scratch);
        }
    }

    /** What only this process does is refused before anything is read. */
    private static void requireFit(LinkSettings settings) {
        Stream.of(
                        Optional.of("--explain").filter(_ -> settings.explained() > 0),
                        Optional.of("--labels").filter(_ -> settings.labels().isPresent()),
                        Optional.of("--frequencies")
                                .filter(_ -> !settings.frequencies().isEmpty()),
                        Optional.of("rarity clusters")
                                .filter(_ -> settings.model().counting() == Counting.CLUSTERS),
                        settings.model().fields().stream()
                                .filter(FieldModel::isMany)
                                .findFirst()
                                .map(field -> "many (" + field.name() + ")"))
                .flatMap(Optional::stream)
                .findFirst()
                .ifPresent(what -> {
                    throw new ProblemException(Problem.inField("command.link-engine-not", "--engine")
                            .with("what", what));
                });
    }

    private LinkageEngine.Done link(LinkageEngine.Job job, Consumer<Remark> progress) throws IOException {
        progress.accept(new Remark("command.link.comparing", Map.of("records", job.records())));
        try {
            return engine.link(job);
        } catch (LinkageEngine.NoMaster e) {
            throw new ProblemException(
                    Problem.inField("command.link-master-silent", "--master").with("master", master));
        } catch (LinkageEngine.GaveUp e) {
            throw new ProblemException(Problem.inField("command.link-engine-failed", "--engine")
                    .with("what", String.valueOf(e.getMessage())));
        }
    }

    private static LinkageEngine.Table cut(
            InputTable table,
            WantedColumns wanted,
            Path scratch,
            int number,
            List<TableFacts> facts,
            Consumer<Remark> progress)
            throws IOException {
        String file = String.valueOf(table.file().getFileName());
        progress.accept(new Remark("command.link.reading", Map.of("file", file)));
        List<TableCut> cuts = new ArrayList<>();
        InputTable.Taken taken = table.read(wanted, csv -> cuts.addAll(TableCut.of(csv, CUT_BYTES)));
        facts.add(new TableFacts(
                file,
                Files.size(table.file()),
                taken.sha256(),
                cuts.stream().mapToLong(TableCut::rows).sum(),
                wanted.id().isPresent(),
                wanted.lacking(),
                taken.faults()));
        return new LinkageEngine.Table(table.plain(wanted, scratch, number).toAbsolutePath(), table.name(), cuts);
    }

    private static Path scratch(Path out) throws IOException {
        Path above = out.toAbsolutePath().getParent();
        try {
            Files.createDirectories(above == null ? out : above);
            return Files.createTempDirectory(above == null ? out : above, "." + out.getFileName() + ".between-");
        } catch (IOException e) {
            throw NewFolder.notWritten(out);
        }
    }

    private static void remove(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException gone) {
                // The engine tidies up as well.
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path inner, @Nullable IOException broken) throws IOException {
                Files.deleteIfExists(inner);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
