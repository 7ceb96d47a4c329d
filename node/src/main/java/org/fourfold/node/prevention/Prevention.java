package org.fourfold.node.prevention;

import java.io.Writer;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.Database;
import org.fourfold.node.frame.Event;
import org.fourfold.node.frame.EventType;
import org.fourfold.node.frame.ProgressListener;
import org.fourfold.node.frame.RefusedException;
import org.fourfold.node.frame.Role;
import org.fourfold.node.frame.Slice;
import org.fourfold.node.prevention.internal.Exports;
import org.fourfold.node.prevention.internal.ImportRuns;
import org.fourfold.node.prevention.internal.Importer;
import org.fourfold.node.prevention.internal.Incidents;
import org.fourfold.node.prevention.internal.SeriesSums;
import org.fourfold.node.prevention.internal.Sums;
import org.fourfold.node.registry.Registry;

/**
 * The prevention room's door. Who acts for prevention in a role that works with it may look; analysts and supervisors may
 * import. Each method records what was done, refusals too; a refusal is a {@link RefusedException}.
 */
public final class Prevention {

    private static final EventType LISTED = new EventType("prevention.listed");
    private static final EventType VIEWED = new EventType("prevention.viewed");
    private static final EventType EXPORTED = new EventType("prevention.exported");

    private final Database database;
    private final Importer importer;

    public Prevention(Database database, Registry registry, InstantSource clock, RandomGenerator random) {
        this.database = database;
        this.importer = new Importer(database, registry.places(), clock, random);
    }

    /** Whether a role may import; decides buttons, never access. */
    public static boolean mayImport(Role role) {
        return Rights.WRITERS.contains(role);
    }

    /**
     * Imports a file of a known layout, whole or not at all. What cannot be taken is in the report, by row and column; so is
     * a file that is refused whole. Throws UncheckedIOException when the disk fails.
     */
    public ImportReport importIncidents(Actor actor, Path file, ImportOptions options, ProgressListener listener) {
        Path name = file.getFileName();
        return importIncidents(actor, file, name == null ? "" : name.toString(), options, listener);
    }

    /** The same for a file that lies under a name of ours: {@code name} is the one its sender gave it. */
    public ImportReport importIncidents(
            Actor actor, Path file, String name, ImportOptions options, ProgressListener listener) {
        require(actor, Rights.WRITERS);
        return importer.run(actor, file, name, options, listener);
    }

    /** A page of incidents, newest first. */
    public Slice<StoredIncident> incidents(Actor actor, IncidentFilter filter, Optional<String> after) {
        require(actor, Rights.READERS);
        return database.read(actor, tx -> {
            Slice<StoredIncident> page = Incidents.page(tx, filter, after);
            tx.record(Event.of(LISTED).count(page.rows().size()).detail("incidents"));
            return page;
        });
    }

    /** One incident. */
    public Optional<StoredIncident> incident(Actor actor, UUID id) {
        require(actor, Rights.READERS);
        return database.read(actor, tx -> {
            tx.record(Event.of(VIEWED).about(id).detail("incident"));
            return Incidents.find(tx, id);
        });
    }

    /**
     * The sums over the incidents of a filter.
     *
     * @param cellDegrees the side of the cells in which points are taken together, more than 0
     */
    public Overview overview(Actor actor, IncidentFilter filter, double cellDegrees) {
        require(actor, Rights.READERS);
        return database.read(actor, tx -> {
            Overview overview = Sums.overview(tx, filter, cellDegrees);
            tx.record(Event.of(VIEWED).count(overview.incidents()).detail("overview"));
            return overview;
        });
    }

    /** What there is to choose from in filters. */
    public Choices choices(Actor actor) {
        require(actor, Rights.READERS);
        return database.read(actor, tx -> {
            tx.record(Event.of(VIEWED).detail("choices"));
            return new Choices(Sums.kinds(tx), Sums.sources(tx));
        });
    }

    /** Kinds and sources that there are, in the sources' words. */
    public record Choices(List<String> kinds, List<String> sources) {}

    /** Writes all incidents of a filter; returns how many. */
    public long export(Actor actor, IncidentFilter filter, ExportFormat format, Writer out) {
        require(actor, Rights.READERS);
        return database.read(actor, tx -> {
            long count;
            try (var rows = Incidents.stream(tx, filter)) {
                count = switch (format) {
                    case CSV -> Exports.csv(rows, out);
                    case GEOJSON -> Exports.geoJson(rows, out);
                };
            }
            tx.record(Event.of(EXPORTED).count(count).detail(format.extension()));
            return count;
        });
    }

    /** A page of imports, newest first. */
    public Slice<ImportRun> imports(Actor actor, Optional<String> after) {
        require(actor, Rights.READERS);
        return database.read(actor, tx -> {
            Slice<ImportRun> page = ImportRuns.list(tx, after);
            tx.record(Event.of(LISTED).count(page.rows().size()).detail("imports"));
            return page;
        });
    }

    /** One import with its refusals. */
    public Optional<ImportRun> importRun(Actor actor, ImportId id) {
        require(actor, Rights.READERS);
        return database.read(actor, tx -> {
            tx.record(Event.of(VIEWED).about(id.value()).detail("import"));
            return ImportRuns.find(tx, id);
        });
    }

    /** The series of counts there are. */
    public List<SeriesSummary> series(Actor actor) {
        require(actor, Rights.READERS);
        return database.read(actor, tx -> {
            List<SeriesSummary> all = SeriesSums.all(tx);
            tx.record(Event.of(LISTED).count(all.size()).detail("series"));
            return all;
        });
    }

    /** One series by month; empty when there is none of that code. */
    public Optional<SeriesView> series(Actor actor, SeriesFilter filter) {
        require(actor, Rights.READERS);
        return database.read(actor, tx -> {
            tx.record(Event.of(VIEWED).detail("series"));
            return SeriesSums.view(tx, filter);
        });
    }

    private void require(Actor actor, Set<Role> roles) {
        Rights.require(database, actor, roles);
    }
}
