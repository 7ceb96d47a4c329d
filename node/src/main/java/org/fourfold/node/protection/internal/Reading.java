package org.fourfold.node.protection.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.CaseFileId;
import org.fourfold.node.frame.Ciphertext;
import org.fourfold.node.frame.Event;
import org.fourfold.node.frame.EventReserve;
import org.fourfold.node.frame.EventType;
import org.fourfold.node.frame.FieldGroup;
import org.fourfold.node.frame.Operation;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.frame.RandomIds;
import org.fourfold.node.frame.RefusedException;
import org.fourfold.node.frame.Relation;
import org.fourfold.node.frame.Revision;
import org.fourfold.node.frame.Slice;
import org.fourfold.node.frame.Tx;
import org.fourfold.node.protection.Answers;
import org.fourfold.node.protection.CaseFile;
import org.fourfold.node.protection.ClockFacts;
import org.fourfold.node.protection.Field;
import org.fourfold.node.protection.FileView;
import org.fourfold.node.protection.Imported;
import org.fourfold.node.protection.Note;
import org.fourfold.node.protection.NoteDraft;
import org.fourfold.node.protection.NoteId;
import org.fourfold.node.protection.NoteWriting;
import org.fourfold.node.protection.OwnSheet;
import org.fourfold.node.protection.SafeContact;
import org.fourfold.node.trust.FileKey;
import org.fourfold.node.trust.Keyring;

/** What is read and written in an open file: answers, notes, drafts of notes. */
public final class Reading {

    /** How long a note that was begun is kept. */
    public static final Duration DRAFT_KEPT = Duration.ofHours(24);

    /** Stands for the revision in what a draft's seal authenticates: no text of a file ever has it. */
    static final Revision DRAFT_REVISION = new Revision(Integer.MAX_VALUE);

    /** A file has a document a group and its notes; more than this is never read at once. */
    private static final int DOCUMENTS_MAX = FieldGroup.values().length;

    /** More open files than anybody can answer for. */
    private static final int OWN_MAX = 500;

    private static final Set<Operation> BUTTONS =
            EnumSet.of(Operation.CLOSE, Operation.ERASE, Operation.SEE_READERS, Operation.PRINT);

    private final Gate gate;
    private final Keyring keyring;
    private final Openings openings;
    private final InstantSource clock;
    private final RandomGenerator random;

    public Reading(Gate gate, Keyring keyring, Openings openings, InstantSource clock, RandomGenerator random) {
        this.gate = gate;
        this.keyring = keyring;
        this.openings = openings;
        this.clock = clock;
        this.random = random;
    }

    public FileView view(Actor actor, CaseFileId id, Operation operation) {
        Optional<FileKey> key = keyring.find(id);
        EventType type = operation == Operation.PRINT ? Events.PRINTED : Events.VIEWED;
        return gate.pass(actor, id, operation, Gate.allGroups(), (tx, entry) -> shown(tx, entry, key, type));
    }

    /** The file as it is read together with the person it is about; only by who may also tell them who consulted it. */
    public FileView withPerson(Actor actor, CaseFileId id) {
        Optional<FileKey> key = keyring.find(id);
        return gate.pass(actor, id, Operation.VIEW, Gate.allGroups(), (tx, entry) -> {
            if (!entry.would(Operation.SEE_READERS).allowed()) {
                throw new RefusedException("relation");
            }
            return shown(tx, entry, key, Events.SHOWN_TO_PERSON);
        });
    }

    /**
     * Before the short sheet is printed that the person takes along: it has the number and nothing that was told.
     *
     * @param wanted the person wants it now, whatever they said before
     */
    public OwnSheet sheet(Actor actor, CaseFileId id, boolean wanted) {
        FileKey key = require(id);
        return gate.pass(actor, id, Operation.SEE_READERS, Set.of(), (tx, entry) -> {
            boolean forbidden = !wanted
                    && SafeContact.of(document(tx, key, id, FieldGroup.CONTACT)).forbids(SafeContact.Way.PAPER);
            Event event = Event.of(Events.SHEET_GIVEN).about(id.value());
            tx.record(forbidden ? event.detail("no-paper") : event);
            return new OwnSheet(entry.file(), forbidden);
        });
    }

