package org.fourfold.node.protection;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.CaseFileId;
import org.fourfold.node.frame.Database;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.protection.internal.Gate;
import org.fourfold.node.protection.internal.HandingOver;
import org.fourfold.node.protection.internal.Overriding;
import org.fourfold.node.registry.Organisation;
import org.fourfold.node.trust.Keyring;

/**
 * Handing over against the consent rules when life or health is in danger: a coded reason, written words, a second person.
 * Never what the person withheld, never to an immigration authority, a funder or a shared store. Each method asks the one
 * decision first. Threads: safe.
 */
public final class Overrides {

    /** The shortest and the longest that the reason's words may be; in characters. */
    public static final int WORDS_MIN = 10;

    public static final int WORDS_MAX = 2_000;

    private static final int SHOWN_MAX = 20;

    private final Overriding overriding;

    public Overrides(Database database, Keyring keyring, InstantSource clock, RandomGenerator random) {
        Gate gate = new Gate(database);
        this.overriding = new Overriding(gate, keyring, new HandingOver(gate, keyring, clock, random), clock, random);
    }

    /** All of a file that the actor may know: whoever asked at night knows their own. */
    public Overridden of(Actor actor, CaseFileId file) {
        return overriding.of(actor, file);
    }

    /** What waits for the actor. */
    public List<OverrideLine> waiting(Actor actor) {
        return overriding.waiting(actor, SHOWN_MAX);
    }

    /** Asks for one; it holds for a day from now once a second person approved it. Throws ProblemException with every fault. */
    @com.google.errorprone.annotations.CanIgnoreReturnValue
    public UUID ask(Actor actor, CaseFileId file, Organisation recipient, OverrideWish wish) {
        List<Problem> faults = new ArrayList<>();
        if (wish.groups().isEmpty()) {
            faults.add(Problem.inField("protection.consent-groups", "groups"));
        }
        int length = wish.words().strip().length();
        if (length < WORDS_MIN || length > WORDS_MAX) {
            faults.add(Problem.inField("protection.override-words", "words"));
        }
        if (!faults.isEmpty()) {
            throw new ProblemException(faults);
        }
        return overriding.ask(actor, file, recipient, wish);
    }

    /** The second person's word, on their own sign-in. */
    public void answer(Actor actor, CaseFileId file, UUID override, boolean granted) {
        overriding.answer(actor, file, override, granted);
    }

    /** Asks the gate; a refusal is an answer here. */
    public Sharing handOver(Actor actor, CaseFileId file, UUID override) {
        return overriding.handOver(actor, file, override);
    }

    /** The person was told what went out without their consent, and why. */
    public void told(Actor actor, CaseFileId file, UUID override) {
        overriding.told(actor, file, override);
    }
}
