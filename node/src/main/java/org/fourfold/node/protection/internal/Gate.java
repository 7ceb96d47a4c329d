package org.fourfold.node.protection.internal;

import java.util.Optional;
import java.util.Set;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.CaseFileId;
import org.fourfold.node.frame.Database;
import org.fourfold.node.frame.Decision;
import org.fourfold.node.frame.Decisions;
import org.fourfold.node.frame.Event;
import org.fourfold.node.frame.EventReserve;
import org.fourfold.node.frame.FieldGroup;
import org.fourfold.node.frame.FileFacts;
import org.fourfold.node.frame.Operation;
import org.fourfold.node.frame.RefusedException;
import org.fourfold.node.frame.Relation;
import org.fourfold.node.frame.Request;
import org.fourfold.node.frame.Role;
import org.fourfold.node.frame.Tx;
import org.fourfold.node.protection.CaseFile;

/**
 * The one way to a file: read what is in clear, ask {@link Decisions}, then do the work or record the refusal. A file that
 * row security hides is refused like one that is not there.
 */
public final class Gate {

    /** Who looks after the house; a lawyer does not. */
    static final Set<Role> HOUSE = Set.of(Role.CASEWORKER, Role.NIGHT_STAFF, Role.SUPERVISOR);

    private static final Set<FieldGroup> ALL = Set.of(FieldGroup.values());

    private final Database database;

    public Gate(Database database) {
        this.database = database;
    }

    /** What is done with a file once it was allowed. */
    @FunctionalInterface
    public interface Work<T> {
        T run(Tx tx, Entry entry);
    }

    /** A file, how the actor stands to it, and what was decided. */
    public record Entry(CaseFile file, Set<Relation> relations, Actor actor, Decision decision) {

        /** What else would be allowed, for showing buttons; the work itself asks again. */
        public Decision would(Operation operation) {
            return Decisions.decide(new Request(actor, operation, facts(file, relations), ALL));
        }
    }

    /** Does the work if the operation on these groups is allowed; else records the refusal and throws. */
    public <T> T pass(Actor actor, CaseFileId id, Operation operation, Set<FieldGroup> groups, Work<T> work) {
        record Refused(String reason) {}
        Object result = database.write(actor, tx -> {
            Optional<CaseFile> file = FileRows.find(tx, id);
            if (file.isEmpty()) {
                tx.record(Event.of(Events.REFUSED).about(id.value()).detail("relation"));
                return new Refused("relation");
            }
            Set<Relation> relations = FileRows.relations(tx, actor.member(), file.get());
            Decision decision = Decisions.decide(new Request(actor, operation, facts(file.get(), relations), groups));
            if (!decision.allowed()) {
                tx.record(Event.of(Events.REFUSED)
                        .about(id.value())
                        .groups(groups)
                        .detail(decision.reason()));
                return new Refused(decision.reason());
            }
            return Optional.of(work.run(tx, new Entry(file.get(), relations, actor, decision)));
        });
        if (result instanceof Refused(String reason)) {
            throw new RefusedException(reason);
        }
        @SuppressWarnings("unchecked")
        T done = ((Optional<T>) result).orElseThrow();
        return done;
    }

    /**
     * A look at a file through an emergency opening that stands in the node's reserve: by that opening alone, whatever else
     * the actor is to the file.
     */
    <T> T passInReserve(Actor actor, CaseFileId id, String pass, EventReserve reserve, Work<T> work) {
        return database.inReserve(actor, pass, reserve, tx -> {
            Set<Relation> opening = Set.of(Relation.BREAK_GLASS);
            Event refusal = Event.of(Events.REFUSED).about(id.value());
            CaseFile file = FileRows.find(tx, id).orElseThrow(() -> refused(actor, reserve, refusal, "relation"));
            Decision decision = Decisions.decide(new Request(actor, Operation.VIEW, facts(file, opening), ALL));
            if (!decision.allowed()) {
                throw refused(actor, reserve, refusal, decision.reason());
            }
            return work.run(tx, new Entry(file, opening, actor, decision));
        });
    }

    /** {@link #helping} while the database takes no writes. */
    <T> T helpingInReserve(
            Actor actor, Operation operation, Set<Relation> assumed, EventReserve reserve, Database.Work<T> work) {
        Decision decision = Decisions.decide(new Request(actor, operation, new FileFacts(true, false, assumed), ALL));
        if (!decision.allowed()) {
            throw refused(actor, reserve, Event.of(Events.REFUSED), decision.reason());
        }
        return database.inReserve(actor, "", reserve, work);
    }

    private static RefusedException refused(Actor actor, EventReserve reserve, Event event, String reason) {
        reserve.keep(actor, event.detail(reason));
        return new RefusedException(reason);
    }

    /** Does work that concerns no single file, if a helper in this role and purpose may do it at all. */
    public <T> T helping(Actor actor, Operation operation, Set<Relation> assumed, Database.Work<T> work) {
        Decision decision = Decisions.decide(new Request(actor, operation, new FileFacts(true, false, assumed), ALL));
        Optional<T> done = database.write(actor, tx -> {
            if (!decision.allowed()) {
                tx.record(Event.of(Events.REFUSED).detail(decision.reason()));
                return Optional.empty();
            }
            return Optional.of(work.run(tx));
        });
        return done.orElseThrow(() -> new RefusedException(decision.reason()));
    }

    /** Work of the house that concerns no single file, for these roles only: a list of who sleeps here is a list of files. */
    public <T> T keepingHouse(Actor actor, Set<Role> roles, Database.Work<T> work) {
        boolean fits = roles.contains(actor.role());
        return helping(actor, Operation.SEARCH, Set.of(), tx -> {
                    if (fits) {
                        return Optional.of(work.run(tx));
                    }
                    tx.record(Event.of(Events.REFUSED).detail("role"));
                    return Optional.<T>empty();
                })
                .orElseThrow(() -> new RefusedException("role"));
    }

    /** What anybody of the house may do, in whatever role: to report, to ask by a code. Row security asks whether they hold it. */
    <T> T asMember(Actor actor, Database.Work<T> work) {
        return database.write(actor, work);
    }

    /** Complaints about the house, for its trustees; row security also asks that they be from outside. */
    <T> T hearing(Actor actor, Database.Work<T> work) {
        Decision decision = Decisions.hearing(actor);
        Optional<T> done = database.write(actor, tx -> {
            if (!decision.allowed()) {
                tx.record(Event.of(Events.REFUSED).detail(decision.reason()));
                return Optional.empty();
            }
            return Optional.of(work.run(tx));
        });
        return done.orElseThrow(() -> new RefusedException(decision.reason()));
    }

    /** Whether the actor may do this with another file too, within work on the first; the caller records it for both. */
    static boolean mayAlso(Tx tx, Actor actor, CaseFile file, Operation operation, FieldGroup group) {
        Set<Relation> relations = FileRows.relations(tx, actor.member(), file);
        return Decisions.decide(new Request(actor, operation, facts(file, relations), Set.of(group)))
                .allowed();
    }

    /** The node's own housekeeping, in which nobody acts: row security shows next to nothing. */
    @com.google.errorprone.annotations.CanIgnoreReturnValue
    <T> T asNode(Database.Work<T> work) {
        return database.asNode(work);
    }

    public static Set<FieldGroup> allGroups() {
        return ALL;
    }

    private static FileFacts facts(CaseFile file, Set<Relation> relations) {
        return new FileFacts(file.isOpen(), file.sealed(), relations);
    }
}
