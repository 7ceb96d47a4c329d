package org.fourfold.node.protection.internal;

import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.Event;
import org.fourfold.node.frame.Operation;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.frame.RandomIds;
import org.fourfold.node.frame.RefusedException;
import org.fourfold.node.frame.Role;
import org.fourfold.node.protection.ReviewedPacks;
import org.fourfold.node.protection.RuleReview;
import org.fourfold.node.protection.clock.RulePack;

/** What the lawyers of a house say of the rules. Nothing of any person stands there. */
public final class RuleReviewing {

    private final Gate gate;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final List<RulePack> packs;

    public RuleReviewing(Gate gate, InstantSource clock, RandomGenerator random, List<RulePack> packs) {
        this.gate = gate;
        this.clock = clock;
        this.random = random;
        this.packs = List.copyOf(packs);
    }

    public ReviewedPacks rules(Actor actor) {
        return gate.helping(actor, Operation.SEARCH, Set.of(), tx -> {
            tx.record(Event.of(Events.RULES_SHOWN));
            return new ReviewedPacks(packs, ReviewRows.latest(tx, packs));
        });
    }

    public void review(Actor actor, String rule, RuleReview.Verdict verdict, String words) {
        String said = words.strip();
        if (said.isEmpty() || said.length() > RuleReview.WORDS_MAX) {
            throw new ProblemException(Problem.inField("protection.review-words", "words"));
        }
        RulePack pack = packs.stream()
                .filter(one -> one.rules().stream().anyMatch(known -> known.id().equals(rule)))
                .findFirst()
                .orElseThrow(() -> new ProblemException(Problem.of("protection.review-unknown")));
        boolean given = gate.helping(actor, Operation.SEARCH, Set.of(), tx -> {
            if (actor.role() != Role.LAWYER) {
                tx.record(Event.of(Events.REFUSED).detail("role"));
                return false;
            }
            ReviewRows.give(
                    tx,
                    RandomIds.uuid(random),
                    actor.organisation(),
                    new RuleReview(
                            pack.jurisdiction(), pack.version(), rule, verdict, actor.member(), clock.instant(), said));
            tx.record(Event.of(Events.RULE_REVIEWED)
                    .detail(rule + ":" + pack.version() + ":" + verdict.name().toLowerCase(Locale.ROOT)));
            return true;
        });
        if (!given) {
            throw new RefusedException("role");
        }
    }
}
