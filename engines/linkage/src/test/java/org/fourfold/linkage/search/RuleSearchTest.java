package org.fourfold.linkage.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.fourfold.linkage.InventedPersons;
import org.fourfold.linkage.TestLinkage;
import org.fourfold.linkage.Threads;
import org.fourfold.linkage.block.Blocking;
import org.fourfold.linkage.block.SourceMatrix;
import org.fourfold.linkage.model.LinkageModel;
import org.fourfold.linkage.model.ModelReader;
import org.fourfold.linkage.model.Rule;
import org.fourfold.linkage.records.Records;
import org.fourfold.linkage.records.RecordsReader;
import org.junit.jupiter.api.Test;

/** Rules are found, cost what is said, and nothing is invented. */
class RuleSearchTest {

    private static final LinkageModel PERSONS = ModelReader.shipped("persons-few");

    /** A model that has one rule, which is the telephone: what the search starts from. */
    private static final LinkageModel POOR =
            PERSONS.withRules(List.of(PERSONS.blocks().getFirst()), PERSONS.training());

    @Test
    void rulesFoundOnSomePersonsFindMoreOfOthersThanTheShippedOnesForAsManyPairs() {
        Records learnt = records(POOR, worn(persons(6_000, 1), 1));
        Records others = records(POOR, worn(persons(6_000, 2), 2));
        long budget = pairs(PERSONS.blocks(), learnt).size();
        SearchOutcome.Found found = found(POOR, learnt, budget);
        assertThat(found.found().pairs()).isLessThanOrEqualTo(budget);
        assertThat(found.present().coverage()).isLessThan(found.found().coverage());
        List<Rule> rules = rules(found);
        List<long[]> ours = pairs(rules, others);
        List<long[]> shipped = pairs(PERSONS.blocks(), others);
        assertThat((double) ours.size()).isLessThan(1.15 * shipped.size());
        List<Integer> truth = new ArrayList<>();
        List<List<String>> _ = InventedPersons.rows(6_000, new Random(2), truth);
        assertThat(right(ours, others, truth)).isGreaterThanOrEqualTo(right(shipped, others, truth));
    }

    /**
     * Of each person's two records half agree on {@code a}, which all others have for themselves, the other half on {@code b},
     * which forty share, and on {@code c}, of which there are twenty: the best that 150 pairs buy is {@code a}, and {@code b}
     * with {@code c}.
     */
    @Test
    void onATableByHandTheBestRulesAreFound() {
        String text = """
                model hand 1
                id id
                field a number a
                field b category b
                field c category c
                field mark number mark
                compare a same
                compare b same
                compare c same
                compare mark same
                block c at-most 2
                train mark
                """;
        LinkageModel model = ModelReader.read("hand.model", text.lines().toList());
        StringBuilder csv = new StringBuilder("id,a,b,c,mark\n");
        for (int person = 0; person < 200; person++) {
            for (int time = 0; time < 2; time++) {
                boolean first = person < 100;
                csv.append(person).append('-').append(time).append(',');
                csv.append(first ? "a" + (100_000 + person) : "").append(',');
                csv.append(first ? "" : "b" + person % 10).append(',');
                csv.append(first ? "" : "c" + person / 10).append(",\n");
            }
        }
        Records records = records(model, csv.toString());
        int[] left = IntStream.range(0, records.size())
                .filter(record -> records.idOf(record).endsWith("-0"))
                .toArray();
        int[] right = IntStream.of(left)
                .map(record -> recordOf(records, records.idOf(record).replace("-0", "-1")))
                .toArray();
        SearchOutcome outcome = search(model, records, 250, Optional.of(LikelyMatches.judged(left, right)));
        assertThat(outcome).isInstanceOfSatisfying(SearchOutcome.Found.class, found -> {
            assertThat(rules(found)).map(Rule::toString).containsExactlyInAnyOrder("a", "b + c");
            assertThat(found.found()).isEqualTo(new SearchOutcome.Reach(200, 1));
            assertThat(found.rules()).allSatisfy(rule -> {
                assertThat(rule.pairs()).isEqualTo(100);
                assertThat(rule.added()).isEqualTo(100);
                assertThat(rule.gained()).isEqualTo(.5);
            });
        });
        SearchOutcome half = search(model, records, 120, Optional.of(LikelyMatches.judged(left, right)));
        assertThat(half)
                .isInstanceOfSatisfying(
                        SearchOutcome.Found.class,
                        found -> assertThat(found.found()).isEqualTo(new SearchOutcome.Reach(100, .5)));
    }

    @Test
    void theOrderOfRowsAndTheNumberOfThreadsChangeNothing() {
        List<String> rows = persons(1_500, 3).lines().toList();
        List<String> shuffled = new ArrayList<>(rows.subList(1, rows.size()));
        Collections.shuffle(shuffled, new Random(4));
        String other = rows.getFirst() + "\n" + String.join("\n", shuffled) + "\n";
        SearchOutcome.Found one = found(POOR, records(POOR, String.join("\n", rows) + "\n"), 20_000);
        try (Threads three = new Threads(3)) {
            assertThat(new RuleSearch(POOR, records(POOR, other), three).search(20_000, Optional.empty()))
                    .isEqualTo(one);
        }
    }

