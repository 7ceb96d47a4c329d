package org.fourfold.node.protection;

import java.time.YearMonth;
import java.util.List;
import java.util.random.RandomGenerator;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.Database;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.protection.internal.Gate;
import org.fourfold.node.protection.internal.Unmet;

/**
 * What could not be given, counted by month. For those who look after the house; others are refused as
 * {@link org.fourfold.node.frame.RefusedException}. Needs no key, for it holds nothing of anybody. Threads: safe.
 */
public final class UnmetNeeds {

    private final Unmet unmet;

    public UnmetNeeds(Database database, RandomGenerator random) {
        this.unmet = new Unmet(new Gate(database), random);
    }

    /** Counts one; throws ProblemException where the number of persons is none. */
    public void note(Actor actor, UnmetNeed need) {
        if (need.persons() < 1 || need.persons() > UnmetNeed.PERSONS_MAX) {
            throw new ProblemException(Problem.inField("protection.unmet-persons", "persons"));
        }
        unmet.note(actor, need);
    }

    /** The counts of the months from the first to the last, both included; the latest month first. */
    public List<UnmetCount> counts(Actor actor, YearMonth first, YearMonth last) {
        return unmet.counts(actor, first, last);
    }
}
