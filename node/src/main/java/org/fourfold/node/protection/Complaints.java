package org.fourfold.node.protection;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.Database;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.protection.internal.Gate;
import org.fourfold.node.protection.internal.Hearing;
import org.fourfold.node.trust.Keyring;

/**
 * Complaints about the house go to its outside trustees and to nobody in it: not to who wrote it down either, once it is sent.
 * Each has a key of its own. The record tells that one came, on no member's account. Refusals are recorded and thrown as {@link
 * org.fourfold.node.frame.RefusedException}. Threads: safe.
 *
 * <p>Limit: the keys are the house's. Against whoever changes the program on its machine only paper helps.
 */
public final class Complaints {

    private final Hearing hearing;
    private final InstantSource clock;
    private final Supplier<ZoneId> zone;

    /** @param zone where the organisation is: a complaint has the day there, and no hour */
    public Complaints(
            Database database, Keyring keyring, InstantSource clock, RandomGenerator random, Supplier<ZoneId> zone) {
        this.hearing = new Hearing(new Gate(database), keyring, random);
        this.clock = clock;
        this.zone = zone;
    }

    /**
     * Takes a complaint and gives the code of its receipt, which is kept nowhere.
     *
     * @param named whether the writer wants the trustees to know who they are
     */
    public ComplaintCode tell(Actor actor, Complaint.Whose whose, String words, boolean named) {
        String plain = words(words);
        return hearing.tell(
                actor.organisation(),
                new Complaint.Told(today(), whose, plain, named ? Optional.of(actor.member()) : Optional.empty()));
    }

    /** What came of it, for who gives the code: never what was told. Empty where there is none. */
    public Optional<Complaint> asked(Actor actor, ComplaintCode code) {
        return hearing.asked(actor, code);
    }

    /** All of them, those without an answer first; for the trustees. */
    public List<Complaint> listed(Actor trustee) {
        return hearing.listed(trustee);
    }

    /** A trustee says how it stands, in words that the person will read. */
    public void answer(Actor trustee, UUID complaint, Complaint.State state, String words) {
        String plain = words.replace("\r\n", "\n").strip();
        if (plain.length() > Complaint.WORDS_MAX || (plain.isEmpty() && state == Complaint.State.ANSWERED)) {
            throw new ProblemException(Problem.inField("protection.complaint-words", "words"));
        }
        hearing.answer(trustee, complaint, new Complaint.Step(today(), state, plain));
    }

    /** Destroys an answered one with its key; nothing of it opens anywhere any more. */
    public void forget(Actor trustee, UUID complaint) {
        hearing.forget(trustee, complaint);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone.get());
    }

    private static String words(String typed) {
        String words = typed.replace("\r\n", "\n").strip();
        if (words.isEmpty() || words.length() > Complaint.WORDS_MAX) {
            throw new ProblemException(Problem.inField("protection.complaint-words", "words"));
        }
        return words;
    }
}
