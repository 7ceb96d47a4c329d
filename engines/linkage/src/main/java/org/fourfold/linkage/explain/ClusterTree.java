package org.fourfold.linkage.explain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fourfold.linkage.explain.ClusterExplanation.By;
import org.fourfold.linkage.explain.ClusterExplanation.Contradiction;
import org.fourfold.linkage.explain.ClusterExplanation.Join;
import org.fourfold.linkage.explain.ClusterExplanation.Undo;
import org.fourfold.linkage.model.FieldKind;
import org.fourfold.linkage.records.RecordName;
import org.fourfold.linkage.score.Scorer;
import org.fourfold.linkage.train.Weights;

/** The spanning tree of a cluster's strongest pairs (J. B. Kruskal, 1956): its last join is the weakest link. */
final class ClusterTree {

    private final int[] members;
    private final Explainer.Linked linked;
    private final Explainer explainer;
    private final Values values;
    private final List<AppliedJudgement> judgements;
    private final int prior;
    private final int edge;
    private final List<Link> links = new ArrayList<>();

    /** Per member the part that it is in, named by one of it. */
    private final int[] part;

    /** Two members, by their places among them. */
    private record Link(int a, int b, By by, int evidence) {}

    ClusterTree(
            int[] members,
            Explainer.Linked linked,
            Explainer explainer,
            Values values,
            Scorer scorer,
            List<AppliedJudgement> judgements) {
        this.members = members;
        this.linked = linked;
        this.explainer = explainer;
        this.values = values;
        this.judgements = judgements;
        this.prior = linked.weights().priorParts();
        this.edge = Weights.parts(linked.model().clustering().edge());
        this.part = new int[members.length];
        Arrays.setAll(part, i -> i);
        link(scorer);
    }

    private void link(Scorer scorer) {
        Map<List<RecordName>, Boolean> judged = new HashMap<>();
        for (AppliedJudgement each : judgements) {
            // The last one counts.
            judged.put(List.of(each.a(), each.b()), each.same());
            judged.put(List.of(each.b(), each.a()), each.same());
        }
        int[] first = new int[members.length];
        int[] evidence = new int[members.length];
        for (int at = 0; at < members.length; at++) {
            int i = at;
            int rest = members.length - i - 1;
            Arrays.fill(first, 0, rest, members[i]);
            scorer.score(first, Arrays.copyOfRange(members, i + 1, members.length), rest, evidence);
            for (int j = 0; j < rest; j++) {
                int other = i + 1 + j;
                Optional<Boolean> same = Optional.ofNullable(judged.get(List.of(name(i), name(other))));
                int weight = evidence[j];
                By by = same.map(yes -> yes ? By.JUDGEMENT : By.OTHER).orElseGet(() -> by(i, other, weight));
                links.add(new Link(i, other, by, weight));
            }
        }
        // The sort keeps the order of members among equals.
        links.sort(Comparator.comparing(Link::by)
                .thenComparing(Comparator.comparingInt(Link::evidence).reversed()));
    }

    private By by(int a, int b, int evidence) {
        boolean joins = evidence + prior >= edge
                && !linked.meetings().rulesOf(members[a], members[b]).isEmpty();
        return joins ? By.PAIR : By.OTHER;
    }

    ClusterExplanation explained() {
        List<Join> joins = new ArrayList<>();
        Optional<Undo> undo = Optional.empty();
        for (Link link : links) {
            int left = part[link.a()];
            int right = part[link.b()];
            if (left == right) {
                continue;
            }
            Join join = new Join(
                    name(link.a()), name(link.b()), link.by(), link.evidence() + prior, size(left), size(right));
            joins.add(join);
            if (joins.size() == members.length - 1) {
                undo = Optional.of(undo(link, join, left, right));
            }
            for (int i = 0; i < part.length; i++) {
                part[i] = part[i] == right ? left : part[i];
            }
        }
        List<Link> against = links.stream()
                .filter(link -> link.evidence() < 0)
                .sorted(Comparator.comparingInt(Link::evidence)
                        .thenComparingInt(Link::a)
                        .thenComparingInt(Link::b))
                .toList();
        return new ClusterExplanation(
                linked.model().name(),
                linked.model().version(),
                linked.model().fields().stream().anyMatch(field -> field.kind() == FieldKind.PERSON),
                names(-1),
                joins,
                undo,
                against.stream()
                        .limit(ClusterExplanation.CONTRADICTIONS_MAX)
                        .map(link -> new Contradiction(name(link.a()), name(link.b()), link.evidence()))
                        .toList(),
                against.size(),
                judgements);
    }

    private Undo undo(Link link, Join join, int left, int right) {
        PairExplanation pair = explainer.pair(members[link.a()], members[link.b()]);
        int bridges = (int) links.stream()
                .filter(each -> each.by() != By.OTHER && part[each.a()] != part[each.b()])
                .count();
        List<Finding> enough = link.by() == By.PAIR ? enough(pair) : List.of();
        return new Undo(
                join,
                pair,
                names(left),
                names(right),
                bridges,
                enough,
                linked.model().clustering().edge());
    }

    /** The strongest findings, as many as the pair must lose to be too weak. */
    private List<Finding> enough(PairExplanation pair) {
        int weight = pair.weightParts();
        List<Finding> lost = new ArrayList<>();
        List<Finding> strongest = pair.findings().stream()
                .filter(finding -> finding.parts() > 0)
                .sorted(Comparator.comparingInt(Finding::parts).reversed())
                .toList();
        for (Finding finding : strongest) {
            if (weight < edge) {
                break;
            }
            weight -= finding.parts();
            lost.add(finding);
        }
        return lost;
    }

    private RecordName name(int member) {
        return values.name(members[member]);
    }

    private int size(int of) {
        return (int) Arrays.stream(part).filter(each -> each == of).count();
    }

    /** The members of a part, or of all. */
    private List<RecordName> names(int of) {
        List<RecordName> names = new ArrayList<>();
        for (int i = 0; i < part.length; i++) {
            if (of < 0 || part[i] == of) {
                names.add(name(i));
            }
        }
        return names;
    }
}
