package org.fourfold.node.protection.internal;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.CaseFileId;
import org.fourfold.node.frame.Decision;
import org.fourfold.node.frame.Decisions;
import org.fourfold.node.frame.Event;
import org.fourfold.node.frame.FieldGroup;
import org.fourfold.node.frame.FileFacts;
import org.fourfold.node.frame.MemberId;
import org.fourfold.node.frame.Operation;
import org.fourfold.node.frame.OverrideFact;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.frame.RandomIds;
import org.fourfold.node.frame.RefusedException;
import org.fourfold.node.frame.Tx;
import org.fourfold.node.protection.ConsentOverride;
import org.fourfold.node.protection.Overridden;
import org.fourfold.node.protection.OverrideLine;
import org.fourfold.node.protection.OverrideWish;
import org.fourfold.node.protection.Sharing;
import org.fourfold.node.registry.Organisation;
import org.fourfold.node.trust.FileKey;
import org.fourfold.node.trust.Keyring;

/**
 * Handing over what the consent rules refuse when life or health is in danger: asked for by one, approved by another on their
 * own sign-in, for a day. It goes through the same gate; who it is about is told.
 */
public final class Overriding {

    private static final Set<FieldGroup> GROUP = Set.of(FieldGroup.SAFETY);

    private final Gate gate;
    private final Keyring keyring;
    private final HandingOver handingOver;
    private final InstantSource clock;
    private final RandomGenerator random;

    public Overriding(
            Gate gate, Keyring keyring, HandingOver handingOver, InstantSource clock, RandomGenerator random) {
        this.gate = gate;
        this.keyring = keyring;
        this.handingOver = handingOver;
        this.clock = clock;
        this.random = random;
    }

    public Overridden of(Actor actor, CaseFileId id) {
        FileKey key = Consenting.key(keyring, id);
        return gate.pass(actor, id, Operation.VIEW, GROUP, (tx, entry) -> {
            tx.record(Event.of(Events.OVERRIDES_SHOWN).about(id.value()));
            return new Overridden(
                    entry.file(),
                    OverrideRows.ofFile(tx, key),
                    Decisions.askingOverride(actor, facts(entry)).allowed(),
                    entry.would(Operation.PRINT).allowed(),
                    clock.instant());
        });
    }

    /** Overrides that wait for the actor: for a second person, or for somebody to tell the person. */
    public List<OverrideLine> waiting(Actor actor, int rows) {
        return gate.helping(actor, Operation.SEARCH, Set.of(), tx -> {
            List<OverrideLine> lines = OverrideRows.waiting(tx, actor, clock.instant(), rows);
            tx.record(Event.of(Events.LISTED).detail("overrides").count(lines.size()));
            return lines;
        });
    }

    public UUID ask(Actor actor, CaseFileId id, Organisation recipient, OverrideWish wish) {
        FileKey key = Consenting.key(keyring, id);
        UUID override = RandomIds.uuid(random);
        // The database keeps microseconds: rounded up, it would begin a moment after it was asked for.
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Optional<UUID> asked = gate.pass(actor, id, Operation.VIEW, wish.groups(), (tx, entry) -> {
            Decision may = Decisions.askingOverride(actor, facts(entry));
            if (!may.allowed()) {
                tx.record(Event.of(Events.REFUSED).about(id.value()).detail(may.reason()));
                return Optional.empty();
            }
            if (!entry.decision().permitted().containsAll(wish.groups())) {
                throw new ProblemException(Problem.inField("protection.override-groups", "groups"));
            }
            DemandDocuments.Wish sealed = new DemandDocuments.Wish(recipient.id(), recipient.kind(), wish);
            refuseUseless(tx, key, entry, sealed, now);
            OverrideRows.ask(
                    tx,
                    override,
                    entry.file(),
                    actor.member(),
                    now,
                    now.plus(OverrideFact.LASTS),
                    DemandDocuments.seal(key, override, sealed));
            tx.record(Event.of(Events.OVERRIDE_ASKED).about(id.value()).groups(wish.groups()));
            return Optional.of(override);
        });
        return asked.orElseThrow(() -> new RefusedException("relation"));
    }

