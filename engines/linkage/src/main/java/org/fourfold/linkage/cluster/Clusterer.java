package org.fourfold.linkage.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.fourfold.linkage.model.Clustering;
import org.fourfold.linkage.score.Edges;
import org.fourfold.linkage.score.Scorer;
import org.fourfold.linkage.train.Weights;
import org.jspecify.annotations.Nullable;

/**
 * Joins records to clusters, the strongest pair first. Two clusters are joined only when all pairs between them agree well enough
 * on average, few of them contradict, and no rule keeps them apart: one strong pair does not make a chain of strangers one person.
 *
 * <p>What a person judged comes before all evidence: records judged to be one are one from the start, whatever speaks against it,
 * and no evidence brings together what was judged to be two.
 *
 * <p>The order of edges and of judgements changes nothing. For one thread. Memory: 20 bytes a record, 8 to 12 more for each rule.
 */
public final class Clusterer {

    private final Clustering rules;
    private final Constraints constraints;
    private final Partition clusters;
    private final CrossPairs cross;
    private final Optional<Pooling> pooling;
    private final Optional<PooledPairs> pooled;
    private final JoinWatch[] watches;
    private final RefusalLog refused = new RefusalLog();
    private final List<Contradiction> contradictions = new ArrayList<>();
    private @Nullable EdgeIndex index;

    /** With no judgement and no rule but those of evidence. */
    public Clusterer(int records, Clustering rules, Scorer scorer) {
        this(records, rules, Evidence.of(scorer), Constraints.NONE, List.of(), Optional.empty());
    }

    /**
     * Clusters under judgements and rules.
     *
     * @param records how many
     * @param evidence for pairs that are no edges
     * @param constraints what was judged
     * @param joinRules who must not come together whatever the evidence
     * @param pooling how pairs are looked at that are too weak by themselves; empty if they are not
     */
    public Clusterer(
            int records,
            Clustering rules,
            Evidence evidence,
            Constraints constraints,
            List<JoinRule> joinRules,
            Optional<Pooling> pooling) {
        this.rules = rules;
        this.constraints = constraints;
        this.clusters = new Partition(records);
        this.cross = new CrossPairs(rules, clusters, evidence);
        this.pooling = pooling;
        this.pooled = pooling.map(look -> new PooledPairs(rules, look, clusters, evidence));
        List<JoinRule> all = new ArrayList<>(joinRules);
        if (!(constraints.different() instanceof PairsApart pairs && pairs.isEmpty())) {
            all.addFirst(constraints.different());
        }
        this.watches = all.stream().map(rule -> JoinWatch.of(rule, clusters)).toArray(JoinWatch[]::new);
    }

    /**
     * Clusters all records.
     *
     * @param priorParts the odds before anything is known, in parts of a bit
     * @return per record its cluster: the number of the cluster's first record
     */
    public int[] cluster(Edges edges, int priorParts) {
        for (int record = 0; record < clusters.records(); record++) {
            alone(record);
        }
        EdgeIndex edgesOf = new EdgeIndex(edges, clusters.records());
        index = edgesOf;
        begin(constraints.sameA(), constraints.sameB());
        joinStrong(edgesOf, StrongestFirst.of(edges, strong(priorParts), Integer.MAX_VALUE), priorParts);
        if (pooled.isPresent()) {
            joinWeak(pooled.get(), StrongestFirst.of(edges, least(priorParts), strong(priorParts)), priorParts);
        }
        return clusters.lowest();
    }

    /**
     * Clusters the members of some components again and leaves all others as they are. Gives what {@link #cluster} gives over all
     * records.
     *
     * @param edges all edges, as they are now
     * @param members whole components: those in which the records were before the change ({@link Components#touchedBy}), ascending
     * @param before per record its cluster before the change
     * @return per record its cluster; a new array
     */
    public int[] recluster(Edges edges, int priorParts, int[] members, int[] before) {
        BitSet within = new BitSet();
        for (int member : members) {
            alone(member);
            within.set(member);
        }
        EdgeIndex edgesOf = new EdgeIndex(edges, clusters.records());
        index = edgesOf;
        int[] same = java.util.stream.IntStream.range(0, constraints.sameA().length)
                .filter(i -> within.get(constraints.sameA()[i]))
                .toArray();
        begin(pick(constraints.sameA(), same), pick(constraints.sameB(), same));
        int[] places = edgesOf.placesOf(members);
        for (int place : places) {
            if (edges.evidence()[place] >= least(priorParts) && !within.get(edges.b()[place])) {
                throw new IllegalArgumentException(
                        "an edge leads out of the members: give whole components, of before and after the change");
            }
        }
        joinStrong(edgesOf, StrongestFirst.of(edges, places, strong(priorParts), Integer.MAX_VALUE), priorParts);
        if (pooled.isPresent()) {
            joinWeak(pooled.get(), StrongestFirst.of(edges, places, least(priorParts), strong(priorParts)), priorParts);
        }
        int[] after = before.clone();
        int[] first = new int[members.length];
        for (int member : members) {
            int at = Arrays.binarySearch(members, clusters.find(member));
            first[at] = first[at] == 0 ? member + 1 : first[at];
            after[member] = first[at] - 1;
        }
        return after;
    }

