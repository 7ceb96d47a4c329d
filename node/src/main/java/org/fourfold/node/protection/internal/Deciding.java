package org.fourfold.node.protection.internal;

import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.CaseFileId;
import org.fourfold.node.frame.Event;
import org.fourfold.node.frame.FieldGroup;
import org.fourfold.node.frame.Operation;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.Problems;
import org.fourfold.node.frame.Revision;
import org.fourfold.node.frame.Tx;
import org.fourfold.node.protection.Field;
import org.fourfold.node.protection.IdentificationDecision;
import org.fourfold.node.protection.IdentificationDecision.ReviewState;
import org.fourfold.node.protection.IdentificationDecisions;
import org.fourfold.node.protection.RefusalCount;
import org.fourfold.node.protection.RefusalReason;
import org.fourfold.node.protection.Told;
import org.fourfold.node.trust.FileKey;
import org.fourfold.node.trust.Keyring;

/** What competent bodies decided, and how many persons did not want to be identified. */
public final class Deciding {

    private static final Set<FieldGroup> GROUP = Set.of(FieldGroup.NARRATIVE);

    private final Gate gate;
    private final Keyring keyring;
    private final InstantSource clock;

    public Deciding(Gate gate, Keyring keyring, InstantSource clock) {
        this.gate = gate;
        this.keyring = keyring;
        this.clock = clock;
    }

    public IdentificationDecisions of(Actor actor, CaseFileId id) {
        FileKey key = Consenting.key(keyring, id);
        return gate.pass(actor, id, Operation.VIEW, GROUP, (tx, entry) -> {
            tx.record(Event.of(Events.VIEWED).about(id.value()).groups(GROUP).detail("decisions"));
            return new IdentificationDecisions(
                    entry.file(),
                    Items.read(tx, key, id, GROUP).decisions(),
                    entry.would(Operation.WRITE).permitted().containsAll(GROUP));
        });
    }

    /**
     * Writes a decision, or a correction of it.
     *
     * @param base the revision that the form was opened on; 0 for a new decision
     * @return the decision that stands where somebody else changed it since; then nothing was written
     */
    public Optional<IdentificationDecision> write(
            Actor actor, CaseFileId id, UUID decision, int base, IdentificationDecision.Terms terms) {
        FileKey key = Consenting.key(keyring, id);
        requireWhole(terms);
        return gate.pass(actor, id, Operation.WRITE, GROUP, (tx, entry) -> {
            Told told = Items.read(tx, key, id, GROUP);
            Optional<IdentificationDecision> stored = told.decisions().stream()
                    .filter(one -> one.id().equals(decision))
                    .findFirst();
            int current = stored.map(one -> one.revision().number()).orElse(0);
            boolean again = current == base + 1
                    && stored.filter(one -> one.terms().equals(terms)).isPresent();
            if (current != base && !again) {
                tx.record(
                        Event.of(Events.VIEWED).about(id.value()).groups(GROUP).detail("conflict"));
                return stored;
            }
            tx.record(Event.of(Events.DECISION_WRITTEN).about(id.value()).groups(GROUP));
            if (!again) {
                if (stored.isEmpty()) {
                    Items.requireRoom(told);
                }
                put(tx, key, actor, id, decision, base, terms);
            }
            return Optional.empty();
        });
    }

    private void put(
            Tx tx,
            FileKey key,
            Actor actor,
            CaseFileId id,
            UUID decision,
            int base,
            IdentificationDecision.Terms terms) {
        IdentificationDecision written =
                new IdentificationDecision(decision, new Revision(base + 1), terms, actor.member(), clock.instant());
        Reading.put(tx, key, id, FieldGroup.NARRATIVE, decision, IdentificationDocuments.write(written));
    }

    /** Adds one to a month's count. The event names no file, and the count no person. */
    public void countRefusal(Actor actor, RefusalReason reason) {
        YearMonth month = YearMonth.from(clock.instant().atZone(ZoneOffset.UTC));
        gate.helping(actor, Operation.SEARCH, Set.of(), tx -> {
            RefusalRows.add(tx, actor.organisation(), month, reason);
            tx.record(Event.of(Events.REFUSAL_COUNTED));
            return month;
        });
    }

    public List<RefusalCount> refusals(Actor actor) {
        return gate.helping(actor, Operation.SEARCH, Set.of(), tx -> {
            List<RefusalCount> counts = RefusalRows.all(tx);
            tx.record(Event.of(Events.REFUSALS_SHOWN).count(counts.size()));
            return counts;
        });
    }

    private void requireWhole(IdentificationDecision.Terms terms) {
        Problems faults = new Problems();
        if (terms.on().from().isAfter(Days.last(clock))) {
            faults.add(Problem.inField("protection.date-later", "on"));
        }
        if (terms.outcome().isBlank() || terms.outcome().length() > Field.WORDS_MAX) {
            faults.add(Problem.inField("protection.decision-outcome", "outcome"));
        }
        if (terms.reasons().length() > Field.WORDS_MAX) {
            faults.add(Problem.inField("protection.words-too-long", "reasons"));
        }
        if (terms.evidence().size() > IdentificationDecision.EVIDENCE_MAX
                || terms.evidence().stream().anyMatch(line -> line.length() > Field.WORDS_MAX)) {
            faults.add(Problem.inField("protection.decision-evidence", "evidence"));
        }
        if (terms.review().outcome().length() > Field.WORDS_MAX) {
            faults.add(Problem.inField("protection.words-too-long", "review-outcome"));
        }
        if (terms.review().state() == ReviewState.DECIDED
                && terms.review().outcome().isBlank()) {
            faults.add(Problem.inField("protection.decision-review", "review-outcome"));
        }
        faults.throwIfAny();
    }
}
