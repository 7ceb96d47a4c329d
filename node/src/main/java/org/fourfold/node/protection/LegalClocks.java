package org.fourfold.node.protection;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.CaseFileId;
import org.fourfold.node.frame.Database;
import org.fourfold.node.protection.clock.FactKind;
import org.fourfold.node.protection.clock.RulePack;
import org.fourfold.node.protection.clock.When;
import org.fourfold.node.protection.internal.Gate;
import org.fourfold.node.protection.internal.RuleReviewing;
import org.fourfold.node.protection.internal.Timekeeping;
import org.fourfold.node.trust.Keyring;

/**
 * Deadlines of the law: what was told of a file starts and stops them, by rules that a lawyer of the house reviews. Each
 * method asks the one decision first; refusals are recorded and thrown as {@link
 * org.fourfold.node.frame.RefusedException}. What can be mended comes as {@link org.fourfold.node.frame.ProblemException},
 * placed in the fields day, month, year, time and proof. None of it is legal advice. Threads: safe.
 */
public final class LegalClocks {

    /** Facts that one file may hold, the struck ones too. */
    public static final int FACTS_MAX = 200;

    /** How often one fact may be corrected. */
    public static final int REVISIONS_MAX = 50;

    /** The longest that the proof of a fact may be, in characters. */
    public static final int PROOF_MAX = 300;

    /** How many deadlines a desk may show. */
    public static final int DUE_MAX = 100;

    private final Timekeeping timekeeping;
    private final RuleReviewing reviewing;

    /** What a fact says of itself. */
    public record Told(When when, String proof) {}

    public LegalClocks(
            Database database,
            Keyring keyring,
            InstantSource clock,
            RandomGenerator random,
            Supplier<ZoneId> zone,
            List<RulePack> packs) {
        Gate gate = new Gate(database);
        this.timekeeping = new Timekeeping(gate, keyring, clock, random, zone, packs);
        this.reviewing = new RuleReviewing(gate, clock, random, packs);
    }

    /**
     * The nearest deadline that still needs somebody, of a file that its reader has before them: one clock, or none. Needs no
     * decision of its own, for it is reckoned from what the reader was shown.
     */
    public FileClocks nearest(FileView view) {
        return timekeeping.nearest(view);
    }

    /** The clocks that the actor may see. */
    public FileClocks of(Actor actor, CaseFileId file) {
        return timekeeping.of(actor, file);
    }

    /**
     * Writes a fact down.
     *
     * @param of the fact whose clock it stops, if it was told of one
     */
    public void tell(Actor actor, CaseFileId file, FactKind kind, Told told, Optional<UUID> of) {
        timekeeping.tell(actor, file, kind, told, of);
    }

    /** Puts another date or proof in the place of what was wrong; the earlier ones are kept. */
    public void correct(Actor actor, CaseFileId file, FactKind kind, UUID fact, int baseRevision, Told told) {
        timekeeping.correct(actor, file, kind, fact, baseRevision, told);
    }

    /** It did not happen: from now on it starts and stops nothing. */
    public void strike(Actor actor, CaseFileId file, FactKind kind, UUID fact, int baseRevision) {
        timekeeping.strike(actor, file, kind, fact, baseRevision);
    }

    /** What is on the actor's desk in this role, the soonest first; at most {@link #DUE_MAX}. */
    public List<DueClock> due(Actor actor) {
        return timekeeping.due(actor);
    }

    /** The rules, and what was said of them here. */
    public ReviewedPacks rules(Actor actor) {
        return reviewing.rules(actor);
    }

    /** A lawyer's word on a rule in today's version of its pack. */
    public void review(Actor actor, String rule, RuleReview.Verdict verdict, String words) {
        reviewing.review(actor, rule, verdict, words);
    }
}
