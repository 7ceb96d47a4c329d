package org.fourfold.linkage.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Collections;
import java.util.List;
import org.fourfold.linkage.TestLinkage;
import org.fourfold.linkage.Threads;
import org.fourfold.linkage.compare.Kernels;
import org.fourfold.linkage.model.LinkageModel;
import org.fourfold.linkage.model.ModelReader;
import org.fourfold.linkage.records.Records;
import org.fourfold.linkage.records.RecordsReader;
import org.fourfold.linkage.report.Language;
import org.fourfold.linkage.score.Scorers;
import org.fourfold.linkage.train.Trainer;
import org.fourfold.linkage.train.Weights;
import org.junit.jupiter.api.Test;

/** What relatives agree in stands in a line of its own, and the lines still add up. */
class TogetherExplainedTest {

    private static final LinkageModel MODEL = ModelReader.shipped("persons");

    private static Records records() throws IOException {
        try (Threads threads = new Threads(1)) {
            RecordsReader reader = new RecordsReader(MODEL, threads);
            reader.read(TestLinkage.table("""
                    id,nombres,apellidos,dob,municipio,phone
                    r1,Ana,Xol Tzoc,1990-05-05,Mixco,55551234
                    r2,Marta,Xol Tzoc,1993-07-08,Mixco,55551234
                    r3,Elena,Caal Pop,1971-01-02,Flores,55559876
                    """), "table");
            return reader.records();
        }
    }

    @Test
    void sistersAreToldToAgreeAsSistersDo() throws IOException {
        Records records = records();
        Kernels kernels = new Kernels(MODEL, records);
        Weights weights;
        weights = new Trainer(MODEL, records, kernels)
                .train()
                .withTogether(Collections.nCopies(MODEL.interactions().size(), 3.0));
        Scorers scorers = new Scorers(MODEL, records, kernels, weights);
        Explainer explainer = new Explainer(
                new Explainer.Linked(MODEL, records, weights, scorers, (a, b) -> List.of()),
                Tiny.manner(Masking.NONE, List.of()));

        PairExplanation pair = Tiny.pair(explainer, records, "r1", "r2");

        int[] evidence = new int[1];
        int[][] each = new int[MODEL.comparisons().size()][1];
        int[] a = {Math.min(Tiny.number(records, "r1"), Tiny.number(records, "r2"))};
        int[] b = {Math.max(Tiny.number(records, "r1"), Tiny.number(records, "r2"))};
        scorers.make().score(a, b, 1, evidence);
        scorers.make().scoreEach(a, b, 1, each);
        assertThat(pair.evidenceParts()).isEqualTo(evidence[0]);
        assertThat(java.util.Arrays.stream(each).mapToInt(one -> one[0]).sum()).isEqualTo(evidence[0]);
        assertThat(pair.findings()).last().isInstanceOfSatisfying(Finding.Together.class, together -> {
            assertThat(together.slot()).startsWith("siblings");
            assertThat(together.slots()).contains("name.surname1", "name.given1");
            assertThat(together.parts()).isNegative();
        });
        StringBuilder line = new StringBuilder();
        JsonLines.write(pair, line);
        assertThat(line.toString()).contains("{\"interaction\":\"siblings", "\"together\":[\"name.surname1\"");
        assertThat(ExplanationText.plain(ExplanationText.in(Language.EN).pair(pair)))
                .contains("Taken together, first surname, second surname", "brothers and sisters");
        assertThat(ExplanationText.plain(ExplanationText.in(Language.ES).pair(pair)))
                .contains("En conjunto, primer apellido", "hermanos");
        assertThat(Tiny.pair(explainer, records, "r1", "r3").findings()).noneMatch(Finding.Together.class::isInstance);
    }
}