    /** The file through an emergency opening that stands in the node's reserve, with that opening's pass. */
    FileView viewInReserve(Actor actor, CaseFileId id, String pass, EventReserve reserve) {
        Optional<FileKey> key = keyring.find(id);
        return gate.passInReserve(actor, id, pass, reserve, (tx, entry) -> shown(tx, entry, key, Events.VIEWED));
    }

    private FileView shown(Tx tx, Gate.Entry entry, Optional<FileKey> key, EventType type) {
        CaseFileId id = entry.file().id();
        Set<FieldGroup> shown = entry.decision().permitted();
        Set<FieldGroup> documents = EnumSet.noneOf(FieldGroup.class);
        documents.addAll(shown);
        documents.remove(FieldGroup.NOTES);
        Set<FieldGroup> notes = shown.contains(FieldGroup.NOTES) ? Set.of(FieldGroup.NOTES) : Set.of();
        tx.record(Event.of(type).about(id.value()).groups(shown));
        Answers answers = Answers.NONE;
        for (ContentRows.Stored stored : ContentRows.newest(tx, id, documents, DOCUMENTS_MAX)) {
            answers = answers.with(Documents.readAnswers(open(key, stored)));
        }
        return new FileView(
                entry.file(),
                shown,
                entry.would(Operation.WRITE).permitted(),
                allowed(entry),
                answers,
                key.map(open -> ImportedRecords.read(tx, open, id, shown)).orElse(Imported.NONE),
                ContentRows.newest(tx, id, notes, Slice.ROWS_MAX).stream()
                        .map(stored -> Documents.readNote(open(key, stored)))
                        .toList(),
                drafts(tx, id, key),
                key.filter(open -> shown.contains(FieldGroup.SAFETY))
                        .map(open -> Urgent.risks(tx, open, clock.instant()))
                        .orElse(List.of()),
                key.filter(open -> shown.contains(FieldGroup.SAFETY))
                        .map(open -> Timekeeping.facts(tx, open))
                        .orElse(ClockFacts.NONE),
                key.filter(open -> shown.contains(FieldGroup.NEEDS))
                        .map(open -> Relating.relatives(tx, open))
                        .orElse(List.of()),
                entry.relations().equals(Set.of(Relation.BREAK_GLASS)));
    }

    /** The file without what is in it, for who may see who consulted it. */
    public CaseFile readers(Actor actor, CaseFileId id) {
        return gate.pass(actor, id, Operation.SEE_READERS, Set.of(), (tx, entry) -> {
            // Of the file it becomes an event with what is then shown of its record, which the record itself tells.
            tx.record(Event.of(Events.READERS_SHOWN));
            return entry.file();
        });
    }

    /** Before the record of a file is told to who oversees the reading and sees no file. */
    public void overseeReaders(Actor actor) {
        gate.helping(actor, Operation.SEE_READERS, Set.of(), tx -> {
            tx.record(Event.of(Events.READERS_SHOWN));
            return true;
        });
    }

    /** The actor's own open files, without what is in them. */
    public List<CaseFile> own(Actor actor) {
        return gate.helping(actor, Operation.SEE_EXISTS, Set.of(Relation.OWNER), tx -> {
            List<CaseFile> files = FileRows.own(tx, actor.member(), OWN_MAX);
            tx.record(Event.of(Events.LISTED).count(files.size()));
            return files;
        });
    }

    /** As seeing who read it: a record holds who did what and when, and nothing of the person. */
    public void askForRecord(Actor actor, CaseFileId id) {
        gate.pass(actor, id, Operation.SEE_READERS, Set.of(), (tx, entry) -> {
            tx.record(Event.of(Events.RECORD_ASKED).about(id.value()));
            return id;
        });
    }

    /** Answers to some fields, put over those that stand there. */
    public void answer(Actor actor, CaseFileId id, Collection<Field> fields, Answers newer) {
        FileKey key = require(id);
        newer.requireNotAfter(Days.last(clock));
        var tokenKey = keyring.tokens(Finding.LABEL);
        Set<FieldGroup> groups = groups(fields);
        gate.pass(actor, id, Operation.WRITE, groups, (tx, entry) -> {
            if (!entry.decision().permitted().containsAll(groups)) {
                throw new RefusedException("field-group");
            }
            tx.record(Event.of(Events.WRITTEN).about(id.value()).groups(groups));
            for (FieldGroup group : groups) {
                Answers stored = document(tx, key, id, group);
                Answers changed = stored.with(newer.in(group));
                put(tx, key, id, group, id.value(), Documents.write(changed));
                if (group == FieldGroup.IDENTITY) {
                    TokenRows.delete(tx, id);
                    TokenRows.insert(tx, id, openings.tokens(tokenKey, changed));
                }
            }
            return id;
        });
    }

