package org.fourfold.node.protection;

import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.fourfold.linkage.NameKeys;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.CaseFileId;
import org.fourfold.node.frame.Database;
import org.fourfold.node.frame.MemberId;
import org.fourfold.node.frame.NoRoomException;
import org.fourfold.node.frame.Operation;
import org.fourfold.node.frame.Slice;
import org.fourfold.node.protection.internal.Emergencies;
import org.fourfold.node.protection.internal.Ending;
import org.fourfold.node.protection.internal.Finding;
import org.fourfold.node.protection.internal.Gate;
import org.fourfold.node.protection.internal.HandingOver;
import org.fourfold.node.protection.internal.HtcdsExport;
import org.fourfold.node.protection.internal.HtcdsImport;
import org.fourfold.node.protection.internal.Openings;
import org.fourfold.node.protection.internal.Reading;
import org.fourfold.node.registry.Htcds;
import org.fourfold.node.trust.Keyring;
import org.fourfold.node.trust.Reserve;

/**
 * Case files of people in care. Each method asks the one decision first; a refusal is recorded and thrown as
 * {@link org.fourfold.node.frame.RefusedException}, which never tells whether the file exists. What a person can mend
 * comes as {@link org.fourfold.node.frame.ProblemException}; while the node is locked everything throws
 * {@link org.fourfold.node.frame.LockedException}. Threads: safe.
 */
public final class Protection {

    private final Openings openings;
    private final Finding finding;
    private final Reading reading;
    private final Ending ending;
    private final Emergencies emergencies;
    private final HtcdsImport htcdsImport;
    private final HtcdsExport htcdsExport;

    /** Without a reserve: on a full disk nothing is opened. */
    public Protection(Database database, Keyring keyring, InstantSource clock, RandomGenerator random) {
        this(database, keyring, Optional.empty(), clock, random);
    }

    /** With the node's reserve, by which files are opened in an emergency while the disk is full. */
    public Protection(
            Database database,
            Keyring keyring,
            Optional<Reserve> reserve,
            InstantSource clock,
            RandomGenerator random) {
        Gate gate = new Gate(database);
        NameKeys names = new NameKeys();
        this.openings = new Openings(gate, keyring, names, clock, random);
        this.finding = new Finding(gate, keyring, names);
        this.reading = new Reading(gate, keyring, openings, clock, random);
        this.ending = new Ending(gate, keyring, reading, clock);
        this.emergencies = new Emergencies(database, keyring, reading, finding, reserve, clock, random);
        Htcds htcds = Htcds.shipped();
        this.htcdsImport = new HtcdsImport(gate, keyring, openings, finding, htcds, clock, random);
        this.htcdsExport = new HtcdsExport(gate, new HandingOver(gate, keyring, clock, random), keyring, htcds);
    }

    /** Begins the first questions; kept encrypted for {@link Openings#KEPT}, only for this member. */
    public OpeningId begin(Actor actor) {
        return openings.begin(actor);
    }

    /** What was answered so far; the problem {@code protection.opening-gone} when it is finished or expired. */
    public Answers opening(Actor actor, OpeningId id) {
        return openings.answers(actor, id);
    }

    /** Keeps answers, sent or still being typed; all that there are now. */
    @com.google.errorprone.annotations.CanIgnoreReturnValue
    public Answers keep(Actor actor, OpeningId id, Answers newer) {
        return openings.keep(actor, id, newer);
    }

    /** First questions that this member began and did not finish. */
    public List<OpeningId> unfinished(Actor actor) {
        return openings.unfinished(actor);
    }

    public void drop(Actor actor, OpeningId id) {
        openings.drop(actor, id);
    }

    /** Makes the file, owned by the actor. Sent twice, it is made once. */
    @com.google.errorprone.annotations.CanIgnoreReturnValue
    public CaseFile open(Actor actor, OpeningId id) {
        return openings.finish(actor, id);
    }

    /** The files the actor may open, the newest first. */
    public Slice<FileLine> files(Actor actor, CaseState state, Optional<String> after) {
        return finding.list(actor, state, after);
    }

    /**
     * By a name as it was heard, or by a file number; words are never recorded. While the disk is full only whose files could
     * be meant.
     */
    public Found find(Actor actor, String typed) {
        try {
            return finding.find(actor, typed);
        } catch (NoRoomException full) {
            return emergencies.find(actor, typed, full);
        }
    }

    /** The file as far as the actor may see it; while the disk is full, only to who opened it in an emergency. */
    public FileView view(Actor actor, CaseFileId id) {
        try {
            return reading.view(actor, id, Operation.VIEW);
        } catch (NoRoomException full) {
            return emergencies.view(actor, id, full);
        }
    }

    /** The file read together with the person it is about, by its owner or who supervises them. */
    public FileView withPerson(Actor actor, CaseFileId id) {
        return reading.withPerson(actor, id);
    }

    /**
     * The short sheet that the person takes along; forbidden where they said that nothing may be on paper.
     *
     * @param wanted the person wants it now all the same
     */
    public OwnSheet sheet(Actor actor, CaseFileId id, boolean wanted) {
        return reading.sheet(actor, id, wanted);
    }

    /** The file for paper: recorded as a print, and narrower. */
    public FileView print(Actor actor, CaseFileId id) {
        return reading.view(actor, id, Operation.PRINT);
    }

    /** The file without what is in it, for who may see who consulted it: its owner and who supervises them. */
    public CaseFile readers(Actor actor, CaseFileId id) {
        return reading.readers(actor, id);
    }

