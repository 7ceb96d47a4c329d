package org.fourfold.node.protection.internal;

import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.CaseFileId;
import org.fourfold.node.frame.Ciphertext;
import org.fourfold.node.frame.Event;
import org.fourfold.node.frame.FieldGroup;
import org.fourfold.node.frame.Operation;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.frame.Problems;
import org.fourfold.node.frame.RandomIds;
import org.fourfold.node.frame.RefusedException;
import org.fourfold.node.frame.Revision;
import org.fourfold.node.frame.Slice;
import org.fourfold.node.frame.Tx;
import org.fourfold.node.protection.Instruments;
import org.fourfold.node.protection.Replies;
import org.fourfold.node.protection.Screening;
import org.fourfold.node.protection.Screening.Present;
import org.fourfold.node.protection.ScreeningDraft;
import org.fourfold.node.protection.ScreeningId;
import org.fourfold.node.protection.ScreeningInstrument;
import org.fourfold.node.protection.ScreeningWriting;
import org.fourfold.node.protection.Screenings;
import org.fourfold.node.protection.Told;
import org.fourfold.node.trust.FileKey;
import org.fourfold.node.trust.Keyring;

/** Conversations: begun, interrupted, gone on with, written, corrected. */
public final class Conversing {

    private static final Set<FieldGroup> GROUPS = EnumSet.of(FieldGroup.NARRATIVE, FieldGroup.SAFETY);

    /** Stand for the group and the revision in what the seal of a draft authenticates: no text of a file ever has them. */
    private static final FieldGroup DRAFT_GROUP = FieldGroup.NARRATIVE;

    private static final Revision DRAFT_REVISION = new Revision(Integer.MAX_VALUE);

    private final Gate gate;
    private final Keyring keyring;
    private final Instruments instruments;
    private final InstantSource clock;
    private final RandomGenerator random;

    public Conversing(
            Gate gate, Keyring keyring, Instruments instruments, InstantSource clock, RandomGenerator random) {
        this.gate = gate;
        this.keyring = keyring;
        this.instruments = instruments;
        this.clock = clock;
        this.random = random;
    }

    public Screenings all(Actor actor, CaseFileId id) {
        FileKey key = Consenting.key(keyring, id);
        return gate.pass(actor, id, Operation.VIEW, GROUPS, (tx, entry) -> {
            Set<FieldGroup> shown = entry.decision().permitted();
            tx.record(Event.of(Events.VIEWED).about(id.value()).groups(shown).detail("conversations"));
            return new Screenings(
                    entry.file(),
                    Items.read(tx, key, id, shown).screenings(),
                    drafts(tx, key, id),
                    mayWrite(entry.would(Operation.WRITE).permitted()));
        });
    }

    public Optional<ScreeningDraft> draft(Actor actor, CaseFileId id, ScreeningId screening) {
        FileKey key = Consenting.key(keyring, id);
        return gate.pass(actor, id, Operation.WRITE, GROUPS, (tx, entry) -> {
            tx.record(Event.of(Events.DRAFT_OPENED).about(id.value()));
            return draft(tx, key, id, screening);
        });
    }

    /** Puts more into a conversation that is being typed, or begins one. */
    public ScreeningDraft keep(
            Actor actor, CaseFileId id, ScreeningId screening, Optional<Screening.Setting> setting, Replies newer) {
        FileKey key = Consenting.key(keyring, id);
        setting.ifPresent(this::requireWhole);
        return gate.pass(actor, id, Operation.WRITE, GROUPS, (tx, entry) -> {
            requireBoth(entry);
            Optional<ScreeningDraft> before = draft(tx, key, id, screening);
            ScreeningDraft draft = new ScreeningDraft(
                    screening,
                    before.map(ScreeningDraft::base).orElse(0),
                    setting.or(() -> before.flatMap(ScreeningDraft::setting)),
                    before.map(ScreeningDraft::replies).orElse(Replies.NONE).with(newer),
                    clock.instant());
            keep(tx, key, actor, id, draft);
            tx.record(Event.of(Events.DRAFT_KEPT).about(id.value()).groups(GROUPS));
            return draft;
        });
    }

    /** Begins a correction: a draft of what stands there. What was already begun is gone on with. */
    public ScreeningDraft correct(Actor actor, CaseFileId id, ScreeningId screening) {
        FileKey key = Consenting.key(keyring, id);
        return gate.pass(actor, id, Operation.WRITE, GROUPS, (tx, entry) -> {
            requireBoth(entry);
            tx.record(Event.of(Events.DRAFT_KEPT).about(id.value()).groups(GROUPS));
            return draft(tx, key, id, screening).orElseGet(() -> {
                Screening stored = stored(tx, key, id, screening).orElseThrow(Conversing::gone);
                ScreeningDraft draft = new ScreeningDraft(
                        screening,
                        stored.revision().number(),
                        Optional.of(stored.setting()),
                        stored.replies(),
                        clock.instant());
                keep(tx, key, actor, id, draft);
                return draft;
            });
        });
    }

    public void drop(Actor actor, CaseFileId id, ScreeningId screening) {
        gate.pass(actor, id, Operation.WRITE, GROUPS, (tx, entry) -> {
            tx.record(Event.of(Events.DRAFT_DROPPED).about(id.value()));
            DraftRows.drop(tx, DraftRows.OfFile.CONVERSATION, screening.value());
            return id;
        });
    }