    /** Nobody is woken for what the law refuses even with a second person, or for what the person agreed to anyway. */
    private void refuseUseless(Tx tx, FileKey key, Gate.Entry entry, DemandDocuments.Wish wish, Instant now) {
        OverrideFact approved = fact(wish, entry.actor().member(), Optional.of(MemberId.random(random)), now);
        Decision law =
                Decisions.decide(HandingOver.handover(tx, key, entry, way(wish, approved, Optional.empty()), now));
        if (law.reason().equals("consent")) {
            throw new ProblemException(Problem.of("protection.override-needless"));
        }
        if (!law.allowed()) {
            throw new ProblemException(Problem.inField("protection.override-never", "recipient"));
        }
    }

    public void answer(Actor actor, CaseFileId id, UUID override, boolean granted) {
        FileKey key = Consenting.key(keyring, id);
        boolean done = gate.pass(actor, id, Operation.PRINT, GROUP, (tx, entry) -> {
            ConsentOverride asked = require(tx, key, override);
            Decision may = Decisions.approvingOverride(actor, facts(entry), asked.askedBy());
            if (!may.allowed()) {
                tx.record(Event.of(Events.REFUSED).about(id.value()).detail(may.reason()));
                return false;
            }
            if (asked.answer().isPresent() || !asked.until().isAfter(clock.instant())) {
                throw new ProblemException(Problem.of("protection.override-over"));
            }
            OverrideRows.step(
                    tx,
                    override,
                    asked.askedBy(),
                    granted ? OverrideRows.Kind.GRANTED : OverrideRows.Kind.DENIED,
                    clock.instant(),
                    actor.member());
            tx.record(Event.of(granted ? Events.OVERRIDE_GRANTED : Events.OVERRIDE_DENIED)
                    .about(id.value())
                    .groups(asked.wish().groups()));
            return true;
        });
        if (!done) {
            throw new ProblemException(Problem.of("protection.override-own"));
        }
    }

    /** What the member may see and the override reaches; whoever asked at night hands over too, once it is approved. */
    public Sharing handOver(Actor actor, CaseFileId id, UUID override) {
        HandingOver.Asking asking = (tx, key, entry) -> {
            ConsentOverride asked = require(tx, key, override);
            DemandDocuments.Wish wish = new DemandDocuments.Wish(asked.recipient(), asked.kind(), asked.wish());
            OverrideFact fact = fact(wish, asked.askedBy(), asked.approvedBy(), asked.askedAt());
            return way(wish, fact, Optional.of(override));
        };
        return handingOver.share(actor, id, Operation.VIEW, Gate.allGroups(), asking, HandingOver.Then.NOTHING);
    }

    public void told(Actor actor, CaseFileId id, UUID override) {
        FileKey key = Consenting.key(keyring, id);
        gate.pass(actor, id, Operation.PRINT, GROUP, (tx, entry) -> {
            ConsentOverride asked = require(tx, key, override);
            if (asked.toldAt().isEmpty()) {
                OverrideRows.step(
                        tx, override, asked.askedBy(), OverrideRows.Kind.PERSON_TOLD, clock.instant(), actor.member());
            }
            tx.record(Event.of(Events.OVERRIDE_TOLD).about(id.value()));
            return id;
        });
    }

    private static ConsentOverride require(Tx tx, FileKey key, UUID override) {
        OverrideRows.hold(tx, override);
        return OverrideRows.ofFile(tx, key).stream()
                .filter(one -> one.id().equals(override))
                .findFirst()
                .orElseThrow(() -> new RefusedException("relation"));
    }

    private static OverrideFact fact(
            DemandDocuments.Wish wish, MemberId askedBy, Optional<MemberId> approvedBy, Instant from) {
        return new OverrideFact(
                askedBy,
                approvedBy,
                wish.recipient().toString(),
                wish.wish().purpose(),
                wish.wish().groups(),
                wish.wish().reason(),
                from,
                from.plus(OverrideFact.LASTS));
    }

    private static HandingOver.Way way(DemandDocuments.Wish wish, OverrideFact override, Optional<UUID> under) {
        return new HandingOver.Way(
                wish.kind(),
                wish.recipient(),
                wish.wish().purpose(),
                wish.wish().groups(),
                Optional.empty(),
                Optional.of(override),
                under);
    }

    private static FileFacts facts(Gate.Entry entry) {
        return new FileFacts(entry.file().isOpen(), entry.file().sealed(), entry.relations());
    }
}
