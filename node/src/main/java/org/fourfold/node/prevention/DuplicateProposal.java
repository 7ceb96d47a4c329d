package org.fourfold.node.prevention;

import java.util.List;
import java.util.UUID;

/**
 * Two incidents of two sources that may be one.
 *
 * @param bits what all comparisons together say, how rare one incident is among all pairs included: 0 is as likely as not, each bit
 *     doubles the odds; learnt from the reports themselves and not calibrated
 * @param reasons what agrees and what speaks against, in the order of the model
 */
public record DuplicateProposal(IncidentPair pair, double bits, List<Reason> reasons) {

    /** Fewest bits at which a proposal is called strong, and fair: odds of a thousand, and of thirty, to one. */
    private static final double STRONG = 10;

    private static final double FAIR = 5;

    public DuplicateProposal {
        reasons = List.copyOf(reasons);
    }

    /** How much there is for it. */
    public enum Strength {
        STRONG,
        FAIR,
        WEAK
    }

    /**
     * One comparison of which both reports say something.
     *
     * @param part what is compared, as the model calls it
     * @param level how well it agrees, from 1; 0 when it does not
     * @param speaksFor whether that is commoner among reports of one incident than among any two
     */
    public record Reason(String part, int level, boolean speaksFor) {}

    public Strength strength() {
        return bits >= STRONG ? Strength.STRONG : bits >= FAIR ? Strength.FAIR : Strength.WEAK;
    }

    public UUID first() {
        return pair.first();
    }

    public UUID second() {
        return pair.second();
    }
}
