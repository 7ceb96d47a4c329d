package org.fourfold.node.trust;

import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.Database;
import org.fourfold.node.frame.Event;
import org.fourfold.node.frame.EventType;
import org.fourfold.node.frame.MemberId;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.frame.RandomIds;
import org.fourfold.node.frame.RefusedException;
import org.fourfold.node.frame.Role;
import org.fourfold.node.frame.Tx;
import org.fourfold.node.trust.internal.SealRows;

/**
 * Who consulted a thing is sealed 90 days after its epoch ended ({@link PseudonymTable}). A supervisor asks, with a coded
 * reason, that the seal over one somebody's consultations of one thing in one epoch be opened; a second person, supervisor
 * or privacy officer, opens it or leaves it closed; it stays open for {@link #OPEN}. Nobody answers their own request, nor
 * one about themselves. Each step is an event about that thing. Threads: safe.
 */
public final class Seals {

    /** How long an opened seal stays open. */
    public static final Duration OPEN = Duration.ofDays(7);

    private static final EventType ASKED = new EventType("record.seal-asked");
    private static final EventType OPENED = new EventType("record.seal-opened");
    private static final EventType LEFT_CLOSED = new EventType("record.seal-refused");
    private static final EventType LISTED = new EventType("record.seals-listed");
    private static final EventType REFUSED = new EventType("record.refused");

    private final Database database;
    private final PseudonymTable pseudonyms;
    private final InstantSource clock;
    private final RandomGenerator random;

    public Seals(Database trust, PseudonymTable pseudonyms, InstantSource clock, RandomGenerator random) {
        this.database = trust;
        this.pseudonyms = pseudonyms;
        this.clock = clock;
        this.random = random;
    }

    /**
     * Asks that it be told who made a consultation. The caller has asked whether the actor may see who consulted the
     * thing. Asked twice, it waits once.
     *
     * @param entry of {@link Consultation#entry}
     */
    public void ask(Actor actor, UUID subject, long entry, SealReason reason) {
        if (actor.role() != Role.SUPERVISOR) {
            throw refused(actor);
        }
        database.write(actor, tx -> {
            UUID id = RandomIds.uuid(random);
            if (!SealRows.ask(tx, id, subject, entry, reason, actor.member(), clock.instant())) {
                throw new ProblemException(Problem.of("trust.seal-none"));
            }
            tx.record(Event.of(ASKED).about(subject).detail(reason.code()));
            return true;
        });
    }

    /** Requests that wait, and those whose seal is open now, the latest first; for supervisors and the privacy officer. */
    public List<SealRequest> requests(Actor actor) {
        requireOpener(actor);
        Box box = pseudonyms.box();
        return database.read(actor, tx -> {
            tx.record(Event.of(LISTED));
            return SealRows.current(tx, clock.instant().minus(OPEN)).stream()
                    .map(row -> row.request(row.isOpened() ? who(tx, box, row) : Optional.empty()))
                    .toList();
        });
    }

    /** How many wait that this member may answer: for the desk, nothing is recorded. */
    public int waiting(Actor actor) {
        return IntegrityRule.mayOpenSeals(actor) ? database.asNode(tx -> SealRows.waiting(tx, actor.member())) : 0;
    }

    /** The second person opens the seal, or leaves it closed. */
    public void answer(Actor actor, UUID id, boolean open) {
        requireOpener(actor);
        Box box = pseudonyms.box();
        database.write(actor, tx -> {
            SealRows.Row row = SealRows.hold(tx, id)
                    .filter(found -> found.answeredBy().isEmpty())
                    .orElseThrow(() -> new ProblemException(Problem.of("trust.seal-answered")));
            boolean own = row.askedBy().equals(actor.member())
                    || who(tx, box, row).filter(actor.member()::equals).isPresent();
            if (own) {
                throw new ProblemException(Problem.of("trust.seal-second-person"));
            }
            SealRows.answer(tx, id, actor.member(), clock.instant(), open);
            tx.record(Event.of(open ? OPENED : LEFT_CLOSED)
                    .about(row.subject())
                    .detail(row.reason().code()));
            return true;
        });
    }

    /** How the seals over one thing stand; stands beside {@link Trust#consultations}, which records. */
    public SealsOf of(UUID subject) {
        Box box = pseudonyms.box();
        return database.asNode(tx -> {
            Map<Long, MemberId> opened = new HashMap<>();
            Set<Long> asked = new HashSet<>();
            for (SealRows.Row row : SealRows.of(tx, subject, clock.instant().minus(OPEN))) {
                List<Long> entries = SealRows.entries(tx, row);
                if (row.isOpened()) {
                    who(tx, box, row).ifPresent(member -> entries.forEach(entry -> opened.put(entry, member)));
                } else {
                    asked.addAll(entries);
                }
            }
            return new SealsOf(opened, asked);
        });
    }

    private Optional<MemberId> who(Tx tx, Box box, SealRows.Row row) {
        return pseudonyms.member(tx, box, row.epoch(), row.pseudonym().bytes());
    }

    private void requireOpener(Actor actor) {
        if (!IntegrityRule.mayOpenSeals(actor)) {
            throw refused(actor);
        }
    }

    private RefusedException refused(Actor actor) {
        database.write(actor, tx -> {
            tx.record(Event.of(REFUSED).detail("role"));
            return true;
        });
        return new RefusedException("role");
    }
}
