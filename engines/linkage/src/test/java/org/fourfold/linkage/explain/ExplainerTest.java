package org.fourfold.linkage.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.fourfold.linkage.CommonNames;
import org.fourfold.linkage.Threads;
import org.fourfold.linkage.block.Blocking;
import org.fourfold.linkage.block.PairSink;
import org.fourfold.linkage.block.SourceMatrix;
import org.fourfold.linkage.compare.Kernels;
import org.fourfold.linkage.model.LinkageModel;
import org.fourfold.linkage.model.ModelReader;
import org.fourfold.linkage.model.Rule;
import org.fourfold.linkage.records.Records;
import org.fourfold.linkage.records.RecordsReader;
import org.fourfold.linkage.score.Scorer;
import org.fourfold.linkage.score.Scorers;
import org.fourfold.linkage.train.Trainer;
import org.fourfold.linkage.train.Weights;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainerTest {

    private static final int BIT = Weights.PARTS;
    private static final Explainer.Manner OPEN = Tiny.manner(Masking.NONE, List.of());

    private final Records records = Tiny.records(Tiny.rows());
    private final Explainer explainer = Tiny.explainer(records, OPEN);

    @Test
    void theBitsOfATinyModelAreThoseWorkedOutByHand() {
        PairExplanation pair = Tiny.pair(explainer, records, "r1", "r2");

        Finding.Compared name = (Finding.Compared) pair.findings().get(0);
        assertThat(name.levelParts()).isEqualTo(2 * BIT);
        assertThat(name.rarityParts()).isEqualTo(BIT);
        assertThat(name.share().orElseThrow()).isEqualTo(2 / 16.0);
        assertThat(name.left()).isEqualTo("zoila");
        Finding.Compared born = (Finding.Compared) pair.findings().get(1);
        assertThat(born.parts()).isEqualTo(5 * BIT);
        assertThat(born.share()).isEmpty();
        assertThat(pair.findings().get(2)).isInstanceOf(Finding.NotSaid.class);
        assertThat(pair.evidenceParts()).isEqualTo(8 * BIT);
        assertThat(pair.priorParts()).isEqualTo(-10 * BIT);
        assertThat(pair.weightBits()).isEqualTo(-2);
    }

    @Test
    void soundYearAndPhoneCountAsTheModelSays() {
        PairExplanation pair = Tiny.pair(explainer, records, "r1", "r3");
        assertThat(pair.findings()).extracting(Finding::parts).containsExactly(2 * BIT, BIT, 7 * BIT);
        assertThat(pair.weightBits()).isZero();
        assertThat(pair.rules()).extracting(Rule::toString).containsExactly("phone");

        PairExplanation strangers = Tiny.pair(explainer, records, "r3", "r16");
        assertThat(strangers.findings()).extracting(Finding::parts).containsExactly(-3 * BIT, -2 * BIT, -BIT);
        assertThat(strangers.rules()).isEmpty();
    }

    @Test
    void aProbabilityIsThereOnlyWithACalibrationAndOfTheWeight() {
        assertThat(Tiny.pair(explainer, records, "r1", "r2").probability()).isEmpty();
        Explainer calibrated = Tiny.explainer(records, Tiny.calibrated(bits -> bits == -2 ? .25 : 1));
        assertThat(Tiny.pair(calibrated, records, "r1", "r2").probability().orElseThrow())
                .isEqualTo(.25);
        Explainer broken = Tiny.explainer(records, Tiny.calibrated(bits -> 1.5));
        assertThatThrownBy(() -> Tiny.pair(broken, records, "r1", "r2")).hasMessageContaining("between 0 and 1");
    }

    @Test
    void findingsAddUpToTheScorersEvidenceForThousandsOfPairs(@TempDir Path folder) throws IOException {
        LinkageModel model = ModelReader.shipped("persons");
        try (Threads threads = new Threads(1)) {
            Records many = generated(folder, model, threads, 700);
            Kernels kernels = new Kernels(model, many);
            Weights weights = new Trainer(model, many, kernels).train();
            Scorers scorers = new Scorers(model, many, kernels, weights);
            Explainer each = new Explainer(
                    new Explainer.Linked(model, many, weights, scorers, (a, b) -> List.of()), Explainer.Manner.CAREFUL);
            Scorer scorer = scorers.make();
            Random lot = new Random(7);
            int[] evidence = new int[1];
            int rare = 0;
            for (int i = 0; i < 5_000; i++) {
                int a = lot.nextInt(many.size() - 1);
                int b = a + 1 + lot.nextInt(many.size() - a - 1);
                scorer.score(new int[] {a}, new int[] {b}, 1, evidence);
                PairExplanation pair = each.pair(b, a);
                assertThat(pair.evidenceParts()).isEqualTo(evidence[0]);
                for (Finding finding : pair.findings()) {
                    if (finding instanceof Finding.Compared found
                            && found.share().isPresent()) {
                        rare++;
                        assertThat(found.share().getAsDouble()).isGreaterThan(0).isLessThanOrEqualTo(1);
                    }
                }
            }
            assertThat(rare).isGreaterThan(500);
        }
    }

    @Test
    void thePairsWithARuleAreThoseThatBlockingGives(@TempDir Path folder) throws IOException {
        LinkageModel model = ModelReader.shipped("persons");
        try (Threads threads = new Threads(1)) {
            assertRulesAreBlockings(model, generated(folder, model, threads, 300), threads);
            // By this rule a record has several keys.
            LinkageModel texts = ModelReader.read(
                    "texts",
                    List.of(
                            "model texts 1",
                            "id id",
                            "field name text nombre",
                            "compare name same, overlap .5",
                            "block name~words:2"));
            assertRulesAreBlockings(texts, generated(folder, texts, threads, 300), threads);
        }
    }

    private static void assertRulesAreBlockings(LinkageModel model, Records many, Threads threads) {
        Blocking blocking = new Blocking(model, many, SourceMatrix.ALL.over(many), threads);
        Set<Long> met = new HashSet<>();
        PairSink sink = (a, b, size) -> {
            for (int i = 0; i < size; i++) {
                met.add(((long) a[i] << 32) | b[i]);
            }
        };
        assertThat(blocking.walk(threads, () -> sink)).hasSameSizeAs(model.blocks());
        Set<Long> told = new HashSet<>();
        for (int a = 0; a < many.size(); a++) {
            for (int b = a + 1; b < many.size(); b++) {
                if (!blocking.rulesOf(a, b).isEmpty()) {
                    told.add(((long) a << 32) | b);
                }
            }
        }
        assertThat(met).isNotEmpty();
        assertThat(told).isEqualTo(met);
    }

    @Test
    void membersWhosePairsContradictAreNamed() {
        ClusterExplanation cluster = explainer.cluster(Tiny.number(records, "r1"), Tiny.number(records, "r4"));
        assertThat(cluster.contradicting()).isOne();
        // The name -3, the date of birth -2.
        assertThat(cluster.contradictions().getFirst().evidenceParts()).isEqualTo(-5 * BIT);
        assertThat(explainer.cluster(3).joins()).isEmpty();
    }

    @Test
    void whoWasJudgedDifferentIsNotJoinedByItsPair() {
        AppliedJudgement different = new AppliedJudgement(
                Tiny.R1, Tiny.R3, false, "analyst 4", Tiny.SAME.on().plusDays(1), "");
        AppliedJudgement earlier = new AppliedJudgement(Tiny.R3, Tiny.R1, true, "analyst 9", Tiny.SAME.on(), "");
        ClusterExplanation cluster = Tiny.explainer(
                        Tiny.MODEL,
                        records,
                        Tiny.WEIGHTS.withPrior(.5),
                        Tiny.manner(Masking.NONE, List.of(different, earlier)))
                .cluster(Tiny.number(records, "r1"), Tiny.number(records, "r3"));
        assertThat(cluster.joins().getFirst().by()).isEqualTo(ClusterExplanation.By.OTHER);
        assertThat(cluster.judgements()).containsExactly(earlier, different);
    }

    @Test
    void rowsInAnotherOrderAndARerunGiveTheSameBytes() {
        String once = everything(Tiny.rows());
        assertThat(everything(Tiny.rows())).isEqualTo(once);
        List<String> shuffled = Tiny.rows();
        Collections.shuffle(shuffled, new Random(3));
        assertThat(shuffled).isNotEqualTo(Tiny.rows());
        assertThat(everything(shuffled)).isEqualTo(once);
    }

    private static String everything(List<String> rows) {
        Records read = Tiny.records(rows);
        Explainer made = Tiny.explainer(read, Tiny.manner(Masking.NONE, List.of(Tiny.SAME)));
        StringBuilder out = new StringBuilder();
        try {
            PairTable table = new PairTable(Tiny.MODEL, out);
            for (int a = 0; a < read.size(); a++) {
                for (int b = a + 1; b < read.size(); b++) {
                    JsonLines.write(made.pair(b, a), out);
                    table.add(made.pair(a, b));
                }
            }
            JsonLines.write(
                    made.cluster(Tiny.number(read, "r2"), Tiny.number(read, "r1"), Tiny.number(read, "r3")), out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    @Test
    void maskingShowsOnlyWhatItLets() {
        PairExplanation initials = Tiny.pair(
                Tiny.explainer(records, Tiny.manner(Masking.INITIALS, List.of(Tiny.SAME))), records, "r1", "r2");
        assertThat(initials.findings()).extracting(Finding::left).contains("z•••", "1990");
        assertThat(initials.judgements().getFirst().reason()).isEmpty();
        String hidden = Tiny.pair(
                        Tiny.explainer(records, Tiny.manner(Masking.ALL, List.of(Tiny.SAME))), records, "r1", "r3")
                .toString();
        assertThat(hidden).doesNotContainIgnoringCase("oila").doesNotContain("1990", "5551", "photograph");
    }

    @Test
    void aClusterTellsItsJoinsItsWeakestLinkAndWhatUndoesIt() {
        ClusterExplanation cluster =
                explainer.cluster(Tiny.number(records, "r3"), Tiny.number(records, "r1"), Tiny.number(records, "r2"));
        // r1-r3 weigh 0 and r1-r2 weigh -2: under the model's 1 bit, so neither joins by itself.
        assertThat(cluster.joins())
                .extracting(ClusterExplanation.Join::weightParts)
                .containsExactly(0, -2 * BIT);
        assertThat(cluster.joins()).extracting(ClusterExplanation.Join::by).containsOnly(ClusterExplanation.By.OTHER);
        assertThat(cluster.undo().orElseThrow().bridges()).isZero();

        ClusterExplanation judged = Tiny.explainer(records, Tiny.manner(Masking.NONE, List.of(Tiny.SAME)))
                .cluster(Tiny.number(records, "r1"), Tiny.number(records, "r2"));
        assertThat(judged.joins().getFirst().by()).isEqualTo(ClusterExplanation.By.JUDGEMENT);
        assertThat(judged.judgements()).containsExactly(Tiny.SAME);
    }

    @Test
    void aStrongPairIsUndoneByWhatItCannotDoWithout() {
        Explainer likely =
                Tiny.explainer(Tiny.MODEL, records, Tiny.WEIGHTS.withPrior(1 / 17.0), OPEN); // the prior: -4 bits
        int[] members = {Tiny.number(records, "r1"), Tiny.number(records, "r2"), Tiny.number(records, "r3")};
        ClusterExplanation cluster = likely.cluster(members);
        assertThat(cluster.joins())
                .extracting(ClusterExplanation.Join::weightParts)
                .containsExactly(6 * BIT, 4 * BIT);
        ClusterExplanation.Undo undo = cluster.undo().orElseThrow();
        // 4 bits, of which the date of birth is 5: without it -1, too weak.
        assertThat(undo.enough()).extracting(Finding::slot).containsExactly("born");
        assertThat(undo.bridges()).isOne();
        // With a prior of 0 bits the pair weighs 8: without the date 3 are left, so the name must go as well.
        ClusterExplanation certain = Tiny.explainer(Tiny.MODEL, records, Tiny.WEIGHTS.withPrior(.5), OPEN)
                .cluster(Tiny.number(records, "r1"), Tiny.number(records, "r2"));
        assertThat(certain.undo().orElseThrow().enough())
                .extracting(Finding::slot)
                .containsExactly("born", "name.given1");
        assertThat(List.of(undo.left(), undo.right())).contains(List.of(Tiny.R2));
        assertThat(cluster.contradicting()).isZero();
    }

    @Test
    void whatCannotBeExplainedIsRefusedWithItsMend() {
        assertThatThrownBy(() -> explainer.pair(1, 1)).hasMessageContaining("give two numbers");
        assertThatThrownBy(() -> explainer.cluster(1, 1)).hasMessageContaining("each once");
        assertThatThrownBy(() -> explainer.cluster()).hasMessageContaining("give 1 to");
    }

    private static Records generated(Path folder, LinkageModel model, Threads threads, int size) throws IOException {
        Random lot = new Random(20261127);
        List<String> rows = new ArrayList<>(List.of("id,org,nombre,dob,municipio,departamento,phone,sex"));
        for (int i = 0; i < size; i++) {
            String born = lot.nextInt(5) == 0
                    ? ""
                    : "%d-%02d-%02d".formatted(1980 + lot.nextInt(8), 1 + lot.nextInt(12), 1 + lot.nextInt(28));
            rows.add(String.join(
                    ",",
                    "r" + i,
                    "org" + lot.nextInt(3),
                    CommonNames.draw(lot),
                    born,
                    lot.nextBoolean() ? "" : "Town" + lot.nextInt(20),
                    lot.nextBoolean() ? "" : "Land" + lot.nextInt(5),
                    lot.nextBoolean() ? "" : "5555" + (1000 + lot.nextInt(300)),
                    lot.nextBoolean() ? "F" : "M"));
        }
        Path file = folder.resolve("people.csv");
        Files.write(file, rows);
        RecordsReader reader = new RecordsReader(model, threads);
        reader.read(file);
        return reader.records();
    }
}
