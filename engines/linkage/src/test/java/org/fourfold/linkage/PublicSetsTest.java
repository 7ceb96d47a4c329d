package org.fourfold.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.fourfold.linkage.evaluate.ClusterScores;
import org.fourfold.linkage.evaluate.PairCurve;
import org.fourfold.linkage.records.Records;
import org.fourfold.linkage.score.Edges;
import org.fourfold.linkage.train.Weights;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Public sets with a known truth, linked without labels. Each bound is what issue and literature ask for; what is found stands in
 * docs/benchmarks.md.
 */
class PublicSetsTest {

    private static final int THREADS = 2;

    @Test
    void febrlThreeAtLeastAsWellAsSplink() {
        Path file = SharedData.find("data/linkage/febrl/dataset3.csv");
        Linkage.Result result = TestLinkage.link(TestLinkage.model("febrl"), THREADS, file);

        assertThat(bestF1(result, truth(result, febrlEntities(file)))).isGreaterThanOrEqualTo(0.998);
    }

    @Test
    void febrlFourTwoFiles() {
        Path left = SharedData.find("data/linkage/febrl/dataset4a.csv");
        Path right = SharedData.find("data/linkage/febrl/dataset4b.csv");
        Linkage.Result result = TestLinkage.link(TestLinkage.model("febrl"), THREADS, left, right);

        List<String> entities = new ArrayList<>(febrlEntities(left));
        entities.addAll(febrlEntities(right));
        assertThat(bestF1(result, truth(result, entities))).isGreaterThanOrEqualTo(0.999);
    }

    @Test
    void fewWeakFieldsOfGermanPersons() {
        Path file = SharedData.find("data/linkage/RLdata10000.csv");
        Linkage.Result result = TestLinkage.link(TestLinkage.model("rldata"), THREADS, file);

        int[] truth = truth(result, TestLinkage.column(file, "ent_id"));
        assertThat(bestF1(result, truth)).isGreaterThanOrEqualTo(0.92);
        assertThat(ClusterScores.of(truth, result.clusters()).pairs().f1()).isGreaterThanOrEqualTo(0.92);
    }

    @Test
    void aThousandInventedPersons() {
        Path file = SharedData.find("data/linkage/fake_1000.csv");
        Linkage.Result result = TestLinkage.link(TestLinkage.model("fake"), THREADS, file);

        int[] truth = truth(result, TestLinkage.column(file, "cluster"));
        assertThat(ClusterScores.of(truth, result.clusters()).pairs().f1()).isGreaterThanOrEqualTo(0.92);
    }

    /** Two tables of which one says what is known of a thing once: Köpcke, Thor and Rahm (2010), as DeepMatcher cut them. */
    @Test
    void restaurantsWithoutTheColumnThatIsTheTruth() {
        Path folder = SharedData.find("data/linkage/magellan/structured/Fodors-Zagats");
        Linkage.Result result = TestLinkage.link(
                TestLinkage.model("restaurants"), THREADS, folder.resolve("tableA.csv"), folder.resolve("tableB.csv"));

        assertThat(labelledF1(result, folder.resolve("test.csv"))).isGreaterThanOrEqualTo(0.95);
    }

    @Test
    void papersOfTwoCleanTables() {
        Path folder = SharedData.find("data/linkage/magellan/structured/DBLP-ACM");
        Linkage.Result result = TestLinkage.link(
                TestLinkage.model("papers"), THREADS, folder.resolve("tableA.csv"), folder.resolve("tableB.csv"));

        assertThat(labelledF1(result, folder.resolve("test.csv"))).isGreaterThanOrEqualTo(0.97);
    }

    /** One table holds nobody twice, the other one many times and much misread. */
    @Test
    void papersOfACleanAndAMessyTable() {
        Path folder = SharedData.find("data/linkage/magellan/structured/DBLP-GoogleScholar");
        Linkage.Result result = TestLinkage.link(
                TestLinkage.model("papers-messy"), THREADS, folder.resolve("tableA.csv"), folder.resolve("tableB.csv"));

        assertThat(labelledF1(result, folder.resolve("test.csv"))).isGreaterThanOrEqualTo(0.88);
    }

    @Test
    void songs(@TempDir Path temporary) throws IOException {
        Path folder = SharedData.find("data/linkage/magellan/structured/iTunes-Amazon");
        Path unzipped = temporary.resolve("tableB.csv");
        try (InputStream in = new GZIPInputStream(Files.newInputStream(folder.resolve("tableB.csv.gz")));
                OutputStream out = Files.newOutputStream(unzipped)) {
            assertThat(in.transferTo(out)).isPositive();
        }
        Linkage.Result result =
                TestLinkage.link(TestLinkage.model("songs"), THREADS, folder.resolve("tableA.csv"), unzipped);

        assertThat(labelledF1(result, folder.resolve("test.csv"))).isGreaterThanOrEqualTo(0.80);
    }

    private static List<String> febrlEntities(Path file) {
        // rec-1496-org and rec-1496-dup-0 are one person.
        return TestLinkage.column(file, "rec_id").stream()
                .map(id -> id.substring(0, id.indexOf('-', 4)))
                .toList();
    }

    private static int[] truth(Linkage.Result result, List<String> entityOfRow) {
        return TestLinkage.truth(result.records(), entityOfRow);
    }

    private static double bestF1(Linkage.Result result, int[] truth) {
        Edges edges = result.edges();
        double[] p = new double[edges.size()];
        for (int i = 0; i < p.length; i++) {
            p[i] = Weights.probability(edges.evidence()[i] + result.weights().priorParts());
        }
        return PairCurve.of(edges.a(), edges.b(), p, truth)
                .best()
                .orElseThrow()
                .score()
                .f1();
    }

    /** Over the labelled pairs of one file: the pair is found when both are in one cluster. */
    static double labelledF1(Linkage.Result result, Path labels) {
        Records records = result.records();
        Map<String, Integer> found = new HashMap<>();
        for (int i = 0; i < records.size(); i++) {
            found.put(records.sources().get(records.source()[i]) + ":" + records.idOf(i), i);
        }
        List<String> left = TestLinkage.column(labels, "ltable_id");
        List<String> right = TestLinkage.column(labels, "rtable_id");
        List<String> label = TestLinkage.column(labels, "label");
        int both = 0;
        int said = 0;
        int same = 0;
        for (int i = 0; i < label.size(); i++) {
            int a = Objects.requireNonNull(found.get("tableA.csv:" + left.get(i)));
            int b = Objects.requireNonNull(found.get("tableB.csv:" + right.get(i)));
            boolean together = result.clusters()[a] == result.clusters()[b];
            boolean truly = label.get(i).equals("1");
            both += together && truly ? 1 : 0;
            said += together ? 1 : 0;
            same += truly ? 1 : 0;
        }
        return 2.0 * both / (said + same);
    }
}
