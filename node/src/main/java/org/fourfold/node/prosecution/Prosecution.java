package org.fourfold.node.prosecution;

import java.io.Writer;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
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
import org.fourfold.node.frame.RefusedException;
import org.fourfold.node.frame.Slice;
import org.fourfold.node.prosecution.internal.Door;
import org.fourfold.node.prosecution.internal.Entities;
import org.fourfold.node.prosecution.internal.Events;
import org.fourfold.node.prosecution.internal.Exports;
import org.fourfold.node.prosecution.internal.Importer;
import org.fourfold.node.prosecution.internal.Overlaps;
import org.fourfold.node.prosecution.internal.SavedMappings;
import org.fourfold.node.prosecution.internal.Searching;
import org.fourfold.node.prosecution.internal.Sources;
import org.fourfold.node.prosecution.reading.EntityReading;
import org.fourfold.node.prosecution.reading.FtmModel;
import org.fourfold.node.prosecution.tables.Mapping;
import org.fourfold.node.prosecution.tables.MappingCheck;

/**
 * The prosecution room's door. Investigators, prosecutors and supervisors who act for an investigation are let in, nobody
 * else. Each method records what was done, refusals too; a refusal is a {@link RefusedException}. Threads: safe.
 */
public final class Prosecution {

    private static final int TALLY_MAX = 100;

    private final Database database;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final Importer importer;
    private final Door door;
    private final FtmModel model = FtmModel.shipped();

    public Prosecution(Database database, InstantSource clock, RandomGenerator random) {
        this.database = database;
        this.clock = clock;
        this.door = new Door(database);
        this.random = random;
        this.importer = new Importer(database, clock, random, model);
    }

    /**
     * Takes a file whose form is known without a mapping: FollowTheMoney, sanctions lists. Whole or not at all; lines that
     * cannot be taken are told in the report and left out.
     *
     * @param name what the source is called
     */
    public ImportReport importEntities(
            Actor actor, Path file, String name, ImportOptions options, ProgressListener listener) {
        door.require(actor);
        return importer.run(actor, file, name, options, listener);
    }

    /** The same for a table by a mapping: one sheet of one file. */
    public ImportReport importTable(
            Actor actor, Path file, Mapping mapping, String name, ImportOptions options, ProgressListener listener) {
        door.require(actor);
        return importer.run(actor, file, mapping, name, options, listener);
    }

    /** The same for a file that is read by somebody else's rules. */
    public ImportReport importEntities(
            Actor actor, EntityReading file, String name, ImportOptions options, ProgressListener listener) {
        door.require(actor);
        return importer.run(actor, file, name, options, listener);
    }

    /** Takes everything back that a source brought. The source stays in the list and says who took it back, and when. */
    public Source undo(Actor actor, SourceId id) {
        door.require(actor);
        return importer.undo(actor, id);
    }

    /** All mappings that are kept, by name. */
    public List<SavedMapping> mappings(Actor actor) {
        door.require(actor);
        return database.read(actor, tx -> {
            List<SavedMapping> all = SavedMappings.list(tx);
            tx.record(Event.of(Events.MAPPINGS_LISTED).count(all.size()));
            return all;
        });
    }

    /**
     * Keeps a mapping under the name it carries. Throws a {@link ProblemException} when it could not be run, has no name, or
     * the name is taken.
     */
    public SavedMapping saveMapping(Actor actor, Mapping mapping) {
        door.require(actor);
        check(mapping);
        return database.write(actor, tx -> {
            if (SavedMappings.named(tx, mapping.name()).isPresent()) {
                throw new ProblemException(Problem.inField("prosecution.mapping-name-taken", "mapping-name"));
            }
            if (SavedMappings.list(tx).size() >= SavedMapping.MAPPINGS_MAX) {
                throw new ProblemException(Problem.of("prosecution.mapping-too-many"));
            }
            MappingId id = new MappingId(RandomIds.uuid(random));
            SavedMappings.insert(tx, actor, id, mapping, clock.instant());
            tx.record(Event.of(Events.MAPPING_SAVED).about(id.value()));
            return SavedMappings.find(tx, id).orElseThrow();
        });
    }

    /** Changes a kept mapping, its name too. Throws a {@link ProblemException} when somebody else changed it meanwhile. */
    public SavedMapping changeMapping(Actor actor, MappingId id, int revision, Mapping mapping) {
        door.require(actor);
        check(mapping);
        return database.write(actor, tx -> {
            if (SavedMappings.named(tx, mapping.name())
                    .filter(other -> !other.id().equals(id))
                    .isPresent()) {
                throw new ProblemException(Problem.inField("prosecution.mapping-name-taken", "mapping-name"));
            }
            if (!SavedMappings.change(tx, actor, id, revision, mapping, clock.instant())) {
                throw new ProblemException(Problem.of("prosecution.mapping-changed"));
            }
            tx.record(Event.of(Events.MAPPING_CHANGED).about(id.value()));
            return SavedMappings.find(tx, id).orElseThrow();
        });
    }

    /** What was imported by it stays. */
    public void deleteMapping(Actor actor, MappingId id) {
        door.require(actor);
        database.write(actor, tx -> {
            if (!SavedMappings.delete(tx, id)) {
                throw new ProblemException(Problem.of("prosecution.mapping-unknown"));
            }
            tx.record(Event.of(Events.MAPPING_DELETED).about(id.value()));
            return 0;
        });
    }

