package org.fourfold.node.protection.internal;

import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.CaseFileId;
import org.fourfold.node.frame.Decision;
import org.fourfold.node.frame.Decisions;
import org.fourfold.node.frame.Event;
import org.fourfold.node.frame.FieldGroup;
import org.fourfold.node.frame.FileFacts;
import org.fourfold.node.frame.Handover;
import org.fourfold.node.frame.Handover.RecipientKind;
import org.fourfold.node.frame.LegalDuty;
import org.fourfold.node.frame.Operation;
import org.fourfold.node.frame.OrganisationId;
import org.fourfold.node.frame.OverrideFact;
import org.fourfold.node.frame.Purpose;
import org.fourfold.node.frame.RandomIds;
import org.fourfold.node.frame.Slice;
import org.fourfold.node.frame.Tx;
import org.fourfold.node.protection.Answers;
import org.fourfold.node.protection.Consent;
import org.fourfold.node.protection.Note;
import org.fourfold.node.protection.Sharing;
import org.fourfold.node.registry.Organisation;
import org.fourfold.node.trust.FileKey;
import org.fourfold.node.trust.Keyring;

/**
 * The way out of the house. What may be put on paper at all is asked first, then whether it may go to this recipient; both
 * must let a group through. No withdrawal is acknowledged while something is being read for somebody outside.
 */
public final class HandingOver {

    private final Gate gate;
    private final Keyring keyring;
    private final InstantSource clock;
    private final RandomGenerator random;

    public HandingOver(Gate gate, Keyring keyring, InstantSource clock, RandomGenerator random) {
        this.gate = gate;
        this.keyring = keyring;
        this.clock = clock;
        this.random = random;
    }

    /**
     * What would go out, to whom, and by what if not by consent.
     *
     * @param under the demand or the override that it would go by
     */
    record Way(
            RecipientKind kind,
            OrganisationId recipient,
            Purpose purpose,
            Set<FieldGroup> groups,
            Optional<LegalDuty> duty,
            Optional<OverrideFact> override,
            Optional<UUID> under) {

        static Way byConsent(Organisation recipient, Purpose purpose, Set<FieldGroup> groups) {
            return new Way(
                    recipient.kind(),
                    recipient.id(),
                    purpose,
                    groups,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
        }
    }

    /** Finds the way, in the transaction in which it is decided. */
    @FunctionalInterface
    interface Asking {
        Way find(Tx tx, FileKey key, Gate.Entry entry);
    }

    /** What is written down beside, once something went out. */
    @FunctionalInterface
    interface Then {
        Then NOTHING = (tx, key, handover, groups) -> {};

        void note(Tx tx, FileKey key, UUID handover, Set<FieldGroup> groups);
    }

    public Sharing share(Actor actor, CaseFileId id, Organisation recipient, Purpose purpose, Set<FieldGroup> groups) {
        Way way = Way.byConsent(recipient, purpose, groups);
        return share(actor, id, Operation.PRINT, groups, (tx, key, entry) -> way, Then.NOTHING);
    }

    /**
     * The same for any way.
     *
     * @param operation what the member must be allowed inside the house with these groups
     */
    Sharing share(Actor actor, CaseFileId id, Operation operation, Set<FieldGroup> groups, Asking asking, Then then) {
        FileKey key = Consenting.key(keyring, id);
        return gate.pass(actor, id, operation, groups, (tx, entry) -> {
            ConsentRows.holdWithdrawals(tx, id);
            Way way = asking.find(tx, key, entry);
            Instant now = clock.instant();
            Decision decision = Decisions.decide(handover(tx, key, entry, way, now));
            if (!decision.allowed()) {
                tx.record(Event.of(Events.REFUSED)
                        .about(id.value())
                        .groups(way.groups())
                        .detail("out:" + decision.reason()));
                return new Sharing.Refused(decision.reason());
            }
            Set<FieldGroup> open = decision.permitted();
            UUID handover = RandomIds.uuid(random);
            ConsentDocuments.Went went =
                    new ConsentDocuments.Went(way.recipient(), way.purpose(), open, decision.reason(), way.under());
            ConsentRows.handOver(
                    tx,
                    handover,
                    id,
                    entry.file().owner(),
                    now,
                    actor.member(),
                    ConsentDocuments.seal(key, handover, went));
            tx.record(
                    Event.of(Events.HANDED_OVER).about(id.value()).groups(open).detail(decision.reason()));
            then.note(tx, key, handover, open);
            return given(tx, key, entry, way.groups(), open);
        });
    }

    /** The question as the one decision takes it; of the groups only those that the member may touch at all. */
    static Handover handover(Tx tx, FileKey key, Gate.Entry entry, Way way, Instant now) {
        Set<FieldGroup> groups = EnumSet.noneOf(FieldGroup.class);
        groups.addAll(way.groups());
        groups.retainAll(entry.decision().permitted());
        return new Handover(
                entry.actor(),
                new FileFacts(entry.file().isOpen(), entry.file().sealed(), entry.relations()),
                way.kind(),
                way.recipient().toString(),
                way.purpose(),
                Handover.Form.IN_CLEAR,
                groups,
                ConsentRows.consents(tx, key).stream().map(Consent::fact).toList(),
                way.duty(),
                way.override(),
                ConsentRows.withheld(tx, key).stream()
                        .map(one -> one.from().toString())
                        .collect(Collectors.toSet()),
                now);
    }

    private static Sharing given(Tx tx, FileKey key, Gate.Entry entry, Set<FieldGroup> asked, Set<FieldGroup> open) {
        Set<FieldGroup> heldBack = EnumSet.copyOf(asked);
        heldBack.removeAll(open);
        Set<FieldGroup> documents = EnumSet.copyOf(open);
        documents.remove(FieldGroup.NOTES);
        Answers answers = Answers.NONE;
        CaseFileId id = entry.file().id();
        for (ContentRows.Stored stored : ContentRows.newest(tx, id, documents, FieldGroup.values().length)) {
            answers = answers.with(Documents.readAnswers(key.open(stored.group(), stored.revision(), stored.text())));
        }
        List<Note> notes = open.contains(FieldGroup.NOTES)
                ? ContentRows.newest(tx, id, Set.of(FieldGroup.NOTES), Slice.ROWS_MAX).stream()
                        .map(stored -> Documents.readNote(key.open(stored.group(), stored.revision(), stored.text())))
                        .filter(Note::stands)
                        .toList()
                : List.of();
        return new Sharing.Given(entry.file(), open, heldBack, answers, notes, Items.read(tx, key, id, open));
    }

    public void told(Actor actor, CaseFileId id, UUID handover) {
        gate.pass(actor, id, Operation.PRINT, Set.of(FieldGroup.SAFETY), (tx, entry) -> {
            int told = ConsentRows.told(tx, id, handover, clock.instant());
            tx.record(Event.of(Events.RECIPIENT_TOLD).about(id.value()).count(told));
            return id;
        });
    }
}
