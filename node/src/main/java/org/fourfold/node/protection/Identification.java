package org.fourfold.node.protection;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.CaseFileId;
import org.fourfold.node.frame.Database;
import org.fourfold.node.frame.Operation;
import org.fourfold.node.protection.internal.Conversing;
import org.fourfold.node.protection.internal.Deciding;
import org.fourfold.node.protection.internal.Gate;
import org.fourfold.node.protection.internal.Weighing;
import org.fourfold.node.trust.Keyring;

/**
 * First conversations, the worksheet of act, means and purpose, and what competent bodies decided. Nothing here says what a
 * person is: it keeps what was told, by whom and when, and what others decided. Each method asks the one decision first; refusals
 * are recorded and thrown as {@link org.fourfold.node.frame.RefusedException}. Threads: safe.
 */
public final class Identification {

    private final Conversing conversing;
    private final Weighing weighing;
    private final Deciding deciding;

    public Identification(
            Database database, Keyring keyring, Instruments instruments, InstantSource clock, RandomGenerator random) {
        Gate gate = new Gate(database);
        this.conversing = new Conversing(gate, keyring, instruments, clock, random);
        this.weighing = new Weighing(gate, keyring, instruments, clock, random);
        this.deciding = new Deciding(gate, keyring, clock);
    }

    public Screenings screenings(Actor actor, CaseFileId file) {
        return conversing.all(actor, file);
    }

    /** A conversation as far as this member typed it; kept like the drafts of notes. */
    public Optional<ScreeningDraft> draft(Actor actor, CaseFileId file, ScreeningId screening) {
        return conversing.draft(actor, file, screening);
    }

    /** Keeps how it was held, or more of what was told; begins it where it was not begun. Throws ProblemException with every fault. */
    @com.google.errorprone.annotations.CanIgnoreReturnValue
    public ScreeningDraft keep(
            Actor actor, CaseFileId file, ScreeningId screening, Optional<Screening.Setting> setting, Replies newer) {
        return conversing.keep(actor, file, screening, setting, newer);
    }

    /** Begins a correction of what stands there. */
    @com.google.errorprone.annotations.CanIgnoreReturnValue
    public ScreeningDraft correct(Actor actor, CaseFileId file, ScreeningId screening) {
        return conversing.correct(actor, file, screening);
    }

    public void drop(Actor actor, CaseFileId file, ScreeningId screening) {
        conversing.drop(actor, file, screening);
    }

    /** Writes what was typed, as a new revision. Sent twice, it is written once. */
    @com.google.errorprone.annotations.CanIgnoreReturnValue
    public ScreeningWriting write(Actor actor, CaseFileId file, ScreeningId screening) {
        return conversing.write(actor, file, screening);
    }

    public Worksheet worksheet(Actor actor, CaseFileId file) {
        return weighing.worksheet(actor, file, Operation.VIEW);
    }

    /** The same for paper: recorded as a print, and for fewer. */
    public Worksheet printWorksheet(Actor actor, CaseFileId file) {
        return weighing.worksheet(actor, file, Operation.PRINT);
    }

    /** Adds what bears on elements and stands in no answer. Throws ProblemException with every fault. */
    public void addSign(Actor actor, CaseFileId file, Sign.Terms terms) {
        weighing.add(actor, file, terms);
    }

    /** From then on it does not count; what was written stays, and so does the reason. */
    public void setAside(Actor actor, CaseFileId file, UUID sign, String reason) {
        weighing.setAside(actor, file, sign, reason);
    }

    /** {@link Field#ACTS_FROM} and {@link Field#ACTS_UNTIL}. */
    public void time(Actor actor, CaseFileId file, Answers newer) {
        weighing.time(actor, file, newer);
    }

    public IdentificationDecisions decisions(Actor actor, CaseFileId file) {
        return deciding.of(actor, file);
    }

    /**
     * Writes what a body decided, or a correction of it; throws ProblemException with every fault.
     *
     * @param base the revision that the form was opened on; 0 for a new decision
     * @return what stands there where somebody else changed it since: then nothing was written
     */
    public Optional<IdentificationDecision> decide(
            Actor actor, CaseFileId file, UUID decision, int base, IdentificationDecision.Terms terms) {
        return deciding.write(actor, file, decision, base, terms);
    }

    /** Counts a person who does not want to be identified. Help goes on; who it was is kept nowhere. */
    public void countRefusal(Actor actor, RefusalReason reason) {
        deciding.countRefusal(actor, reason);
    }

    public List<RefusalCount> refusals(Actor actor) {
        return deciding.refusals(actor);
    }
}