    @Test
    void whereNobodyIsTwiceNothingIsInvented() {
        StringBuilder csv = new StringBuilder("rec_id,nombres,apellidos,dob,phone\n");
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < 500; i++) {
            csv.append(i)
                    .append(',')
                    .append(word(random))
                    .append(',')
                    .append(word(random))
                    .append(' ');
            csv.append(word(random)).append(",%d-%02d-%02d,".formatted(1950 + i % 60, 1 + i % 12, 1 + i % 28));
            csv.append(50_000_000 + i * 7_919).append('\n');
        }
        assertThat(search(POOR, records(POOR, csv.toString()), 100_000, Optional.empty()))
                .isEqualTo(new SearchOutcome.NoMatches());
        assertThat(search(POOR, records(POOR, "rec_id,nombres\n1,Ana\n"), 100, Optional.empty()))
                .isEqualTo(new SearchOutcome.NoMatches());
        assertThat(search(POOR, records(POOR, "rec_id,nombres,phone\n1,,\n2,,\n3,,\n"), 100, Optional.empty()))
                .isEqualTo(new SearchOutcome.NoMatches());
    }

    @Test
    void aBudgetThatBuysNothingSaysWhatTheCheapestRuleCosts() {
        SearchOutcome outcome = search(POOR, records(POOR, persons(3_000, 6)), 2, Optional.empty());
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        SearchOutcome.BudgetTooSmall.class,
                        small -> assertThat(small.least()).isBetween(3L, 3_000L));
        assertThatThrownBy(() -> search(POOR, records(POOR, persons(10, 6)), 0, Optional.empty()))
                .hasMessageContaining("buys nothing");
    }

    @Test
    void aFieldThatIsEmptyEverywhereIsInNoRule() {
        String csv =
                persons(2_000, 7).replaceAll("(?m),[^,\n]*,([^,\n]*)$", ",,$1").replace(",,sex", ",phone,sex");
        SearchOutcome.Found found = found(POOR, records(POOR, csv), 50_000);
        assertThat(found.rules()).isNotEmpty();
        assertThat(rules(found)).map(Rule::toString).noneMatch(rule -> rule.contains("phone"));
    }

    private static String word(SplittableRandom random) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < 4; i++) {
            word.append("bcdfglmnprst".charAt(random.nextInt(12))).append("aeiou".charAt(random.nextInt(5)));
        }
        return word.toString();
    }

    private static String persons(int records, int seed) {
        StringBuilder csv = new StringBuilder();
        InventedPersons.rows(records, new Random(seed))
                .forEach(row -> csv.append(String.join(",", row)).append('\n'));
        return csv.toString();
    }

    private static Records records(LinkageModel model, String csv) {
        try (Threads threads = Threads.ofCaller()) {
            RecordsReader reader = new RecordsReader(model, threads);
            reader.read(TestLinkage.table(csv), "table.csv");
            return reader.records();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A third of all cells but the ids is lost. */
    private static String worn(String csv, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        StringBuilder worn = new StringBuilder();
        boolean heading = true;
        boolean id = true;
        for (String cell : csv.splitWithDelimiters("[,\n]", 0)) {
            boolean delimiter = cell.equals(",") || cell.equals("\n");
            worn.append(delimiter || heading || id || random.nextInt(3) > 0 ? cell : "");
            heading &= !cell.equals("\n");
            id = cell.equals("\n") || (id && !delimiter);
        }
        return worn.toString();
    }

    private static int recordOf(Records records, String id) {
        return IntStream.range(0, records.size())
                .filter(record -> records.idOf(record).equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static SearchOutcome search(
            LinkageModel model, Records records, long budget, Optional<LikelyMatches> judged) {
        try (Threads threads = new Threads(1)) {
            return new RuleSearch(model, records, threads).search(budget, judged);
        }
    }

    private static SearchOutcome.Found found(LinkageModel model, Records records, long budget) {
        return (SearchOutcome.Found) search(model, records, budget, Optional.empty());
    }

    private static List<Rule> rules(SearchOutcome.Found found) {
        return found.rules().stream().map(SearchOutcome.Proposal::rule).toList();
    }

    private static List<long[]> pairs(List<Rule> rules, Records records) {
        List<long[]> pairs = new ArrayList<>();
        try (Threads threads = Threads.ofCaller()) {
            Blocking blocking =
                    new Blocking(POOR.withRules(rules, List.of()), records, SourceMatrix.ALL.over(records), threads);
            List<Blocking.RuleCount> _ = blocking.walk(threads, () -> (a, b, size) -> {
                for (int i = 0; i < size; i++) {
                    pairs.add(new long[] {a[i], b[i]});
                }
            });
        }
        return pairs;
    }

    /** Pairs of one person. */
    private static long right(List<long[]> pairs, Records records, List<Integer> truth) {
        return pairs.stream()
                .filter(pair ->
                        truth.get(records.rows()[(int) pair[0]]).equals(truth.get(records.rows()[(int) pair[1]])))
                .count();
    }
}
