package org.fourfold.node.protection.internal;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.CaseFileId;
import org.fourfold.node.frame.Ciphertext;
import org.fourfold.node.frame.Database;
import org.fourfold.node.frame.Event;
import org.fourfold.node.frame.FieldGroup;
import org.fourfold.node.frame.MemberId;
import org.fourfold.node.frame.NoRoomException;
import org.fourfold.node.frame.Operation;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.frame.RandomIds;
import org.fourfold.node.frame.RefusedException;
import org.fourfold.node.frame.Relation;
import org.fourfold.node.frame.Revision;
import org.fourfold.node.frame.Tx;
import org.fourfold.node.protection.BrokenGlass;
import org.fourfold.node.protection.Field;
import org.fourfold.node.protection.FileView;
import org.fourfold.node.protection.Found;
import org.fourfold.node.trust.FileKey;
import org.fourfold.node.trust.Keyring;
import org.fourfold.node.trust.Reserve;
import org.springframework.dao.NonTransientDataAccessException;

/**
 * Somebody else's file opened in an emergency: for three hours, with a written reason, told to its owner, reviewed. While the
 * disk is full it is the one way to a file, its owner's too: then the opening and each look stand in the node's
 * {@link Reserve} until they can be recorded.
 */
public final class Emergencies {

    private static final int REASON_MIN = 10;
    private static final int SHOWN_MAX = 50;

    /** Stands for the revision in what the seal of a reason authenticates. */
    private static final Revision REASON_REVISION = new Revision(Integer.MAX_VALUE - 1);

    private final Database database;
    private final Gate gate;
    private final Keyring keyring;
    private final Reading reading;
    private final Finding finding;
    private final Optional<Reserve> reserve;
    private final InstantSource clock;
    private final RandomGenerator random;

    public Emergencies(
            Database database,
            Keyring keyring,
            Reading reading,
            Finding finding,
            Optional<Reserve> reserve,
            InstantSource clock,
            RandomGenerator random) {
        this.database = database;
        this.gate = new Gate(database);
        this.keyring = keyring;
        this.reading = reading;
        this.finding = finding;
        this.reserve = reserve;
        this.clock = clock;
        this.random = random;
    }

    /** Opens a file for three hours to somebody without a relation to it; never a sealed one. */
    public void open(Actor actor, CaseFileId id, String reason) {
        String words = reason.strip();
        if (words.length() < REASON_MIN || words.length() > Field.WORDS_MAX) {
            throw new ProblemException(Problem.inField("protection.reason-missing", "reason"));
        }
        FileKey key = reading.require(id);
        Ciphertext sealed = key.seal(FieldGroup.NOTES, REASON_REVISION, words.getBytes(StandardCharsets.UTF_8));
        try {
            gate.helping(actor, Operation.SEE_EXISTS, Set.of(Relation.BREAK_GLASS), tx -> {
                Instant now = clock.instant();
                insert(tx, actor, id, now, sealed);
                tx.record(opened(id, sealed));
                return id;
            });
        } catch (NoRoomException full) {
            openInReserve(actor, id, sealed, full);
        }
    }

    private void openInReserve(Actor actor, CaseFileId id, Ciphertext sealed, NoRoomException full) {
        Reserve kept = reserve.orElseThrow(() -> full);
        gate.helpingInReserve(actor, Operation.SEE_EXISTS, Set.of(Relation.BREAK_GLASS), kept, tx -> {
            tx.record(opened(known(tx, id), sealed));
            return id;
        });
        kept.open(actor.member(), id);
    }

    /** The file while the disk is full, to who opened it in an emergency; throws what was thrown to everybody else. */
    public FileView view(Actor actor, CaseFileId id, NoRoomException full) {
        Reserve kept = reserve.orElseThrow(() -> full);
        String pass = kept.pass(actor.member(), id).orElseThrow(() -> full);
        return reading.viewInReserve(actor, id, pass, kept);
    }

