package org.fourfold.node.protection.internal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.CaseFileId;
import org.fourfold.node.frame.Event;
import org.fourfold.node.frame.FieldGroup;
import org.fourfold.node.frame.LegalDuty;
import org.fourfold.node.frame.MemberId;
import org.fourfold.node.frame.Operation;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.protection.Arrived;
import org.fourfold.node.protection.DemandId;
import org.fourfold.node.protection.DemandLine;
import org.fourfold.node.protection.DemandView;
import org.fourfold.node.protection.DemandsOfFile;
import org.fourfold.node.protection.LegalDemand;
import org.fourfold.node.protection.LegalDemand.Kind;
import org.fourfold.node.protection.LegalDemand.State;
import org.fourfold.node.protection.Sharing;
import org.fourfold.node.trust.FileKey;
import org.fourfold.node.trust.Keyring;

/** Demands that are tied to a file. Whoever may hand over sees the whole of them. */
public final class Demanding {

    private static final Set<FieldGroup> GROUP = Set.of(FieldGroup.SAFETY);

    private final Gate gate;
    private final Keyring keyring;
    private final HandingOver handingOver;
    private final DemandBook book;

    public Demanding(Gate gate, Keyring keyring, HandingOver handingOver, DemandBook book) {
        this.gate = gate;
        this.keyring = keyring;
        this.handingOver = handingOver;
        this.book = book;
    }

    public DemandId receive(Actor actor, CaseFileId id, Arrived arrived) {
        FileKey key = Consenting.key(keyring, id);
        return gate.pass(actor, id, Operation.VIEW, GROUP, (tx, entry) -> {
            if (DemandRows.ofFile(tx, actor.member(), id).size() >= DemandRows.DEMANDS_MAX) {
                throw new ProblemException(Problem.of("protection.demand-too-many"));
            }
            DemandId demand = book.newId();
            book.arrive(tx, key, actor, demand, Optional.of(entry.file()), arrived);
            tx.record(Event.of(Events.DEMAND_RECEIVED).about(id.value()));
            return demand;
        });
    }

    /** Those with which something is still to be done and that the actor may open, of files or of none. */
    public List<DemandLine> waiting(Actor actor, int rows) {
        return gate.helping(actor, Operation.SEARCH, Set.of(), tx -> {
            List<DemandLine> lines = DemandRows.waiting(tx, actor.member(), rows);
            tx.record(Event.of(Events.LISTED).detail("demands").count(lines.size()));
            return lines;
        });
    }

    public DemandsOfFile ofFile(Actor actor, CaseFileId id) {
        return gate.pass(actor, id, Operation.VIEW, GROUP, (tx, entry) -> {
            tx.record(Event.of(Events.DEMAND_SHOWN).about(id.value()).detail("list"));
            return new DemandsOfFile(
                    entry.file(),
                    DemandRows.ofFile(tx, actor.member(), id),
                    entry.would(Operation.PRINT).allowed(),
                    DemandRows.lawyers(tx, id),
                    entry.would(Operation.CLOSE).allowed());
        });
    }

    public DemandView view(Actor actor, CaseFileId id, DemandId demand, boolean paper) {
        FileKey key = Consenting.key(keyring, id);
        return gate.pass(actor, id, Operation.PRINT, GROUP, (tx, entry) -> {
            LegalDemand found = book.require(tx, key, id, demand);
            tx.record(Event.of(paper ? Events.DEMAND_PRINTED : Events.DEMAND_SHOWN)
                    .about(id.value()));
            return new DemandView(
                    found,
                    Optional.of(entry.file()),
                    DemandRows.lawyers(tx, id),
                    DemandBook.isLawyer(entry),
                    entry.would(Operation.CLOSE).allowed(),
                    false,
                    book.today());
        });
    }

    /** Whether a court forbids today that the person be told of a demand: sheets for the person leave demands out. */
    public boolean silenced(Actor actor, CaseFileId id) {
        return gate.pass(actor, id, Operation.PRINT, GROUP, (tx, entry) -> {
            tx.record(Event.of(Events.DEMAND_SHOWN).about(id.value()).detail("telling"));
            return DemandRows.silenced(tx, id, book.today());
        });
    }

    public void askLawyer(Actor actor, CaseFileId id, DemandId demand, MemberId lawyer) {
        FileKey key = Consenting.key(keyring, id);
        gate.pass(actor, id, Operation.PRINT, GROUP, (tx, entry) -> {
            State state = book.require(tx, key, id, demand).state();
            if (state != State.RECEIVED && state != State.WITH_LAWYER) {
                throw new ProblemException(Problem.of("protection.demand-decided"));
            }
            if (!DemandRows.lawyers(tx, id).contains(lawyer)) {
                throw new ProblemException(Problem.inField("protection.demand-lawyer", "lawyer"));
            }
            DemandDocuments.Told told =
                    new DemandDocuments.Told("", "", Set.of(), Optional.of(lawyer), Optional.empty());
            book.add(tx, key, demand, Kind.LAWYER_ASKED, actor, told, Optional.empty());
            tx.record(Event.of(Events.DEMAND_WITH_LAWYER).about(id.value()));
            return id;
        });
    }

    public void personTold(Actor actor, CaseFileId id, DemandId demand, String words) {
        FileKey key = Consenting.key(keyring, id);
        gate.pass(actor, id, Operation.PRINT, GROUP, (tx, entry) -> {
            LegalDemand found = book.require(tx, key, id, demand);
            if (found.tellingForbidden(book.today()).isPresent()) {
                throw new ProblemException(Problem.of("protection.demand-telling-forbidden"));
            }
            book.add(tx, key, demand, Kind.PERSON_TOLD, actor, DemandDocuments.Told.of(words), Optional.empty());
            tx.record(Event.of(Events.DEMAND_TOLD).about(id.value()));
            return id;
        });
    }

    /** Through the gate: what the lawyer found it reaches, has not gone out, and this member may put on paper. */
    public Sharing handOver(Actor actor, CaseFileId id, DemandId demand) {
        HandingOver.Asking asking = (tx, key, entry) -> {
            LegalDemand found = book.require(tx, key, id, demand);
            Set<FieldGroup> remaining = found.remaining();
            if (found.state() == State.CHALLENGED || found.state() == State.REFUSED) {
                throw new ProblemException(Problem.of("protection.demand-not-binding"));
            }
            if (remaining.isEmpty() && found.handedOver().isEmpty()) {
                // The lawyer has not answered: the one decision says so, and the page with it.
                return DemandBook.way(found, found.terms().scope(), Optional.of(unasked(found)));
            }
            if (remaining.stream().noneMatch(entry.decision().permitted()::contains)) {
                throw new ProblemException(
                        Problem.of(remaining.isEmpty() ? "protection.demand-decided" : "protection.demand-not-yours"));
            }
            return DemandBook.way(found, remaining, found.duty(book.today()));
        };
        HandingOver.Then then = (tx, key, handover, groups) -> book.add(
                tx,
                key,
                demand,
                Kind.ANSWERED,
                actor,
                new DemandDocuments.Told("", "", groups, Optional.empty(), Optional.of(handover)),
                Optional.empty());
        return handingOver.share(actor, id, Operation.PRINT, Gate.allGroups(), asking, then);
    }

    private static LegalDuty unasked(LegalDemand demand) {
        return new LegalDuty("-", demand.terms().scope(), false, demand.told().isPresent(), false);
    }
}