    /** Writes what was typed. Sent twice, it is written once. */
    public ScreeningWriting write(Actor actor, CaseFileId id, ScreeningId screening) {
        FileKey key = Consenting.key(keyring, id);
        return gate.pass(actor, id, Operation.WRITE, GROUPS, (tx, entry) -> {
            requireBoth(entry);
            Told told = Items.read(tx, key, id, GROUPS);
            Optional<Screening> stored = one(told, screening);
            Optional<ScreeningDraft> draft = draft(tx, key, id, screening);
            if (draft.isEmpty()) {
                tx.record(
                        Event.of(Events.CONVERSATION_WRITTEN).about(id.value()).detail("again"));
                return new ScreeningWriting.Written(stored.orElseThrow(Conversing::gone));
            }
            if (draft.get().base() != stored.map(one -> one.revision().number()).orElse(0)) {
                tx.record(
                        Event.of(Events.VIEWED).about(id.value()).groups(GROUPS).detail("conflict"));
                return new ScreeningWriting.Conflict(stored.orElseThrow(Conversing::gone), draft.get());
            }
            if (stored.isEmpty()) {
                Items.requireRoom(told);
            }
            tx.record(Event.of(Events.CONVERSATION_WRITTEN).about(id.value()).groups(GROUPS));
            Screening written = put(tx, key, actor, id, draft.get());
            DraftRows.drop(tx, DraftRows.OfFile.CONVERSATION, screening.value());
            return new ScreeningWriting.Written(written);
        });
    }

    private Screening put(Tx tx, FileKey key, Actor actor, CaseFileId id, ScreeningDraft draft) {
        Screening.Setting setting = draft.setting()
                .orElseThrow(() -> new ProblemException(Problem.of("protection.conversation-no-setting")));
        Screening screening = new Screening(
                draft.id(), new Revision(draft.base() + 1), setting, actor.member(), clock.instant(), draft.replies());
        ScreeningInstrument instrument = instruments
                .find(setting.instrument(), setting.version())
                .orElseThrow(() -> new IllegalStateException("a draft names an instrument there is not"));
        for (FieldGroup group : GROUPS) {
            Replies replies = draft.replies().in(group, instrument);
            Reading.put(tx, key, id, group, draft.id().value(), IdentificationDocuments.write(screening, replies));
        }
        return screening;
    }

    private void keep(Tx tx, FileKey key, Actor actor, CaseFileId id, ScreeningDraft draft) {
        Instant now = clock.instant();
        Ciphertext text = key.seal(DRAFT_GROUP, DRAFT_REVISION, IdentificationDocuments.write(draft));
        DraftRows.keep(
                tx,
                DraftRows.OfFile.CONVERSATION,
                RandomIds.uuid(random),
                actor.member(),
                id,
                draft.id().value(),
                text,
                now,
                now.plus(Reading.DRAFT_KEPT));
    }

    private void requireWhole(Screening.Setting setting) {
        Problems faults = new Problems();
        if (setting.toldOn().from().isAfter(Days.last(clock))) {
            faults.add(Problem.inField("protection.date-later", "told"));
        }
        if (setting.room().isEmpty()) {
            faults.add(Problem.inField("protection.conversation-room", "room"));
        }
        if (setting.room().contains(Present.ALONE) && setting.room().size() > 1) {
            faults.add(Problem.inField("protection.conversation-alone", "room"));
        }
        if (setting.asker().length() > Screening.Setting.ASKER_MAX) {
            faults.add(Problem.inField("protection.words-too-long", "asker"));
        }
        faults.throwIfAny();
    }

    private List<ScreeningDraft> drafts(Tx tx, FileKey key, CaseFileId id) {
        return DraftRows.ofFile(tx, DraftRows.OfFile.CONVERSATION, id, clock.instant(), Slice.ROWS_MAX).stream()
                .map(stored -> IdentificationDocuments.draft(key.open(DRAFT_GROUP, DRAFT_REVISION, stored.text())))
                .toList();
    }

    private Optional<ScreeningDraft> draft(Tx tx, FileKey key, CaseFileId id, ScreeningId screening) {
        return drafts(tx, key, id).stream()
                .filter(draft -> draft.id().equals(screening))
                .findFirst();
    }

    private static Optional<Screening> stored(Tx tx, FileKey key, CaseFileId id, ScreeningId screening) {
        return one(Items.read(tx, key, id, GROUPS), screening);
    }

    private static Optional<Screening> one(Told told, ScreeningId screening) {
        return told.screenings().stream()
                .filter(one -> one.id().equals(screening))
                .findFirst();
    }

    private static boolean mayWrite(Set<FieldGroup> permitted) {
        return permitted.containsAll(GROUPS);
    }

    /** A conversation is written whole or not at all: the night staff, who write of safety, write none. */
    private static void requireBoth(Gate.Entry entry) {
        if (!mayWrite(entry.decision().permitted())) {
            throw new RefusedException("field-group");
        }
    }

    private static ProblemException gone() {
        return new ProblemException(Problem.of("protection.conversation-gone"));
    }
}