    private void check(Mapping mapping) {
        Problems problems = new Problems();
        if (mapping.name().isBlank()) {
            problems.add(Problem.inField("prosecution.mapping-name-missing", "mapping-name"));
        }
        problems.addAll(MappingCheck.of(mapping, model));
        problems.throwIfAny();
    }

    /** A page of sources, newest first. */
    public Slice<Source> sources(Actor actor, Optional<String> after) {
        door.require(actor);
        return database.read(actor, tx -> {
            Slice<Source> page = Sources.list(tx, after);
            tx.record(Event.of(Events.LISTED).count(page.rows().size()).detail("sources"));
            return page;
        });
    }

    public Optional<SourceView> source(Actor actor, SourceId id) {
        door.require(actor);
        return database.read(actor, tx -> {
            tx.record(Event.of(Events.SOURCE_OPENED).about(id.value()));
            return Sources.find(tx, id)
                    .map(found -> new SourceView(
                            found.source(),
                            Sources.tally(tx, found.number(), "SCHEMA", TALLY_MAX),
                            Sources.tally(tx, found.number(), "COUNTRY", TALLY_MAX),
                            Sources.tally(tx, found.number(), "ASIDE", TALLY_MAX),
                            Sources.notes(tx, found.number())));
        });
    }

    /** What one row of a source says. */
    public Optional<RowView> row(Actor actor, SourceId source, long row) {
        door.require(actor);
        return database.read(actor, tx -> {
            tx.record(Event.of(Events.ROW_OPENED).about(source.value()));
            return Entities.row(tx, source, row);
        });
    }

    /** Entities by words or an identifier. What was typed is not recorded, how many were shown is. */
    public SearchResult search(Actor actor, SearchRequest request) {
        door.require(actor);
        return database.read(actor, tx -> {
            SearchResult result = Searching.search(tx, request);
            tx.record(Event.of(Events.SEARCHED).count(result.hits().size()));
            return result;
        });
    }

    public Optional<EntityView> entity(Actor actor, EntityId id) {
        door.require(actor);
        return database.read(actor, tx -> {
            tx.record(Event.of(Events.OPENED).about(id.value()));
            return Entities.find(tx, id);
        });
    }

    public Neighbourhood neighbours(Actor actor, EntityId id) {
        door.require(actor);
        return database.read(actor, tx -> {
            Neighbourhood found = Entities.neighbours(tx, model, id);
            tx.record(Event.of(Events.NEIGHBOURS)
                    .about(id.value())
                    .count(found.ties().size()));
            return found;
        });
    }

    /**
     * Identifiers that stand in two sources or more.
     *
     * @param hubs those that many share, or that a member said to be a hub; else all others
     */
    public Slice<Overlap> overlaps(Actor actor, Optional<IdentifierKind> kind, boolean hubs, Optional<String> after) {
        door.require(actor);
        return database.read(actor, tx -> {
            Slice<Overlap> page = Overlaps.list(tx, kind, hubs, after);
            tx.record(Event.of(Events.OVERLAPS).count(page.rows().size()));
            return page;
        });
    }

    public Optional<OverlapView> overlap(Actor actor, OverlapId id) {
        door.require(actor);
        return database.read(actor, tx -> {
            tx.record(Event.of(Events.OVERLAPS).about(id.value()));
            return Overlaps.view(tx, id);
        });
    }

    /** Says that an identifier is a place that many use, or with nothing that it is none. */
    public void markHub(Actor actor, OverlapId id, Optional<HubKind> hub) {
        door.require(actor);
        database.write(actor, tx -> {
            Overlap overlap = Overlaps.find(tx, id)
                    .orElseThrow(() -> new ProblemException(Problem.of("prosecution.overlap-gone")));
            if (hub.isPresent()) {
                Overlaps.mark(tx, actor, overlap, hub.get(), clock.instant());
                tx.record(Event.of(Events.HUB_MARKED)
                        .about(id.value())
                        .detail(hub.get().code()));
            } else {
                Overlaps.unmark(tx, overlap);
                tx.record(Event.of(Events.HUB_ENDED).about(id.value()));
            }
            return 0;
        });
    }

    /**
     * FollowTheMoney JSON lines of one source, or of all that stand, one after the other.
     *
     * @return entities written
     */
    public long export(Actor actor, Optional<SourceId> source, Writer out) {
        door.require(actor);
        return database.read(actor, tx -> {
            List<Sources.Numbered> sources = source.isPresent()
                    ? List.of(Sources.find(tx, source.get())
                            .orElseThrow(() -> new ProblemException(Problem.of("prosecution.source-unknown"))))
                    : Sources.standing(tx);
            Exports exports = new Exports(tx, out);
            long count = 0;
            for (Sources.Numbered one : sources) {
                count += exports.write(one.number());
            }
            tx.record(Event.of(Events.EXPORTED).count(count).detail("ftm-json"));
            return count;
        });
    }

    /** Whether the actor is let in at all: for what stands before an import. */
    void require(Actor actor) {
        door.require(actor);
    }
}
