package org.fourfold.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.fourfold.linkage.block.Blocking;
import org.fourfold.linkage.compare.Kernels;
import org.fourfold.linkage.model.LinkageModel;
import org.fourfold.linkage.model.ModelReader;
import org.fourfold.linkage.records.Records;
import org.fourfold.linkage.records.RecordsReader;
import org.fourfold.linkage.score.Scorer;
import org.fourfold.linkage.score.Scorers;
import org.fourfold.linkage.train.BestOfPairs;
import org.fourfold.linkage.train.Trainer;
import org.fourfold.linkage.train.Weights;
import org.junit.jupiter.api.Test;

/** Records that say several values of a thing. Truths are simulated: who is who, and how often chance agrees, is known. */
class SeveralValuesTest {

    private static final String RARE = "compare code same rare";
    private static final String PLAIN = "compare code same";
    private static final int VALUES = 300;
    private static final int PAIRS = 500_000;

    private static LinkageModel model(String compare) {
        return ModelReader.read("m.model", """
                model m 1
                id id
                field name word name
                field town word town
                field code number code many=;
                compare name same
                compare town same
                %s
                block name
                block code + town
                """.formatted(compare).lines().toList());
    }

    /** Things of one to twelve codes, each written down twice, each time some of its codes; common codes and rare ones. */
    private static String things(int size, Random random) {
        StringBuilder csv = new StringBuilder("id,name,town,code\n");
        for (int thing = 0; thing < size; thing++) {
            List<String> codes = new ArrayList<>();
            int number = 1 + random.nextInt(12);
            for (int i = 0; i < number; i++) {
                codes.add("c" + (int) (VALUES * Math.pow(random.nextDouble(), 1.5)));
            }
            int town = random.nextInt(50);
            for (int record = 0; record < 2; record++) {
                Collections.shuffle(codes, random);
                int said = 1 + random.nextInt(codes.size());
                String cell = new TreeSet<>(codes.subList(0, said)).stream().collect(Collectors.joining(";"));
                csv.append("t%d-%d,n%d,w%d,%s\n".formatted(thing, record, thing / 2, town, cell));
            }
        }
        return csv.toString();
    }

    private static Records records(LinkageModel model, String csv, Threads threads) throws IOException {
        RecordsReader reader = new RecordsReader(model, threads);
        reader.read(TestLinkage.table(csv), "t");
        return reader.records();
    }

    /**
     * What evidence means: among pairs that are not one, the likelihood ratio is 1 on average (A. Wald, 1945), however many values
     * they have. Were the number of values not counted, it would be as large as the number of their pairs.
     */
    @Test
    void evidenceOfStrangersIsNotTheLargerForHavingManyValues() throws IOException {
        for (String compare : List.of(PLAIN, RARE)) {
            LinkageModel model = model(compare);
            try (Threads threads = new Threads(2)) {
                Records records = records(model, things(4_000, new Random(7)), threads);
                Kernels kernels = new Kernels(model, records);
                Weights weights = new Trainer(model, records, kernels).train();
                Scorer scorer = new Scorers(model, records, kernels, weights).make();

                double[] mean = meanRatio(scorer, records, new Random(11));

                assertThat(mean[0]).as("one value each").isCloseTo(1, within(.15));
                assertThat(mean[1]).as("up to eight pairs").isCloseTo(1, within(.2));
                assertThat(mean[2]).as("up to forty pairs").isCloseTo(1, within(.25));
                assertThat(mean[3]).as("more pairs").isBetween(.6, 1.2);
            }
        }
    }

    /** The mean of what the codes of strangers weigh, as a ratio, by the number of pairs of codes. */
    private static double[] meanRatio(Scorer scorer, Records records, Random random) {
        double[] sum = new double[4];
        long[] count = new long[4];
        int[] a = new int[PAIRS];
        int[] b = new int[PAIRS];
        for (int i = 0; i < PAIRS; i++) {
            a[i] = random.nextInt(records.size());
            b[i] = random.nextInt(records.size());
        }
        int[][] evidence = new int[scorer.comparisons()][PAIRS];
        scorer.scoreEach(a, b, PAIRS, evidence);
        for (int i = 0; i < PAIRS; i++) {
            if (!thing(records, a[i]).equals(thing(records, b[i]))) {
                int pairs = values(records, a[i]) * values(records, b[i]);
                int group = pairs == 1 ? 0 : pairs <= 8 ? 1 : pairs <= 40 ? 2 : 3;
                sum[group] += Math.pow(2, evidence[2][i] / (double) Weights.PARTS);
                count[group]++;
            }
        }
        for (int group = 0; group < sum.length; group++) {
            sum[group] /= count[group];
        }
        return sum;
    }

