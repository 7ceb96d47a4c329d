package org.fourfold.linkage.explain;

import java.util.List;
import java.util.Optional;
import org.fourfold.linkage.records.RecordName;

/**
 * What holds a cluster together. Its joins are the spanning tree of its strongest pairs: judgements first, then pairs that a rule
 * brought together and that are strong enough to join, the strongest first. A clusterer that refused a strong pair at first may
 * have joined in another order; what links at least all members is the same.
 *
 * @param members in the records' own order
 * @param joins one fewer than members, in order
 * @param undo of the weakest join; empty for a single record
 * @param contradictions pairs whose evidence speaks against, the worst first, at most {@link #CONTRADICTIONS_MAX}
 * @param contradicting how many there are
 * @param judgements on pairs of its members
 */
public record ClusterExplanation(
        String model,
        String version,
        boolean persons,
        List<RecordName> members,
        List<Join> joins,
        Optional<Undo> undo,
        List<Contradiction> contradictions,
        int contradicting,
        List<AppliedJudgement> judgements) {

    public static final int CONTRADICTIONS_MAX = 100;

    /** What made a join. */
    public enum By {
        /** A person judged the two to be one. */
        JUDGEMENT,
        /** The pair was strong enough. */
        PAIR,
        /** No such pair links the two parts: they came together by other means, and this is the strongest between them. */
        OTHER
    }

    /**
     * Two parts of the cluster become one.
     *
     * @param weightParts of the pair, the prior included, in parts of a bit
     * @param left members of the part that has {@code a}
     * @param right members of the part that has {@code b}
     */
    public record Join(RecordName a, RecordName b, By by, int weightParts, int left, int right) {}

    /** A pair whose evidence speaks against, in parts of a bit without the prior. */
    public record Contradiction(RecordName a, RecordName b, int evidenceParts) {}

    /**
     * What would have to change for the cluster to fall in two.
     *
     * @param weakest the join whose loss splits it
     * @param pair the same, explained
     * @param left the members on the side of {@code a}
     * @param right those on the side of {@code b}
     * @param bridges pairs between the two sides that are strong enough to join, this one counted
     * @param enough the fewest findings of the weakest pair without which it would not be strong enough; empty if it is not
     * @param edgeBits from which weight on a pair may join, in bits
     */
    public record Undo(
            Join weakest,
            PairExplanation pair,
            List<RecordName> left,
            List<RecordName> right,
            int bridges,
            List<Finding> enough,
            double edgeBits) {
        public Undo {
            left = List.copyOf(left);
            right = List.copyOf(right);
            enough = List.copyOf(enough);
        }
    }

    public ClusterExplanation {
        members = List.copyOf(members);
        joins = List.copyOf(joins);
        contradictions = List.copyOf(contradictions);
        judgements = List.copyOf(judgements);
    }
}
