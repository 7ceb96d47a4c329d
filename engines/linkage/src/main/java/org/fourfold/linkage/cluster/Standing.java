package org.fourfold.linkage.cluster;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.fourfold.linkage.records.RecordName;

/**
 * What follows from judgements on one day, whatever records there are: the last word of everybody about every pair.
 *
 * @param same pairs that are one record's person, without those in dispute
 * @param different pairs that stay apart
 * @param unsure pairs of which nobody said more than that
 * @param contradictions what cannot be true at once, the first {@link #TOLD_MAX}, for a person to decide
 * @param contradicting how many there are
 * @param disputed pairs judged to be one that wait for such a decision
 */
public record Standing(
        List<Pair> same,
        List<Pair> different,
        List<Pair> unsure,
        List<Contradiction> contradictions,
        int contradicting,
        List<Pair> disputed) {

    /** Contradictions that are told with their chain; more are counted. */
    public static final int TOLD_MAX = 200;

    /** Records of all chains that are told, together; what is longer is counted, and its pairs are among the disputed. */
    public static final int CHAINS_MAX = 200_000;

    /** Two records, the one whose name comes first as {@code a}. */
    public record Pair(RecordName a, RecordName b) implements Comparable<Pair> {

        private static final Comparator<Pair> ORDER =
                Comparator.comparing(Pair::a).thenComparing(Pair::b);

        @Override
        public int compareTo(Pair other) {
            return ORDER.compare(this, other);
        }
    }

    public static final Standing NOTHING = of(List.of());

    /** Keeps copies. */
    public Standing {
        same = List.copyOf(same);
        different = List.copyOf(different);
        unsure = List.copyOf(unsure);
        contradictions = List.copyOf(contradictions);
        disputed = List.copyOf(disputed);
    }

    /** What follows from judgements that all hold on the day. */
    static Standing of(List<Judgement> judgements) {
        return new Reckoning(judgements).standing();
    }

    private static final class Reckoning {

        private final TreeMap<Pair, List<Judgement>> lastWords = new TreeMap<>();
        private final List<Pair> same = new ArrayList<>();
        private final List<Pair> different = new ArrayList<>();
        private final List<Pair> unsure = new ArrayList<>();
        private final TreeSet<Pair> disputed = new TreeSet<>();
        private final List<Contradiction> told = new ArrayList<>();
        private int contradicting;
        private int chained;

        Reckoning(List<Judgement> judgements) {
            Map<Pair, List<Judgement>> byPair = new HashMap<>();
            for (Judgement each : judgements) {
                byPair.computeIfAbsent(new Pair(each.a(), each.b()), pair -> new ArrayList<>())
                        .add(each);
            }
            byPair.forEach((pair, said) -> lastWords.put(pair, lastWords(said)));
            lastWords.forEach(this::decide);
        }

        /** Of each person the latest; what they said at the same instant stands side by side. */
        private static List<Judgement> lastWords(List<Judgement> said) {
            Map<String, Judgement> latest = new HashMap<>();
            for (Judgement each : said) {
                Judgement _ = latest.merge(
                        each.who(), each, (old, other) -> other.when().isAfter(old.when()) ? other : old);
            }
            return said.stream()
                    .filter(each -> latest.getOrDefault(each.who(), each).when().equals(each.when()))
                    .sorted()
                    .toList();
        }

        private void decide(Pair pair, List<Judgement> said) {
            Set<Verdict> verdicts = EnumSet.noneOf(Verdict.class);
            said.forEach(each -> verdicts.add(each.verdict()));
            if (verdicts.contains(Verdict.SAME) && verdicts.contains(Verdict.DIFFERENT)) {
                different.add(pair);
                disputed.add(pair);
                tell(new Contradiction.BothWays(pair.a(), pair.b(), said));
            } else if (verdicts.contains(Verdict.SAME)) {
                same.add(pair);
            } else if (verdicts.contains(Verdict.DIFFERENT)) {
                different.add(pair);
            } else {
                unsure.add(pair);
            }
        }

        Standing standing() {
            JudgedGraph graph = new JudgedGraph(same);
            for (Pair pair : different) {
                if (graph.areJoined(pair)) {
                    graph.dispute(pair);
                    follow(graph, pair);
                }
            }
            disputed.addAll(graph.disputed());
            same.removeAll(disputed.isEmpty() ? Set.of() : disputed);
            return new Standing(same, different, unsure, told, contradicting, List.copyOf(disputed));
        }

        private void follow(JudgedGraph graph, Pair pair) {
            contradicting++;
            if (told.size() < TOLD_MAX && chained < CHAINS_MAX) {
                List<RecordName> chain = graph.chain(pair);
                chained += chain.size();
                if (chained <= CHAINS_MAX) {
                    told.add(chain(chain, pair));
                }
            }
        }

        private Contradiction.Chain chain(List<RecordName> chain, Pair pair) {
            List<Judgement> along = new ArrayList<>();
            for (int i = 1; i < chain.size(); i++) {
                RecordName one = chain.get(i - 1);
                RecordName other = chain.get(i);
                along.addAll(
                        said(one.compareTo(other) < 0 ? new Pair(one, other) : new Pair(other, one), Verdict.SAME));
            }
            return new Contradiction.Chain(chain, along, said(pair, Verdict.DIFFERENT));
        }

        private List<Judgement> said(Pair pair, Verdict verdict) {
            return lastWords.getOrDefault(pair, List.of()).stream()
                    .filter(each -> each.verdict() == verdict)
                    .toList();
        }

        private void tell(Contradiction contradiction) {
            contradicting++;
            if (told.size() < TOLD_MAX) {
                told.add(contradiction);
            }
        }
    }
}