    /**
     * Before who consulted a file is shown to the privacy officer, who oversees the reading, for that purpose, and sees no
     * file herself: refused to everybody else.
     */
    public void overseeReaders(Actor actor) {
        reading.overseeReaders(actor);
    }

    /** The actor's own open files, without what is in them; the newest, at most 500. */
    public List<CaseFile> own(Actor actor) {
        return reading.own(actor);
    }

    /** Before the record of the file is sealed for somebody outside: refused unless the actor may see who read it. */
    public void askForRecord(Actor actor, CaseFileId id) {
        reading.askForRecord(actor, id);
    }

    /**
     * Makes a case file of the actor's of each row of an HTCDS table (docs/formats/htcds.md). What a field may not hold is
     * kept as it came and told; a row that cannot be read is refused and told; a table that cannot be read at all comes as a
     * problem. Each file is whole or not there.
     *
     * @param dryRun report only, write no file
     */
    public HtcdsReport importHtcds(Actor actor, InputStream table, boolean dryRun) throws IOException {
        return htcdsImport.run(actor, table, dryRun);
    }

    /**
     * Writes the actor's files, and those of the team they supervise, as an HTCDS table for use inside the house. The
     * problems of a choice come before the first character.
     *
     * @return how many files went out
     */
    public long exportHtcds(Actor actor, HtcdsChoice choice, Writer out) {
        return htcdsExport.run(actor, choice, out);
    }

    /** Answers one question anew. The earlier answers stay as earlier revisions. */
    public void answer(Actor actor, CaseFileId id, Question question, Answers answers) {
        reading.answer(actor, id, question.fields(), answers);
    }

    /** The same for fields that are no first question: what was done under duress, and the migration status. */
    public void answer(Actor actor, CaseFileId id, List<Field> fields, Answers answers) {
        reading.answer(actor, id, fields, answers);
    }

    /**
     * Writes a note, or a new revision of it. Sent twice, it is written once.
     *
     * @param baseRevision the revision the form was opened on; 0 for a new note
     */
    @com.google.errorprone.annotations.CanIgnoreReturnValue
    public NoteWriting writeNote(Actor actor, CaseFileId id, NoteId note, int baseRevision, String text) {
        return writeNote(actor, id, note, baseRevision, Optional.empty(), text);
    }

    /** The same for what was told on another day than it is typed. */
    @com.google.errorprone.annotations.CanIgnoreReturnValue
    public NoteWriting writeNote(
            Actor actor, CaseFileId id, NoteId note, int baseRevision, Optional<LocalDate> toldOn, String text) {
        return reading.writeNote(actor, id, note, baseRevision, toldOn, text);
    }

    /**
     * Strikes a note that does not belong in this file, such as another person's words: it stays readable here with the
     * reason, is changed no more, and goes neither out nor onto paper nor to the person. Sent twice, it is struck once. The
     * problems {@code protection.note-why}, and {@code protection.note-changed} where it was changed since it was read.
     *
     * @param baseRevision the revision that was read
     */
    @com.google.errorprone.annotations.CanIgnoreReturnValue
    public Note strikeNote(Actor actor, CaseFileId id, NoteId note, int baseRevision, String why) {
        return reading.strikeNote(actor, id, note, baseRevision, why);
    }

    public Optional<Note> note(Actor actor, CaseFileId id, NoteId note) {
        return reading.note(actor, id, note);
    }

    /** Keeps a note that is being typed, under the file's key, for {@link Reading#DRAFT_KEPT}. */
    public void keepDraft(Actor actor, CaseFileId id, NoteDraft draft) {
        reading.keepDraft(actor, id, draft);
    }

    public Optional<NoteDraft> draft(Actor actor, CaseFileId id, NoteId note) {
        return reading.draft(actor, id, note);
    }

    /** Closes a file; {@code CLOSING_REASON} must be given. */
    public void close(Actor actor, CaseFileId id, Answers reason) {
        ending.close(actor, id, reason);
    }

    public void reopen(Actor actor, CaseFileId id) {
        ending.reopen(actor, id);
    }

    /** Seals: from then on only the owner and the file's lawyer know that it exists. Unseals: the same, undone. */
    public void seal(Actor actor, CaseFileId id, boolean sealed) {
        ending.seal(actor, id, sealed);
    }

    /** Destroys the key, every text, token and draft. Cannot be undone. */
    @com.google.errorprone.annotations.CanIgnoreReturnValue
    public ErasureReceipt erase(Actor actor, CaseFileId id) {
        return ending.erase(actor, id);
    }

    public ErasureReceipt receipt(Actor actor, CaseFileId id) {
        return ending.receipt(actor, id);
    }

    public void nameLawyer(Actor actor, CaseFileId id, MemberId lawyer) {
        ending.nameLawyer(actor, id, lawyer);
    }

    /** Opens somebody else's file for three hours, with a written reason; its owner is told at once. */
    public void breakGlass(Actor actor, CaseFileId id, String reason) {
        emergencies.open(actor, id, reason);
    }

    /** Emergency openings that the actor is told of or has to review. */
    public List<BrokenGlass> emergencies(Actor actor) {
        return emergencies.waiting(actor);
    }

    public void review(Actor actor, UUID emergency) {
        emergencies.review(actor, emergency);
    }

    /** Housekeeping: takes the reserve's room, and brings what was kept in it while the disk was full into the record. */
    public void bringInReserve() {
        emergencies.bringIn();
    }
}