    /** Puts a value into the group's document; for what is not a question, such as the reason of a closure. */
    void record(Tx tx, FileKey key, CaseFileId id, FieldGroup group, Answers newer) {
        put(
                tx,
                key,
                id,
                group,
                id.value(),
                Documents.write(document(tx, key, id, group).with(newer)));
    }

    public NoteWriting writeNote(
            Actor actor, CaseFileId id, NoteId noteId, int baseRevision, Optional<LocalDate> told, String text) {
        FileKey key = require(id);
        String words = checked(text);
        return gate.pass(actor, id, Operation.WRITE, Set.of(FieldGroup.NOTES), (tx, entry) -> {
            Optional<Note> stored = note(tx, key, id, noteId);
            if (stored.isPresent() && !stored.get().stands()) {
                throw new ProblemException(Problem.inField("protection.note-struck", "text"));
            }
            int current = stored.map(note -> note.revision().number()).orElse(0);
            if (stored.isPresent() && isTheSame(stored.get(), actor, baseRevision, told, words)) {
                tx.record(Event.of(Events.NOTE_WRITTEN).about(id.value()).detail("again"));
                return new NoteWriting.Written(stored.get());
            }
            if (current != baseRevision) {
                tx.record(Event.of(Events.VIEWED)
                        .about(id.value())
                        .groups(Set.of(FieldGroup.NOTES))
                        .detail("conflict"));
                return new NoteWriting.Conflict(stored.orElseThrow(), words);
            }
            Note note = new Note(noteId, new Revision(current + 1), actor.member(), clock.instant(), told, words);
            put(tx, key, id, FieldGroup.NOTES, noteId.value(), Documents.write(note));
            DraftRows.drop(tx, DraftRows.OfFile.NOTE, noteId.value());
            tx.record(Event.of(Events.NOTE_WRITTEN).about(id.value()).groups(Set.of(FieldGroup.NOTES)));
            return new NoteWriting.Written(note);
        });
    }

    /** Strikes a note as it was read: its words stay, as the revision that says why they do not belong here. */
    public Note strikeNote(Actor actor, CaseFileId id, NoteId noteId, int baseRevision, String why) {
        FileKey key = require(id);
        String words = why.strip();
        if (words.isEmpty() || words.length() > Note.WHY_MAX) {
            throw new ProblemException(Problem.inField("protection.note-why", "why"));
        }
        return gate.pass(actor, id, Operation.WRITE, Set.of(FieldGroup.NOTES), (tx, entry) -> {
            Note stored = note(tx, key, id, noteId).orElseThrow(() -> new RefusedException("relation"));
            if (!stored.stands()) {
                tx.record(Event.of(Events.NOTE_STRUCK).about(id.value()).detail("again"));
                return stored;
            }
            if (stored.revision().number() != baseRevision) {
                throw new ProblemException(Problem.inField("protection.note-changed", "why"));
            }
            Note struck = new Note(
                    noteId,
                    new Revision(baseRevision + 1),
                    actor.member(),
                    clock.instant(),
                    stored.toldOn(),
                    stored.text(),
                    Optional.of(words));
            put(tx, key, id, FieldGroup.NOTES, noteId.value(), Documents.write(struck));
            DraftRows.drop(tx, DraftRows.OfFile.NOTE, noteId.value());
            tx.record(Event.of(Events.NOTE_STRUCK).about(id.value()).groups(Set.of(FieldGroup.NOTES)));
            return struck;
        });
    }

    /** One note for changing it: the text that stands, or this member's own draft of it. */
    public Optional<Note> note(Actor actor, CaseFileId id, NoteId noteId) {
        FileKey key = require(id);
        return gate.pass(actor, id, Operation.VIEW, Set.of(FieldGroup.NOTES), (tx, entry) -> {
            tx.record(Event.of(Events.VIEWED).about(id.value()).groups(Set.of(FieldGroup.NOTES)));
            return note(tx, key, id, noteId);
        });
    }

