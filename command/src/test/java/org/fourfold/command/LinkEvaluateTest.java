package org.fourfold.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code fourfold link evaluate}: figures from judged pairs, and none from judgements that cannot be right. */
class LinkEvaluateTest {

    @TempDir
    Path folder = Path.of("");

    @Test
    void precisionAndRecallAreEstimatedFromJudgedPairs() throws IOException {
        evaluated();
        Path labels = labels(40, 12, List.of());
        Said said = Said.wide("link", "evaluate", "--clusters", at("out/clusters.csv"), "--labels", labels.toString());
        assertThat(said.code()).as(said.all()).isZero();
        // Of 100 linked pairs 40 were judged, one of them wrong; of 40 unlinked ones 12, none of them the same.
        // Wilson's
        // interval of 39 of 40 with the finite population's correction, n = 40 * 99 / 60 = 66: 0.975 (0.904 to 0.994).
        assertThat(said.lines()).element(0).asString().contains("52 judged pairs count; 40 of them");
        assertThat(said.lines()).element(1).asString().startsWith("Precision 97.5% (between 90.4% and 99.4%)");
        assertThat(said.lines()).element(2).asString().startsWith("Recall 100.0% (between ");
        assertThat(said.lines()).hasSize(3);
        Path few = labels(40, 3, List.of());
        assertThat(Said.wide("link", "evaluate", "--clusters", at("out/clusters.csv"), "--labels", few.toString())
                        .answer())
                .contains("Precision 97.5%", "No recall");
        Path never = labels(40, 12, List.of("a0,b77,same", "a0,b78,different"));
        assertThat(Said.wide("link", "evaluate", "--clusters", at("out/clusters.csv"), "--labels", never.toString())
                        .answer())
                .contains("2 judged pairs are neither linked nor in pairs.csv", "1 of them");
    }

    @Test
    void judgementsThatCannotBeUsedAreToldWithTheirRow() throws IOException {
        evaluated();
        Map<String, List<String>> faults = Map.of(
                "a1 and b1 was judged the same and different", List.of("a1,b1,different"),
                "b1 = a1 = b2", List.of("a1,b2,same", "b1,b2,different"),
                "no judgement: perhaps", List.of("a1,b1,perhaps"),
                "No record of the linkage has the id zz", List.of("a1,zz,same"),
                "Both sides are the same record", List.of("a1,a1,same"));
        faults.forEach((told, rows) -> {
            Path labels = labels(40, 0, rows);
            refused(told, labels);
        });
        Path few = labels(3, 0, List.of());
        refused("3 were judged; 10 are", few);
    }

    /** A linkage of 200 records: a0 and b0 are one cluster, and so on; 40 pairs were looked at and not linked. */
    private void evaluated() throws IOException {
        Path out = Files.createDirectories(folder.resolve("out"));
        List<String> clusters = new ArrayList<>(List.of("record_id,cluster_id"));
        List<String> pairs = new ArrayList<>(List.of("left_id,right_id,weight_bits,linked"));
        for (int i = 0; i < 100; i++) {
            clusters.add("a" + i + ",c" + i);
            clusters.add("b" + i + ",c" + i);
            pairs.add("a" + i + ",b" + i + ",20.00,yes");
        }
        for (int i = 0; i < 40; i++) {
            pairs.add("a" + i + ",b" + (i + 1) + ",-3.00,no");
        }
        Files.write(out.resolve("clusters.csv"), clusters);
        Files.write(out.resolve("pairs.csv"), pairs);
    }

    private Path labels(int linked, int unlinked, List<String> more) {
        List<String> labels = new ArrayList<>(List.of("left_id,right_id,label"));
        for (int i = 0; i < linked; i++) {
            labels.add("a" + i + ",b" + i + (i == 0 ? ",different" : ",same"));
        }
        for (int i = 0; i < unlinked; i++) {
            labels.add("a" + i + ",b" + (i + 1) + ",different");
        }
        labels.addAll(more);
        try {
            return Files.write(folder.resolve("labels.csv"), labels);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void refused(String told, Path labels) {
        Said said = Said.wide("link", "evaluate", "--clusters", at("out/clusters.csv"), "--labels", labels.toString());
        assertThat(said.code()).as(said.all()).isEqualTo(ExitCode.FAULTS.number());
        assertThat(said.all()).contains(told);
        assertThat(said.lines()).isEmpty();
    }

    private String at(String name) {
        return folder.resolve(name).toString();
    }
}
