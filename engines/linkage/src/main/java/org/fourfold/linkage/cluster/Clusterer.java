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
        this.watches =
                all.stream().map(rule -> JoinWatch.of(rule, clusters)).toArray(JoinWatch[]::new);
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
        EdgeIndex edgesOf = index(edges);
        begin(constraints.sameA(), constraints.sameB());
        joinAll(edgesOf, StrongestFirst.of(edges, least(priorParts)), priorParts);
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
        EdgeIndex edgesOf = index(edges);
        int[] same = java.util.stream.IntStream.range(0, constraints.sameA().length)
                .filter(i -> within.get(constraints.sameA()[i]))
                .toArray();
        begin(pick(constraints.sameA(), same), pick(constraints.sameB(), same));
        int[] strongest = strongest(edgesOf, members, least(priorParts));
        if (Arrays.stream(strongest).anyMatch(place -> !within.get(edges.b()[place]))) {
            throw new IllegalArgumentException(
                    "an edge leads out of the members: give whole components, of before and after the change");
        }
        joinAll(edgesOf, strongest, priorParts);
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

    private static int[] strongest(EdgeIndex edges, int[] members, int least) {
        int size = 0;
        for (int member : members) {
            size += edges.end(member) - edges.start(member);
        }
        int[] places = new int[size];
        int at = 0;
        for (int member : members) {
            for (int place = edges.start(member); place < edges.end(member); place++) {
                places[at++] = place;
            }
        }
        return StrongestFirst.of(edges.edges(), places, size, least);
    }

    /** Which records can come together at all. */
    public Components components(Edges edges, int priorParts) {
        return Components.of(clusters.records(), edges, least(priorParts), constraints);
    }

    /** What was refused in the last run. */
    public Refusals refusals() {
        return index == null ? new Refusals(java.util.Map.of()) : refused.refusals(index.edges(), clusters);
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

    private EdgeIndex index(Edges edges) {
        EdgeIndex made = index;
        if (made == null || !made.isOf(edges)) {
            made = new EdgeIndex(edges, clusters.records());
            index = made;
        }
        return made;
    }

    /** The weakest edge that is looked at. */
    private int least(int priorParts) {
        double edge = pooling.map(look -> Math.min(look.from(), rules.edge())).orElse(rules.edge());
        return Weights.parts(edge) - priorParts;
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

    private void joinAll(EdgeIndex edgesOf, int[] strongest, int priorParts) {
        int[] a = edgesOf.edges().a();
        int[] b = edgesOf.edges().b();
        int[] evidence = edgesOf.edges().evidence();
        int mean = Weights.parts(rules.mean()) - priorParts;
        int strong = Weights.parts(rules.edge()) - priorParts;
        for (int place : strongest) {
            int left = clusters.find(a[place]);
            int right = clusters.find(b[place]);
            if (left != right && (evidence[place] >= strong || agreeAsWholes(left, right, priorParts))) {
                boolean weak = evidence[place] < strong;
                Refusal.@Nullable Reason reason = refusal(edgesOf, weak ? -1 : place, left, right, mean);
                if (reason == null) {
                    unite(left, right);
                } else {
                    refused.add(reason, place);
                }
            }
        }
    }

    /** Two single records say no more together than their edge says, which is too little. */
    private boolean agreeAsWholes(int left, int right, int priorParts) {
        long pairs = (long) clusters.size(left) * clusters.size(right);
        return pairs > 1
                && pairs <= rules.pairs()
                && pooled.isPresent()
                && pooled.get().agree(left, right, Weights.parts(pooling.orElse(Pooling.USUAL).least()) - priorParts);
    }

    /** Why two clusters are not joined by an edge, given by its place, or below 0 if they agree as wholes; null if they are. */
    private Refusal.@Nullable Reason refusal(EdgeIndex edgesOf, int place, int left, int right, int mean) {
        for (JoinWatch watch : watches) {
            if (!watch.mayJoin(left, right)) {
                return watch.rule().reason();
            }
        }
        long pairs = (long) clusters.size(left) * clusters.size(right);
        if (pairs > rules.pairs()) {
            return Refusal.Reason.SIZE;
        }
        boolean agree = place < 0
                || (pairs == 1
                        ? edgesOf.edges().evidence()[place] >= mean
                        : cross.agree(edgesOf, left, right, mean));
        return agree ? null : Refusal.Reason.EVIDENCE;
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