    public void keepDraft(Actor actor, CaseFileId id, NoteDraft draft) {
        FileKey key = require(id);
        gate.pass(actor, id, Operation.WRITE, Set.of(FieldGroup.NOTES), (tx, entry) -> {
            Instant now = clock.instant();
            Ciphertext text = key.seal(FieldGroup.NOTES, DRAFT_REVISION, Documents.write(draft));
            DraftRows.keep(
                    tx,
                    DraftRows.OfFile.NOTE,
                    RandomIds.uuid(random),
                    actor.member(),
                    id,
                    draft.note().value(),
                    text,
                    now,
                    now.plus(DRAFT_KEPT));
            tx.record(Event.of(Events.DRAFT_KEPT).about(id.value()).groups(Set.of(FieldGroup.NOTES)));
            return draft;
        });
    }

    public Optional<NoteDraft> draft(Actor actor, CaseFileId id, NoteId noteId) {
        Optional<FileKey> key = keyring.find(id);
        return gate.pass(actor, id, Operation.WRITE, Set.of(FieldGroup.NOTES), (tx, entry) -> {
            tx.record(Event.of(Events.DRAFT_OPENED).about(id.value()));
            return drafts(tx, id, key).stream()
                    .filter(draft -> draft.note().equals(noteId))
                    .findFirst();
        });
    }

    FileKey require(CaseFileId id) {
        return keyring.find(id).orElseThrow(() -> new RefusedException("relation"));
    }

    private List<NoteDraft> drafts(Tx tx, CaseFileId id, Optional<FileKey> key) {
        return DraftRows.ofFile(tx, DraftRows.OfFile.NOTE, id, clock.instant(), Slice.ROWS_MAX).stream()
                .map(stored ->
                        Documents.readDraft(key.orElseThrow().open(FieldGroup.NOTES, DRAFT_REVISION, stored.text())))
                .toList();
    }

    private static Optional<Note> note(Tx tx, FileKey key, CaseFileId id, NoteId noteId) {
        return ContentRows.newest(tx, id, FieldGroup.NOTES, noteId.value()).stream()
                .map(stored -> Documents.readNote(open(Optional.of(key), stored)))
                .findFirst();
    }

    static Answers document(Tx tx, FileKey key, CaseFileId id, FieldGroup group) {
        return ContentRows.newest(tx, id, group, id.value()).stream()
                .map(stored -> Documents.readAnswers(open(Optional.of(key), stored)))
                .findFirst()
                .orElse(Answers.NONE);
    }

    static void put(Tx tx, FileKey key, CaseFileId id, FieldGroup group, UUID item, byte[] plain) {
        Revision revision = ContentRows.next(tx, id, group);
        ContentRows.insert(tx, new ContentRows.Stored(id, group, revision, item, key.seal(group, revision, plain)));
    }

    private static byte[] open(Optional<FileKey> key, ContentRows.Stored stored) {
        return key.orElseThrow(() -> new RefusedException("relation"))
                .open(stored.group(), stored.revision(), stored.text());
    }

    private static Set<Operation> allowed(Gate.Entry entry) {
        Set<Operation> allowed = EnumSet.noneOf(Operation.class);
        BUTTONS.stream().filter(operation -> entry.would(operation).allowed()).forEach(allowed::add);
        return allowed;
    }

    private static Set<FieldGroup> groups(Collection<Field> fields) {
        Set<FieldGroup> groups = EnumSet.noneOf(FieldGroup.class);
        fields.stream().map(Field::group).forEach(groups::add);
        return groups;
    }

    private static boolean isTheSame(
            Note stored, Actor actor, int baseRevision, Optional<LocalDate> told, String words) {
        return stored.revision().number() == baseRevision + 1
                && stored.author().equals(actor.member())
                && stored.toldOn().equals(told)
                && stored.text().equals(words);
    }

    private static String checked(String text) {
        String words = text.replace("\r\n", "\n").strip();
        if (words.isEmpty()) {
            throw new ProblemException(Problem.inField("protection.note-empty", "text"));
        }
        if (words.length() > Note.TEXT_MAX) {
            throw new ProblemException(Problem.inField("protection.note-too-long", "text"));
        }
        return words;
    }
}
