package org.fourfold.linkage.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.fourfold.linkage.model.Clustering;
import org.fourfold.linkage.score.Edges;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClustererTest {

    private static final int GRAPHS = 200;
    private static final int RECORDS = 60;

    private static JoinRule classes(RandomGraph graph, int count, ClassesApart.Apart apart) {
        return new ClassesApart(Refusal.Reason.ROLES, graph.classes(count), count, apart);
    }

    @Test
    void itGivesWhatTheSameGivesWrittenPlainly() {
        int joined = 0;
        for (long seed = 0; seed < GRAPHS; seed++) {
            RandomGraph graph = RandomGraph.of(RECORDS, seed);
            Constraints judged = graph.judged(8).constraints();
            JoinRule roles = classes(graph, 5, (a, b) -> Math.abs(a - b) == 2);
            JoinRule once = classes(graph, 200, (a, b) -> a == b);
            int[] clusters = graph.clusterer(judged, roles, once).cluster(graph.edges(), RandomGraph.PRIOR);
            assertThat(clusters)
                    .as("seed %d", seed)
                    .isEqualTo(PlainClusterer.cluster(graph, judged, List.of(roles, once), Optional.empty()));
            joined += RECORDS - (int) Arrays.stream(clusters).distinct().count();
        }
        assertThat(joined).isGreaterThan(GRAPHS * 10);
    }

    @Test
    void aSecondLookGivesWhatTheSameGivesWrittenPlainly() {
        Pooling pooling = new Pooling(-4, -1, -6);
        int more = 0;
        for (long seed = 0; seed < GRAPHS; seed++) {
            RandomGraph graph = RandomGraph.of(RECORDS, seed);
            Constraints judged = graph.judged(8).constraints();
            int[] twice = graph.clusterer(judged, pooling).cluster(graph.edges(), RandomGraph.PRIOR);
            assertThat(twice)
                    .as("seed %d", seed)
                    .isEqualTo(PlainClusterer.cluster(graph, judged, List.of(), Optional.of(pooling)));
            int[] once = graph.clusterer(judged).cluster(graph.edges(), RandomGraph.PRIOR);
            more += Arrays.equals(once, twice) ? 0 : 1;
        }
        assertThat(more).isGreaterThan(GRAPHS / 2);
    }

    @Test
    void whatOneRecordDoesNotSayAnotherOfItsClusterMay() {
        // 0 and 1 are one; 2 is too weak for either, but agrees with 0 in one thing and with 1 in another.
        Edges edges = new Edges(new int[] {0, 0, 1}, new int[] {1, 2, 2}, bits(25, 9, 9));
        Evidence evidence = new Evidence() {
            @Override
            public void score(int[] a, int[] b, int size, int[] out) {
                Arrays.fill(out, 0, size, 9 * 1024);
            }

            @Override
            public int comparisons() {
                return 2;
            }

            @Override
            public void scoreEach(int[] a, int[] b, int size, int[][] out) {
                for (int i = 0; i < size; i++) {
                    out[0][i] = a[i] == 0 ? 9 * 1024 : 0;
                    out[1][i] = a[i] == 1 ? 9 * 1024 : 0;
                }
            }
        };
        Clusterer once = new Clusterer(3, RandomGraph.RULES, evidence, Constraints.NONE, List.of(), Optional.empty());
        Clusterer twice = new Clusterer(
                3, RandomGraph.RULES, evidence, Constraints.NONE, List.of(), Optional.of(new Pooling(-2, 1, -5)));
        assertThat(once.cluster(edges, RandomGraph.PRIOR)).containsExactly(0, 0, 2);
        assertThat(twice.cluster(edges, RandomGraph.PRIOR)).containsExactly(0, 0, 0);
    }

    @Test
    void oneThingInWhichNobodyOfBothAgreesKeepsWholesApart() {
        Edges edges = new Edges(new int[] {0, 0, 1}, new int[] {1, 2, 2}, bits(25, 9, 9));
        Evidence evidence = new Evidence() {
            @Override
            public void score(int[] a, int[] b, int size, int[] out) {
                Arrays.fill(out, 0, size, 9 * 1024);
            }

            @Override
            public int comparisons() {
                return 2;
            }

            @Override
            public void scoreEach(int[] a, int[] b, int size, int[][] out) {
                Arrays.fill(out[0], 0, size, 16 * 1024);
                Arrays.fill(out[1], 0, size, -7 * 1024);
            }
        };
        for (int against : new int[] {-6, -8}) {
            Pooling pooling = new Pooling(-2, -1, against);
            int[] clusters = new Clusterer(
                            3, RandomGraph.RULES, evidence, Constraints.NONE, List.of(), Optional.of(pooling))
                    .cluster(edges, RandomGraph.PRIOR);
            assertThat(clusters[2]).as("against %d bits", against).isEqualTo(against == -6 ? 2 : 0);
        }
    }

    @Test
    void noRuleIsBrokenByAnyTwoMembers() {
        for (long seed = 0; seed < GRAPHS; seed++) {
            RandomGraph graph = RandomGraph.of(RECORDS, seed);
            // What a person judged to be one is above rules of roles: only what was judged different, here.
            Constraints judged =
                    new RandomGraph.Judged(List.of(), graph.judged(8).different()).constraints();
            // More classes than a cluster's 64 bits can tell apart.
            JoinRule rule = classes(graph, 100, (a, b) -> (a + b) % 3 == 0);
            int[] with = graph.clusterer(judged, rule).cluster(graph.edges(), RandomGraph.PRIOR);
            for (int a = 0; a < RECORDS; a++) {
                for (int b = a + 1; b < RECORDS; b++) {
                    if (with[a] == with[b]) {
                        assertThat(judged.different().keepsApart(a, b)).isFalse();
                        assertThat(rule.keepsApart(a, b)).isFalse();
                    }
                }
            }
        }
    }

    @Test
    void whatWasJudgedToBeOneIsOneWhateverSpeaksAgainstIt() {
        Edges none = new Edges(new int[0], new int[0], new int[0]);
        Constraints judged = Constraints.ofPairs(new int[][] {{0, 1}, {1, 2}}, new int[][] {});
        Clusterer clusterer =
                new Clusterer(4, RandomGraph.RULES, Said.always(-14), judged, List.of(), Optional.empty());
        assertThat(clusterer.cluster(none, RandomGraph.PRIOR)).containsExactly(0, 0, 0, 3);
    }

    @Test
    void whatWasJudgedToBeTwoStaysTwoByWhateverWayTheyMeet() {
        // 0 and 3 are different; 1 and 2 would bring them together.
        Edges chain = new Edges(new int[] {0, 1, 2}, new int[] {1, 2, 3}, bits(24, 25, 23));
        Constraints judged = Constraints.ofPairs(new int[][] {}, new int[][] {{3, 0}});
        Clusterer clusterer = new Clusterer(4, RandomGraph.RULES, Said.always(20), judged, List.of(), Optional.empty());
        assertThat(clusterer.cluster(chain, RandomGraph.PRIOR)).containsExactly(0, 0, 0, 3);
        assertThat(clusterer.refusals().of(Refusal.Reason.JUDGED_DIFFERENT).first())
                .containsExactly(new Refusal(Refusal.Reason.JUDGED_DIFFERENT, 2, 3, 23 * 1024, 3, 1));
    }

    @Test
    void aJudgementBeatsTheLimitOfOnePerSource() {
        Edges none = new Edges(new int[0], new int[0], new int[0]);
        JoinRule once = new ClassesApart(Refusal.Reason.ONE_PER_SOURCE, new int[] {1, 1}, 2, (a, b) -> a == b);
        Constraints judged = Constraints.ofPairs(new int[][] {{0, 1}}, new int[][] {});
        Clusterer clusterer =
                new Clusterer(2, RandomGraph.RULES, Said.always(-14), judged, List.of(once), Optional.empty());
        assertThat(clusterer.cluster(none, RandomGraph.PRIOR)).containsExactly(0, 0);
    }

    @Test
    void noJudgementLinksSourcesThatMustNotBeLinkedAndItIsTold() {
        Edges none = new Edges(new int[0], new int[0], new int[0]);
        JoinRule forbidden =
                new ClassesApart(Refusal.Reason.FORBIDDEN_SOURCES, new int[] {1, 2, 3}, 4, (a, b) -> a + b == 4);
        Constraints judged = Constraints.ofPairs(new int[][] {{0, 1}, {1, 2}}, new int[][] {});
        Clusterer clusterer =
                new Clusterer(3, RandomGraph.RULES, Said.always(-14), judged, List.of(forbidden), Optional.empty());
        // 0 and 2 would meet in 1; that rule also keeps 1 (twice source 2) from itself, which no pair here is.
        assertThat(clusterer.cluster(none, RandomGraph.PRIOR)).containsExactly(0, 0, 2);
        assertThat(clusterer.contradictions()).containsExactly(new Contradiction.Forbidden(1, 2));
    }

    @Test
    void victimAndSuspectAreOnlyEverProposed() {
        Edges one = new Edges(new int[] {0}, new int[] {1}, bits(25));
        Roles roles = new Roles(List.of("", "victim", "suspect"), new int[] {1, 2});
        Clusterer clusterer = new Clusterer(
                2,
                RandomGraph.RULES,
                Said.always(25),
                Constraints.NONE,
                List.of(JoinRule.roles(roles, List.of(RolePair.VICTIM_AND_SUSPECT))),
                Optional.empty());
        assertThat(clusterer.cluster(one, RandomGraph.PRIOR)).containsExactly(0, 1);
        assertThat(clusterer.refusals().proposals())
                .containsExactly(new Refusal(Refusal.Reason.ROLES, 0, 1, 25 * 1024, 1, 1));
    }

    /** Twins, or father and son: everything agrees with a third, half-empty record, and one thing speaks against the two. */
    @Test
    void aHalfEmptyRecordDoesNotMakeTwinsOne() {
        Edges edges = new Edges(new int[] {0, 1}, new int[] {1, 2}, bits(18, 17));
        Evidence between = Said.always(-8);
        Clusterer clusterer =
                new Clusterer(3, RandomGraph.RULES, between, Constraints.NONE, List.of(), Optional.empty());
        assertThat(clusterer.cluster(edges, RandomGraph.PRIOR)).containsExactly(0, 0, 2);
        assertThat(clusterer.refusals().of(Refusal.Reason.EVIDENCE).first())
                .containsExactly(new Refusal(Refusal.Reason.EVIDENCE, 1, 2, 17 * 1024, 2, 1));
    }

    @Test
    void theGuardAgainstGiantsTellsTheLargestJoinsThatItRefused() {
        // Two full houses of ten and one of eight, all alike: 10 * 10 pairs are too many, and so are 10 * 8.
        int[][] pairs = IntStream.range(0, 28)
                .boxed()
                .flatMap(a -> IntStream.range(a + 1, 28).mapToObj(b -> new int[] {a, b}))
                .toArray(int[][]::new);
        int[] house =
                IntStream.range(0, 28).map(record -> Math.min(record / 10, 2)).toArray();
        Edges edges = new Edges(
                Arrays.stream(pairs).mapToInt(pair -> pair[0]).toArray(),
                Arrays.stream(pairs).mapToInt(pair -> pair[1]).toArray(),
                Arrays.stream(pairs)
                        .mapToInt(pair -> (house[pair[0]] == house[pair[1]] ? 25 : 20) * 1024)
                        .toArray());
        Clustering rules = new Clustering(1, -6, 0.34, -15, 25, 40, false);
        Clusterer clusterer = new Clusterer(28, rules, Said.always(20), Constraints.NONE, List.of(), Optional.empty());
        int[] clusters = clusterer.cluster(edges, RandomGraph.PRIOR);
        assertThat(clusters)
                .containsExactly(Arrays.stream(house).map(each -> each * 10).toArray());
        assertThat(clusterer.refusals().largest())
                .containsExactly(
                        new Refusal(Refusal.Reason.SIZE, 0, 10, 20 * 1024, 10, 10),
                        new Refusal(Refusal.Reason.SIZE, 0, 20, 20 * 1024, 10, 8),
                        new Refusal(Refusal.Reason.SIZE, 10, 20, 20 * 1024, 10, 8));
        assertThat(clusterer.refusedBySize()).isEqualTo(10 * 10 + 2 * 10 * 8);
    }

    @Test
    void anUnrelatedRecordChangesNoOtherCluster() {
        for (long seed = 0; seed < GRAPHS; seed++) {
            RandomGraph graph = RandomGraph.of(RECORDS, seed);
            int at = new Random(seed).nextInt(RECORDS + 1);
            int[] moved = IntStream.range(0, RECORDS)
                    .map(record -> record < at ? record : record + 1)
                    .toArray();
            int[] back = new int[RECORDS + 1];
            IntStream.range(0, RECORDS).forEach(record -> back[moved[record]] = record);
            Edges edges = new Edges(
                    Arrays.stream(graph.edges().a())
                            .map(record -> moved[record])
                            .toArray(),
                    Arrays.stream(graph.edges().b())
                            .map(record -> moved[record])
                            .toArray(),
                    graph.edges().evidence());
            Evidence evidence = Said.of((a, b) -> RandomGraph.evidence(graph.seed(), back[a], back[b]));
            int[] before = graph.clusterer(Constraints.NONE).cluster(graph.edges(), RandomGraph.PRIOR);
            int[] after = new Clusterer(
                            RECORDS + 1, RandomGraph.RULES, evidence, Constraints.NONE, List.of(), Optional.empty())
                    .cluster(edges, RandomGraph.PRIOR);
            assertThat(after[at]).isEqualTo(at);
            for (int record = 0; record < RECORDS; record++) {
                assertThat(after[moved[record]]).as("seed %d", seed).isEqualTo(moved[before[record]]);
            }
        }
    }

    @Test
    void aClustererMayBeUsedAgain() {
        RandomGraph graph = RandomGraph.of(RECORDS, 1);
        Clusterer clusterer = graph.clusterer(graph.judged(6).constraints());
        int[] first = clusterer.cluster(graph.edges(), RandomGraph.PRIOR);
        Refusals refused = clusterer.refusals();
        assertThat(clusterer.cluster(graph.edges(), RandomGraph.PRIOR)).isEqualTo(first);
        assertThat(clusterer.refusals()).isEqualTo(refused);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 3})
    void onlyTheTouchedComponentIsClusteredAgainAndGivesWhatAllWouldGive(long salt) {
        int changed = 0;
        for (long seed = salt * GRAPHS; seed < (salt + 1) * GRAPHS; seed++) {
            RandomGraph graph = RandomGraph.of(RECORDS * 4, seed);
            RandomGraph.Judged judged = graph.judged(12);
            Random lot = new Random(seed + 1);
            Change change = Change.draw(graph, judged, lot);
            int[] before = graph.clusterer(judged.constraints()).cluster(graph.edges(), RandomGraph.PRIOR);
            int[] members = graph.clusterer(judged.constraints())
                    .components(graph.edges(), RandomGraph.PRIOR)
                    .touchedBy(change.touched().stream().mapToInt(each -> each).toArray());
            int[] whole = change.graph()
                    .clusterer(change.judged().constraints())
                    .cluster(change.graph().edges(), RandomGraph.PRIOR);
            int[] part = change.graph()
                    .clusterer(change.judged().constraints())
                    .recluster(change.graph().edges(), RandomGraph.PRIOR, members, before);
            assertThat(part).as("seed %d, touched %s", seed, change.touched()).isEqualTo(whole);
            assertThat(members.length).isLessThan(graph.records());
            for (int record = 0; record < before.length; record++) {
                if (Arrays.binarySearch(members, record) < 0) {
                    assertThat(whole[record]).isEqualTo(before[record]);
                }
            }
            changed += Arrays.equals(before, whole) ? 0 : 1;
        }
        assertThat(changed).isGreaterThan(GRAPHS / 5);
    }

    /** A record goes, two are judged to be different, or a judgement that two are one goes. */
    private record Change(RandomGraph graph, RandomGraph.Judged judged, List<Integer> touched) {

        static Change draw(RandomGraph graph, RandomGraph.Judged judged, Random lot) {
            int edge = lot.nextInt(graph.edges().size());
            int a = graph.edges().a()[edge];
            int b = graph.edges().b()[edge];
            boolean one = judged.same().stream()
                    .anyMatch(pair -> Math.min(pair[0], pair[1]) == a && Math.max(pair[0], pair[1]) == b);
            return switch (lot.nextInt(3)) {
                case 0 -> new Change(graph.without(a), judged, List.of(a));
                case 1 -> new Change(graph, one ? judged : judged.withDifferent(a, b), List.of(a, b));
                default -> {
                    int gone = lot.nextInt(Math.max(1, judged.same().size()));
                    yield judged.same().isEmpty()
                            ? new Change(graph, judged, List.of(a))
                            : new Change(
                                    graph,
                                    judged.withoutSame(gone),
                                    Arrays.stream(judged.same().get(gone))
                                            .boxed()
                                            .toList());
                }
            };
        }
    }

    @Test
    void aPartOfAComponentIsNotClusteredAlone() {
        Edges edges = new Edges(new int[] {0}, new int[] {1}, bits(25));
        Clusterer clusterer =
                new Clusterer(2, RandomGraph.RULES, Said.always(20), Constraints.NONE, List.of(), Optional.empty());
        assertThatThrownBy(() -> clusterer.recluster(edges, RandomGraph.PRIOR, new int[] {0}, new int[] {0, 0}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("whole components");
    }

    private static int[] bits(int... bits) {
        return Arrays.stream(bits).map(each -> each * 1024).toArray();
    }
}