    private static int[] pick(int[] values, int[] places) {
        return Arrays.stream(places).map(place -> values[place]).toArray();
    }

    /** Which records can come together at all. */
    public Components components(Edges edges, int priorParts) {
        return Components.of(clusters.records(), edges, least(priorParts), constraints);
    }

    /** What was refused in the last run. */
    public Refusals refusals() {
        return index == null ? new Refusals(java.util.Map.of()) : refused.refusals(index, clusters);
    }

    /** Records judged to be one that the last run kept apart because their sources must not be linked. */
    public List<Contradiction> contradictions() {
        return List.copyOf(contradictions);
    }

    /** Joins that the guard against giants refused. */
    public long refusedBySize() {
        return refused.edges(Refusal.Reason.SIZE);
    }

    /** Joins that were refused because the clusters' other pairs spoke against it. */
    public long refusedByEvidence() {
        return refused.edges(Refusal.Reason.EVIDENCE);
    }

    /** Evidence from which on an edge may join two records. */
    private int strong(int priorParts) {
        return strong(rules, priorParts);
    }

    private static int strong(Clustering rules, int priorParts) {
        return Weights.parts(rules.edge()) - priorParts;
    }

    /** The weakest edge that is looked at. */
    private int least(int priorParts) {
        return least(rules, pooling, priorParts);
    }

    /** Evidence of the weakest edge that is looked at: what is below it brings no two records into one component. */
    public static int least(Clustering rules, Optional<Pooling> pooling, int priorParts) {
        int strong = strong(rules, priorParts);
        return pooling.map(look -> Math.min(strong, Weights.parts(look.from()) - priorParts))
                .orElse(strong);
    }

    private void alone(int record) {
        clusters.alone(record);
        for (JoinWatch watch : watches) {
            watch.alone(record);
        }
    }

    /** What was judged to be one is one, unless who wrote the records must not be linked. */
    private void begin(int[] sameA, int[] sameB) {
        refused.clear();
        contradictions.clear();
        for (int i = 0; i < sameA.length; i++) {
            int left = clusters.find(sameA[i]);
            int right = clusters.find(sameB[i]);
            if (left == right) {
                continue;
            }
            if (isForbidden(left, right)) {
                contradictions.add(new Contradiction.Forbidden(sameA[i], sameB[i]));
            } else {
                unite(left, right);
            }
        }
    }

    private boolean isForbidden(int left, int right) {
        for (JoinWatch watch : watches) {
            boolean stronger = watch.rule().reason() == Refusal.Reason.FORBIDDEN_SOURCES
                    || watch.rule().reason() == Refusal.Reason.JUDGED_DIFFERENT;
            if (stronger && !watch.mayJoin(left, right)) {
                return true;
            }
        }
        return false;
    }

    private void joinStrong(EdgeIndex edgesOf, long[] strongest, int priorParts) {
        int mean = Weights.parts(rules.mean()) - priorParts;
        // An edge that may join is enough for two single records, unless the model asks for more on average.
        boolean enough = mean <= strong(priorParts);
        for (long pair : strongest) {
            int left = clusters.find((int) (pair >>> Integer.SIZE));
            int right = clusters.find((int) pair);
            if (left == right) {
                continue;
            }
            Refusal.@Nullable Reason reason = refusal(left, right);
            if (reason == null) {
                boolean single = enough && clusters.size(left) + clusters.size(right) == 2;
                reason = single || cross.agree(edgesOf, left, right, mean) ? null : Refusal.Reason.EVIDENCE;
            }
            conclude(pair, left, right, reason);
        }
    }

    /** Two single records say no more together than their edge says, which is too little. */
    private void joinWeak(PooledPairs wholes, long[] strongest, int priorParts) {
        int enough = Weights.parts(pooling.orElse(Pooling.USUAL).least()) - priorParts;
        for (long pair : strongest) {
            int left = clusters.find((int) (pair >>> Integer.SIZE));
            int right = clusters.find((int) pair);
            long pairs = (long) clusters.size(left) * clusters.size(right);
            if (left != right && pairs > 1 && pairs <= rules.pairs() && wholes.agree(left, right, enough)) {
                conclude(pair, left, right, refusal(left, right));
            }
        }
    }

    /** Why two clusters are not to be joined whatever their evidence; null if nothing hinders it. */
    private Refusal.@Nullable Reason refusal(int left, int right) {
        for (JoinWatch watch : watches) {
            if (!watch.mayJoin(left, right)) {
                return watch.rule().reason();
            }
        }
        boolean large = (long) clusters.size(left) * clusters.size(right) > rules.pairs();
        return large ? Refusal.Reason.SIZE : null;
    }

    private void conclude(long pair, int left, int right, Refusal.@Nullable Reason reason) {
        if (reason == null) {
            unite(left, right);
        } else {
            refused.add(reason, pair);
        }
    }

    private void unite(int left, int right) {
        int into = clusters.larger(left, right);
        int from = into == left ? right : left;
        clusters.join(into, from);
        for (JoinWatch watch : watches) {
            watch.joined(into, from);
        }
    }
}
