package org.fourfold.linkage.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.fourfold.linkage.TestLinkage;
import org.fourfold.linkage.Threads;
import org.fourfold.linkage.model.LinkageModel;
import org.fourfold.linkage.model.ModelReader;
import org.fourfold.linkage.records.Records;
import org.fourfold.linkage.records.RecordsReader;
import org.fourfold.linkage.report.Language;
import org.fourfold.linkage.train.Weights;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Of several values the explanation shows those that agree, and what their number takes away. */
class SeveralValuesExplainedTest {

    private static final int BIT = Weights.PARTS;

    private static final LinkageModel MODEL = ModelReader.read("m", """
            model m 1
            id id
            field phone phone telefono many=;
            compare phone same rare, edit 1
            block phone
            """.lines().toList());

    private static final Weights WEIGHTS = new Weights(
            List.of(new double[] {0, .5, .25, .25}),
            List.of(new double[] {0, 1 / 1024.0, 1 / 1024.0, 1022 / 1024.0}),
            1 / 1025.0);

    private static Records records;

    @BeforeAll
    static void read() throws IOException {
        try (Threads threads = new Threads(1)) {
            RecordsReader reader = new RecordsReader(MODEL, threads);
            reader.read(TestLinkage.table("""
                    id,telefono
                    r1,55551111;55552222;55553333
                    r2,55559999;55552222
                    r3,55557777
                    r4,55557777
                    r5,
                    """), "t");
            records = reader.records();
        }
    }

    private static PairExplanation pair(Masking masking, String x, String y) {
        Explainer explainer = Tiny.explainer(MODEL, records, WEIGHTS, Tiny.manner(masking, List.of()));
        return explainer.pair(Tiny.number(records, x), Tiny.number(records, y));
    }

    @Test
    void theValueThatAgreesIsShownWithWhatTheNumberOfValuesTakesAway() throws IOException {
        PairExplanation pair = pair(Masking.NONE, "r1", "r2");
        Finding.Compared found = (Finding.Compared) pair.findings().getFirst();

        assertThat(found.left()).isEqualTo("55552222").isEqualTo(found.right());
        // Two of the seven values that are said are this one; u is one in 1,024.
        assertThat(found.share().orElseThrow()).isBetween(.285, .286);
        assertThat(found.levelParts()).isEqualTo(9 * BIT);
        Finding.Among among = found.among().orElseThrow();
        assertThat(among.left() * among.right()).isEqualTo(6);
        double share = 2 / 7.0;
        double chance = 1 - Math.pow(1 - share, 6);
        assertThat(among.parts() / (double) BIT)
                .isCloseTo(Math.log(share / chance) / Math.log(2), org.assertj.core.api.Assertions.within(.002));
        assertThat(found.parts()).isEqualTo(found.levelParts() + found.rarityParts() + among.parts());

        String english = ExplanationText.in(Language.EN).finding(found);
        assertThat(english).contains("(55552222)", "values that are said", "bits for that, as among more values");
        assertThat(ExplanationText.in(Language.ES).finding(found)).contains("entre más valores");
        StringBuilder json = new StringBuilder();
        JsonLines.write(pair, json);
        assertThat(json).contains("\"among\":{\"a\":", "\"a\":\"55552222\"");
    }

    @Test
    void oneValueOnBothSidesTakesNothingAway() {
        Finding.Compared found =
                (Finding.Compared) pair(Masking.NONE, "r3", "r4").findings().getFirst();

        assertThat(found.among()).contains(new Finding.Among(1, 1, 0));
        assertThat(ExplanationText.in(Language.EN).finding(found)).doesNotContain("best pair");
    }

    @Test
    void whatDoesNotAgreeIsShownWholeAndMaskedValueByValue() {
        Finding open = pair(Masking.NONE, "r1", "r3").findings().getFirst();
        Finding hidden = pair(Masking.ALL, "r1", "r3").findings().getFirst();

        assertThat(List.of(open.left(), open.right())).contains("55551111; 55552222; 55553333", "55557777");
        assertThat(List.of(hidden.left(), hidden.right())).contains("•••; •••; •••", "•••");
        assertThat(pair(Masking.NONE, "r1", "r5").findings().getFirst()).isInstanceOf(Finding.NotSaid.class);
    }
}