    /** Which files could be meant while the disk is full: whose they are and no name, for an emergency opening only. */
    public Found find(Actor actor, String typed, NoRoomException full) {
        return finding.findInReserve(actor, typed, reserve.orElseThrow(() -> full));
    }

    /** Makes the reserve ready where it is not, and brings what waits in it into the record. */
    public void bringIn() {
        reserve.ifPresent(kept -> {
            kept.prepare();
            kept.bringIn(this::bringIn);
        });
    }

    /** The member may have lost the role meanwhile, the file may be erased: then only the event is kept. */
    private void bringIn(Reserve.Kept kept) {
        boolean opening = kept.event().type().equals(Events.GLASS_BROKEN);
        try {
            bringIn(kept, opening);
        } catch (NonTransientDataAccessException | RefusedException refused) {
            if (!opening) {
                throw refused;
            }
            bringIn(kept, false);
        }
    }

    private void bringIn(Reserve.Kept kept, boolean opening) {
        Event event = kept.event();
        database.write(kept.actor(), tx -> {
            tx.sql("SELECT trust.merge_reserved(:id)").with("id", kept.id()).run();
            if (opening) {
                CaseFileId id = new CaseFileId(event.subject().orElseThrow());
                insert(tx, kept.actor(), id, kept.at(), event.sealed().orElseThrow());
            }
            // The record's own time never runs back: when it truly happened is told beside.
            tx.record(event.detail(late(kept.at(), event.detail())));
            return kept;
        });
    }

    /** Emergency openings that the actor must know of: of their own files, or to be reviewed by them. */
    public List<BrokenGlass> waiting(Actor actor) {
        List<GlassRows.Stored> stored = gate.helping(actor, Operation.SEARCH, Set.of(), tx -> {
            List<GlassRows.Stored> rows = GlassRows.waiting(tx, actor.member(), SHOWN_MAX);
            tx.record(Event.of(Events.LISTED).detail("emergencies").count(rows.size()));
            return rows;
        });
        Map<CaseFileId, FileKey> keys =
                keyring.findAll(stored.stream().map(GlassRows.Stored::file).collect(Collectors.toSet()));
        return stored.stream()
                .filter(glass -> keys.containsKey(glass.file()))
                .map(glass -> glass.opened(Objects.requireNonNull(keys.get(glass.file()))
                        .open(FieldGroup.NOTES, REASON_REVISION, glass.reason())))
                .toList();
    }

    /** The supervisor's review; whoever opened a file does not review it. */
    public void review(Actor actor, UUID glass) {
        gate.helping(actor, Operation.SEARCH, Set.of(), tx -> {
            if (GlassRows.review(tx, glass, actor.member(), clock.instant()) == 0) {
                throw new ProblemException(Problem.of("protection.review-not-yours"));
            }
            tx.record(Event.of(Events.GLASS_REVIEWED).about(glass));
            return glass;
        });
    }

    private void insert(Tx tx, Actor actor, CaseFileId id, Instant at, Ciphertext reason) {
        MemberId owner = FileRows.ownerKnown(tx, id).orElseThrow(() -> new RefusedException("relation"));
        GlassRows.insert(tx, RandomIds.uuid(random), id, owner, actor.member(), at, at.plus(Reserve.OPEN_MAX), reason);
    }

    private static CaseFileId known(Tx tx, CaseFileId id) {
        return FileRows.ownerKnown(tx, id).map(owner -> id).orElseThrow(() -> new RefusedException("relation"));
    }

    private static Event opened(CaseFileId id, Ciphertext reason) {
        return Event.of(Events.GLASS_BROKEN).about(id.value()).sealed(reason);
    }

    /** Such as {@code reserve:2026-11-27t02:03:04z:number}. */
    private static String late(Instant at, String detail) {
        String moment = at.truncatedTo(ChronoUnit.SECONDS).toString().toLowerCase(Locale.ROOT);
        return "reserve:" + moment + (detail.isEmpty() ? "" : ":" + detail);
    }
}
