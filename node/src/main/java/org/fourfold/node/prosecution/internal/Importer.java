package org.fourfold.node.prosecution.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.Database;
import org.fourfold.node.frame.Event;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.frame.Problems;
import org.fourfold.node.frame.ProgressListener;
import org.fourfold.node.frame.RandomIds;
import org.fourfold.node.frame.Tx;
import org.fourfold.node.prosecution.ImportOptions;
import org.fourfold.node.prosecution.ImportReport;
import org.fourfold.node.prosecution.ImportReport.Counted;
import org.fourfold.node.prosecution.Source;
import org.fourfold.node.prosecution.SourceId;
import org.fourfold.node.prosecution.SourceKind;
import org.fourfold.node.prosecution.reading.EntityFile;
import org.fourfold.node.prosecution.reading.EntityReading;
import org.fourfold.node.prosecution.reading.FtmModel;
import org.fourfold.node.prosecution.reading.Identifiers;
import org.fourfold.node.prosecution.tables.Mapping;
import org.fourfold.node.prosecution.tables.TableReading;

/**
 * Brings one file in, in one transaction: read into temporary tables, fragments put together, moved, recorded, or nothing of
 * it. A dry run does all of it and rolls back; a kill does the same.
 */
public final class Importer {

    private final Database database;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final FtmModel model;

    public Importer(Database database, InstantSource clock, RandomGenerator random, FtmModel model) {
        this.database = database;
        this.clock = clock;
        this.random = random;
        this.model = model;
    }

    /** A file whose form is known without a mapping. */
    public ImportReport run(Actor actor, Path path, String name, ImportOptions options, ProgressListener listener) {
        try {
            return run(actor, EntityFile.open(path), name, options, listener);
        } catch (ProblemException e) {
            return refused(actor, ImportReport.fileRefused(Optional.empty(), options.dryRun(), e.problems()));
        } catch (IOException e) {
            throw new UncheckedIOException("the file could not be read", e);
        }
    }

    /** A table by a mapping. */
    public ImportReport run(
            Actor actor, Path path, Mapping mapping, String name, ImportOptions options, ProgressListener listener) {
        try {
            TableReading table = TableReading.open(path, mapping, options.phoneCountry(), model);
            return run(actor, table, name, options, listener);
        } catch (ProblemException e) {
            return refused(
                    actor, ImportReport.fileRefused(Optional.of(SourceKind.TABLE), options.dryRun(), e.problems()));
        } catch (IOException e) {
            throw new UncheckedIOException("the file could not be read", e);
        }
    }

    public ImportReport run(
            Actor actor, EntityReading file, String name, ImportOptions options, ProgressListener listener) {
        try {
            if (!options.dryRun()) {
                ImportReport taken = database.write(actor, tx -> within(tx, actor, file, name, options, listener));
                Moving.settle(database);
                return taken;
            }
            ImportReport tried = database.rehearse(actor, tx -> within(tx, actor, file, name, options, listener));
            database.read(actor, tx -> {
                tx.record(Event.of(Events.TRIED)
                        .count(tried.fragments())
                        .detail(file.kind().code()));
                return 0;
            });
            return tried;
        } catch (ProblemException e) {
            return refused(actor, ImportReport.fileRefused(Optional.of(file.kind()), options.dryRun(), e.problems()));
        }
    }

    private ImportReport within(
            Tx tx, Actor actor, EntityReading file, String name, ImportOptions options, ProgressListener listener) {
        if (Sources.stands(tx, file.sha256())) {
            throw new ProblemException(Problem.of("prosecution.source-known"));
        }
        Problems problems = new Problems();
        Staging staging =
                new Staging(tx, model, new Identifiers(model, options.phoneCountry()), clock.instant(), random);
        long rows;
        try {
            rows = file.read(staging, problems, listener);
        } catch (IOException e) {
            throw new UncheckedIOException("the file could not be read", e);
        }
        staging.send();
        long refused = problems.count();
        // Beside the refusals, what a person should know: merged cells, hidden rows. Refusals first: they are to be
        // mended.
        problems.addAll(file.notes());
        long entities = Moving.merge(tx, model);
        SourceId id = new SourceId(RandomIds.uuid(random));
        Source source = new Source(
                id,
                name,
                file.sha256(),
                file.bytes(),
                file.kind(),
                file.description(),
                actor.member(),
                clock.instant(),
                rows,
                staging.fragments(),
                entities,
                refused,
                staging.claims(),
                staging.asideCount(),
                problems.count(),
                Optional.empty());
        Moving.takeTurn(tx);
        int number = Sources.insert(tx, actor, source);
        Sources.keepNotes(tx, number, problems.kept());
        List<Counted> unknown = mostFrequent(staging.aside());
        Sources.keepAside(tx, number, unknown);
        Moving.move(tx, number);
        if (!options.dryRun()) {
            Moving.analyze(tx);
        }
        Moving.touch(tx, number);
        long overlaps = Moving.countOverlaps(tx, actor);
        tx.record(Event.of(Events.IMPORTED)
                .about(id.value())
                .count(entities)
                .detail(file.kind().code()));
        return new ImportReport(
                options.dryRun() ? Optional.empty() : Optional.of(id),
                Optional.of(file.kind()),
                options.dryRun(),
                false,
                rows,
                staging.fragments(),
                entities,
                refused,
                staging.claims(),
                staging.asideCount(),
                unknown,
                overlaps,
                problems.kept(),
                problems.count());
    }

    private static List<Counted> mostFrequent(Map<String, Long> aside) {
        return aside.entrySet().stream()
                .map(entry -> new Counted(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingLong(Counted::count).reversed().thenComparing(Counted::name))
                .limit(ImportReport.UNKNOWN_MAX)
                .toList();
    }

    private ImportReport refused(Actor actor, ImportReport report) {
        database.read(actor, tx -> {
            tx.record(Event.of(Events.FILE_REFUSED)
                    .detail(report.problems().getFirst().code()));
            return 0;
        });
        return report;
    }

    /** Takes a source's entities out again, all of them; the row of the source stays and says who did it. */
    public Source undo(Actor actor, SourceId id) {
        return database.write(actor, tx -> {
            Sources.Numbered found = Sources.find(tx, id)
                    .orElseThrow(() -> new ProblemException(Problem.of("prosecution.source-unknown")));
            if (!Sources.markUndone(tx, actor, found.number(), clock.instant())) {
                throw new ProblemException(Problem.of("prosecution.source-undone"));
            }
            Moving.takeTurn(tx);
            Moving.touch(tx, found.number());
            Moving.takeOut(tx, found.number());
            Moving.countOverlaps(tx, actor);
            tx.record(Event.of(Events.UNDONE)
                    .about(id.value())
                    .count(found.source().entities())
                    .detail(found.source().kind().code()));
            return Sources.find(tx, id).orElseThrow().source();
        });
    }
}
