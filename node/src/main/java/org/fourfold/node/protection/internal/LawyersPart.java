package org.fourfold.node.protection.internal;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.CaseFileId;
import org.fourfold.node.frame.Decision;
import org.fourfold.node.frame.Decisions;
import org.fourfold.node.frame.Event;
import org.fourfold.node.frame.EventType;
import org.fourfold.node.frame.FieldGroup;
import org.fourfold.node.frame.LegalDuty;
import org.fourfold.node.frame.Operation;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.frame.Tx;
import org.fourfold.node.protection.DemandId;
import org.fourfold.node.protection.LawyersAnswer;
import org.fourfold.node.protection.LegalDemand;
import org.fourfold.node.protection.LegalDemand.Kind;
import org.fourfold.node.trust.FileKey;
import org.fourfold.node.trust.Keyring;

/** What of a demand is the file's lawyer's alone: whether it binds, and that a court forbids telling the person. */
public final class LawyersPart {

    private static final Set<FieldGroup> GROUP = Set.of(FieldGroup.SAFETY);
    private static final Map<Kind, EventType> EVENTS = Map.of(
            Kind.APPROVED, Events.DEMAND_APPROVED,
            Kind.NARROWED, Events.DEMAND_NARROWED,
            Kind.CHALLENGED, Events.DEMAND_CHALLENGED,
            Kind.REFUSED, Events.DEMAND_REFUSED);

    /** For which reasons the law lets no demand bind, whatever a lawyer finds. */
    private static final Set<String> NEVER = Set.of("immigration-authority", "funder", "shared-store");

    private final Gate gate;
    private final Keyring keyring;
    private final DemandBook book;

    public LawyersPart(Gate gate, Keyring keyring, DemandBook book) {
        this.gate = gate;
        this.keyring = keyring;
        this.book = book;
    }

    /** The lawyer's answer; a later one takes the place of an earlier one until something went out. */
    public void answer(Actor actor, CaseFileId id, DemandId demand, LawyersAnswer answer) {
        FileKey key = Consenting.key(keyring, id);
        gate.pass(actor, id, Operation.PRINT, GROUP, (tx, entry) -> {
            DemandBook.requireLawyer(entry);
            LegalDemand found = book.require(tx, key, id, demand);
            if (found.state().isOver()) {
                throw new ProblemException(Problem.of("protection.demand-decided"));
            }
            Kind kind = kind(tx, key, entry, found, answer);
            DemandDocuments.Told told = answer instanceof LawyersAnswer.Binds binds
                    ? new DemandDocuments.Told(
                            binds.reasons(), binds.article(), binds.scope(), Optional.empty(), Optional.empty())
                    : DemandDocuments.Told.of(answer.reasons());
            book.add(tx, key, demand, kind, actor, told, Optional.empty());
            tx.record(Event.of(Objects.requireNonNull(EVENTS.get(kind)))
                    .about(id.value())
                    .groups(told.groups()));
            return id;
        });
    }

    private Kind kind(Tx tx, FileKey key, Gate.Entry entry, LegalDemand demand, LawyersAnswer answer) {
        return switch (answer) {
            case LawyersAnswer.Binds binds -> {
                if (!demand.terms().scope().containsAll(binds.scope())) {
                    throw new ProblemException(Problem.inField("protection.demand-wider", "groups"));
                }
                LegalDuty duty = new LegalDuty(binds.article(), binds.scope(), true, true, false);
                HandingOver.Way way = DemandBook.way(demand, binds.scope(), Optional.of(duty));
                Decision law = Decisions.decide(HandingOver.handover(tx, key, entry, way, book.now()));
                if (NEVER.contains(law.reason())) {
                    throw new ProblemException(Problem.inField("protection.demand-immigration", "answer"));
                }
                yield binds.scope().equals(demand.terms().scope()) ? Kind.APPROVED : Kind.NARROWED;
            }
            case LawyersAnswer.Challenges challenges -> Kind.CHALLENGED;
            case LawyersAnswer.Refuses refuses -> Kind.REFUSED;
        };
    }

    /** A later order takes the place of an earlier one: one that ends sooner lifts it. */
    public void forbidTelling(Actor actor, CaseFileId id, DemandId demand, String order, LocalDate until) {
        FileKey key = Consenting.key(keyring, id);
        gate.pass(actor, id, Operation.PRINT, GROUP, (tx, entry) -> {
            DemandBook.requireLawyer(entry);
            var _ = book.require(tx, key, id, demand);
            book.add(
                    tx, key, demand, Kind.TELLING_FORBIDDEN, actor, DemandDocuments.Told.of(order), Optional.of(until));
            tx.record(Event.of(Events.DEMAND_SILENCED).about(id.value()));
            return id;
        });
    }
}