    private static String thing(Records records, int record) {
        String id = records.idOf(record);
        return id.substring(0, id.indexOf('-'));
    }

    private static int values(Records records, int record) {
        return records.slot("code").sets().count(records.slot("code").codes()[record]);
    }

    /** A table of one value each gives the same bits, whether the model allows several or not. */
    @Test
    void aModelThatAllowsSeveralValuesChangesNothingWhereThereIsOne() {
        List<String> rows = new ArrayList<>();
        for (List<String> row : InventedPersons.rows(3_000, new Random(5))) {
            rows.add(String.join(",", row));
        }
        String csv = String.join("\n", rows) + "\n";
        LinkageModel one = ModelReader.shipped("persons-few");
        List<String> lines = ModelReader.shippedLines("persons-few").stream()
                .map(line -> line.startsWith("field phone") ? line + " many=;" : line)
                .toList();

        Linkage.Result single = TestLinkage.link(one, 2, csv);
        Linkage.Result many = TestLinkage.link(ModelReader.read("many", lines), 2, csv);

        assertThat(lines).anyMatch(line -> line.endsWith("many=;"));
        assertThat(many.edges().evidence()).isEqualTo(single.edges().evidence());
        assertThat(TestLinkage.clusters(many)).isEqualTo(TestLinkage.clusters(single));
    }

    @Test
    void recordsMeetByAnyOfTheirValuesAndOrderChangesNothing() {
        LinkageModel model = model(RARE);
        String csv = things(1_000, new Random(3));
        List<String> rows = csv.lines().toList();
        List<String> turned = new ArrayList<>(rows.subList(1, rows.size()).reversed());
        turned.replaceAll(row -> {
            int cut = row.lastIndexOf(',') + 1;
            List<String> codes = Arrays.asList(row.substring(cut).split(";", -1));
            return row.substring(0, cut) + String.join(" ; ", codes.reversed());
        });

        Linkage.Result result = TestLinkage.link(model, 2, csv);
        Linkage.Result other = TestLinkage.link(model, 1, rows.getFirst() + "\n" + String.join("\n", turned));

        assertThat(other.edges().evidence()).isEqualTo(result.edges().evidence());
        assertThat(TestLinkage.clusters(other)).isEqualTo(TestLinkage.clusters(result));
        Blocking blocking = result.made().orElseThrow().blocking();
        int a = number(result.records(), "t7-0");
        int b = number(result.records(), "t7-1");
        assertThat(blocking.rulesOf(a, b)).hasSize(2);
    }

    private static int number(Records records, String id) {
        for (int record = 0; record < records.size(); record++) {
            if (records.idOf(record).equals(id)) {
                return record;
            }
        }
        throw new IllegalArgumentException(id);
    }

    /** Drawn without a formula: sets of values, the best pair of which is looked for. */
    @Test
    void theChanceOfTheBestPairIsWhatADrawGives() {
        Random random = new Random(2);
        double[] one = {0, .02, .08, .9};
        for (int pairs : new int[] {1, 3, 12, 100}) {
            double[] found = new double[one.length];
            int draws = 200_000;
            for (int draw = 0; draw < draws; draw++) {
                int best = 3;
                for (int pair = 0; pair < pairs; pair++) {
                    double lot = random.nextDouble();
                    best = Math.min(best, lot < .02 ? 1 : lot < .1 ? 2 : 3);
                }
                found[best] += 1.0 / draws;
            }
            double[] expected = BestOfPairs.chances(one, pairs);
            for (int level = 1; level < one.length; level++) {
                assertThat(found[level]).isCloseTo(expected[level], within(.005));
            }
        }
    }
}
