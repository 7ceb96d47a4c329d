package org.fourfold.node.prevention.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.Database;
import org.fourfold.node.frame.Event;
import org.fourfold.node.frame.EventType;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.frame.Problems;
import org.fourfold.node.frame.ProgressListener;
import org.fourfold.node.frame.RandomIds;
import org.fourfold.node.frame.Tx;
import org.fourfold.node.prevention.ImportId;
import org.fourfold.node.prevention.ImportOptions;
import org.fourfold.node.prevention.ImportReport;
import org.fourfold.node.prevention.reading.TableReader;
import org.fourfold.node.registry.Places;

/**
 * Brings one file in, in one transaction: read into a staging table, moved, recorded, or nothing of it. A dry run does all of
 * it and rolls back; a kill does the same.
 */
public final class Importer {

    private static final EventType IMPORTED = new EventType("prevention.imported");
    private static final EventType TRIED = new EventType("prevention.import-tried");
    private static final EventType FILE_REFUSED = new EventType("prevention.import-refused");

    private final Database database;
    private final Places places;
    private final InstantSource clock;
    private final RandomGenerator random;

    public Importer(Database database, Places places, InstantSource clock, RandomGenerator random) {
        this.database = database;
        this.places = places;
        this.clock = clock;
        this.random = random;
    }

    public ImportReport run(Actor actor, Path path, String name, ImportOptions options, ProgressListener listener) {
        TableReader table;
        try {
            table = TableReader.open(path);
        } catch (ProblemException e) {
            return refusedWhole(actor, Optional.empty(), options, e);
        } catch (IOException e) {
            throw new UncheckedIOException("the file could not be read", e);
        }
        try {
            if (!options.dryRun()) {
                return database.write(actor, tx -> within(tx, actor, name, table, options, listener));
            }
            ImportReport tried = database.rehearse(actor, tx -> within(tx, actor, name, table, options, listener));
            database.read(actor, tx -> {
                tx.record(Event.of(TRIED)
                        .count(tried.read())
                        .detail(table.layout().code()));
                return 0;
            });
            return tried;
        } catch (ProblemException e) {
            return refusedWhole(actor, Optional.of(table), options, e);
        }
    }

    private ImportReport within(
            Tx tx, Actor actor, String name, TableReader table, ImportOptions options, ProgressListener listener) {
        Problems problems = new Problems();
        Staging staging = new Staging(tx, random, problems);
        long rows;
        try {
            rows = table.read(places, options, staging, listener);
            staging.end();
        } catch (IOException e) {
            staging.abandon();
            throw new UncheckedIOException("the file could not be read", e);
        } catch (RuntimeException e) {
            staging.abandon();
            throw e;
        }
        UUID id = RandomIds.uuid(random);
        LocalDate vintage = options.vintage().orElseGet(() -> LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        IncidentStaging.Moved moved = move(tx, actor, id, vintage, table, staging, options, problems);
        long refused = staging.refused() + moved.refused();
        long read = staging.staged() + staging.refused();
        ImportReport report = new ImportReport(
                options.dryRun() ? Optional.empty() : Optional.of(new ImportId(id)),
                Optional.of(table.layout().code()),
                table.reading(),
                options.dryRun(),
                false,
                rows,
                read,
                moved.moved(),
                refused,
                read - refused - moved.moved(),
                problems.kept(),
                problems.count());
        ImportRuns.keep(
                tx,
                actor,
                new ImportRuns.Kept(
                        id,
                        clock.instant(),
                        options.sourceName().orElse(table.layout().source()),
                        vintage,
                        name),
                report);
        tx.record(Event.of(IMPORTED)
                .about(id)
                .count(moved.moved())
                .detail(table.layout().code()));
        return report;
    }

    private static IncidentStaging.Moved move(
            Tx tx,
            Actor actor,
            UUID id,
            LocalDate vintage,
            TableReader table,
            Staging staging,
            ImportOptions options,
            Problems problems) {
        if (staging.staged() == 0) {
            return new IncidentStaging.Moved(0, 0);
        }
        UUID organisation = actor.organisation().value();
        if (staging.holdsIncidents()) {
            return IncidentStaging.move(tx, organisation, id, staging.staged(), problems);
        }
        var series = new ObservationStaging.Series(
                table.layout().code(),
                options.sourceName().orElse(table.layout().source()),
                staging.measures());
        return ObservationStaging.move(tx, organisation, id, vintage, series, staging.staged(), problems);
    }

    private ImportReport refusedWhole(
            Actor actor, Optional<TableReader> table, ImportOptions options, ProblemException fault) {
        database.read(actor, tx -> {
            tx.record(Event.of(FILE_REFUSED).detail(fault.problems().getFirst().code()));
            return 0;
        });
        return new ImportReport(
                Optional.empty(),
                table.map(found -> found.layout().code()),
                table.map(TableReader::reading).orElse(ImportReport.Reading.NONE),
                options.dryRun(),
                true,
                0,
                0,
                0,
                0,
                0,
                List.copyOf(fault.problems()),
                fault.problems().size());
    }
}
