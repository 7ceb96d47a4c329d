package org.fourfold.node.protection.internal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.CaseFileId;
import org.fourfold.node.frame.Event;
import org.fourfold.node.frame.EventType;
import org.fourfold.node.frame.Operation;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.frame.RefusedException;
import org.fourfold.node.frame.Role;
import org.fourfold.node.frame.Tx;
import org.fourfold.node.protection.Arrived;
import org.fourfold.node.protection.CaseFile;
import org.fourfold.node.protection.DemandId;
import org.fourfold.node.protection.DemandView;
import org.fourfold.node.protection.FileNumber;
import org.fourfold.node.protection.LegalDemand;
import org.fourfold.node.protection.LegalDemand.Kind;
import org.fourfold.node.trust.FileKey;
import org.fourfold.node.trust.Keyring;

/**
 * Demands that are tied to no file: "do you have somebody called …" is answered neither with yes nor with no. Such a demand
 * has a key of its own, which ends when it is tied to a file, or forgotten: the name that was asked for then opens nowhere
 * but with the file.
 */
public final class LooseDemands {

    private final Gate gate;
    private final Keyring keyring;
    private final DemandBook book;

    public LooseDemands(Gate gate, Keyring keyring, DemandBook book) {
        this.gate = gate;
        this.keyring = keyring;
        this.book = book;
    }

    /** What is done with one that the actor may open. */
    private interface Work<T> {
        T run(Tx tx, DemandRows.Header header, List<DemandRows.Stored> steps);
    }

    public DemandId receive(Actor actor, Arrived arrived) {
        DemandId demand = book.newId();
        FileKey key = keyring.create(ownKey(demand));
        return gate.helping(actor, Operation.SEARCH, Set.of(), tx -> {
            key.keep(tx);
            book.arrive(tx, key, actor, demand, Optional.empty(), arrived);
            tx.record(Event.of(Events.LOOSE_RECEIVED).about(demand.value()));
            return demand;
        });
    }

    public DemandView view(Actor actor, DemandId demand) {
        FileKey key = key(demand);
        return opening(actor, demand, (tx, header, steps) -> {
            tx.record(Event.of(Events.LOOSE_SHOWN).about(demand.value()));
            LegalDemand found = DemandRows.open(key, header, steps);
            return new DemandView(found, Optional.empty(), List.of(), false, false, mayClose(actor), book.today());
        });
    }

    /** To the file of that number, by whoever may see that file. Its own key ends. */
    public CaseFileId tie(Actor actor, DemandId demand, FileNumber number) {
        FileKey own = key(demand);
        CaseFile file = gate.helping(actor, Operation.SEARCH, Set.of(), tx -> {
                    Optional<CaseFile> found = FileRows.byNumber(tx, number);
                    tx.record(Event.of(Events.SEARCHED).detail("number").count(found.isPresent() ? 1 : 0));
                    return found;
                })
                .orElseThrow(() -> new ProblemException(Problem.inField("protection.demand-no-file", "number")));
        FileKey key = Consenting.key(keyring, file.id());
        return opening(actor, demand, (tx, header, steps) -> {
            for (DemandRows.Stored step : steps) {
                DemandRows.reseal(tx, step.id(), DemandDocuments.reseal(own, key, step.sealed()));
            }
            book.add(tx, key, demand, Kind.TIED, actor, DemandDocuments.Told.NOTHING, Optional.empty());
            if (DemandRows.tie(tx, demand, file) == 0) {
                throw new RefusedException("relation");
            }
            keyring.destroy(tx, ownKey(demand));
            tx.record(Event.of(Events.DEMAND_TIED).about(file.id().value()));
            return file.id();
        });
    }

    /** Neither yes nor no was said, and nothing handed over. */
    public void answerNeither(Actor actor, DemandId demand, String words) {
        FileKey key = key(demand);
        closing(actor, demand, Events.LOOSE_ANSWERED, (tx, header, steps) -> {
            if (isAnswered(steps)) {
                throw new ProblemException(Problem.of("protection.demand-decided"));
            }
            book.add(tx, key, demand, Kind.ANSWERED, actor, DemandDocuments.Told.of(words), Optional.empty());
            return demand;
        });
    }

    /** Destroys what was answered and concerns no file: also a name that was only asked for is somebody's. */
    public void forget(Actor actor, DemandId demand) {
        closing(actor, demand, Events.LOOSE_FORGOTTEN, (tx, header, steps) -> {
            if (!isAnswered(steps)) {
                throw new ProblemException(Problem.of("protection.demand-not-answered"));
            }
            keyring.destroy(tx, ownKey(demand));
            return DemandRows.forget(tx, demand);
        });
    }

    private <T> void closing(Actor actor, DemandId demand, EventType type, Work<T> work) {
        opening(actor, demand, (tx, header, steps) -> {
            if (!mayClose(actor)) {
                throw new ProblemException(Problem.of("protection.demand-close-who"));
            }
            tx.record(Event.of(type).about(demand.value()));
            return work.run(tx, header, steps);
        });
    }

    /** Row security shows it to who wrote it down, to supervisors and to lawyers; to others it is as if it were not there. */
    @com.google.errorprone.annotations.CanIgnoreReturnValue
    private <T> T opening(Actor actor, DemandId demand, Work<T> work) {
        Optional<T> done = gate.helping(actor, Operation.SEARCH, Set.of(), tx -> {
            DemandRows.hold(tx, demand);
            Optional<DemandRows.Header> header =
                    DemandRows.find(tx, demand).filter(found -> found.file().isEmpty() && mayOpen(actor, found));
            if (header.isEmpty()) {
                tx.record(Event.of(Events.REFUSED).detail("relation"));
                return Optional.empty();
            }
            return Optional.of(work.run(tx, header.get(), DemandRows.steps(tx, demand)));
        });
        return done.orElseThrow(() -> new RefusedException("relation"));
    }

    private static boolean mayOpen(Actor actor, DemandRows.Header header) {
        return header.writtenBy().equals(actor.member()) || mayClose(actor);
    }

    private static boolean mayClose(Actor actor) {
        return actor.role() == Role.SUPERVISOR || actor.role() == Role.LAWYER;
    }

    private static boolean isAnswered(List<DemandRows.Stored> steps) {
        return steps.stream().anyMatch(step -> step.kind() == Kind.ANSWERED);
    }

    /** Keys are kept by the file they are of; an id of 128 random bits is no file's. */
    private static CaseFileId ownKey(DemandId demand) {
        return new CaseFileId(demand.value());
    }

    private FileKey key(DemandId demand) {
        return keyring.find(ownKey(demand)).orElseThrow(() -> new RefusedException("relation"));
    }
}
