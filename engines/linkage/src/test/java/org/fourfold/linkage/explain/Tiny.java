package org.fourfold.linkage.explain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.fourfold.linkage.Threads;
import org.fourfold.linkage.block.Blocking;
import org.fourfold.linkage.block.PairSink;
import org.fourfold.linkage.block.SourceMatrix;
import org.fourfold.linkage.compare.Kernels;
import org.fourfold.linkage.model.LinkageModel;
import org.fourfold.linkage.model.ModelReader;
import org.fourfold.linkage.records.RecordName;
import org.fourfold.linkage.records.Records;
import org.fourfold.linkage.records.RecordsReader;
import org.fourfold.linkage.score.Scorers;
import org.fourfold.linkage.train.Weights;

/**
 * Sixteen records and weights that are whole bits. Zoila is said twice: 1 in 8 says it, where chance gives 1 in 4, so it is worth
 * one bit more than the level's two.
 */
final class Tiny {

    static final LinkageModel MODEL = ModelReader.read("tiny", """
            model tiny 1
            id id
            source org
            field name person given=nombres surnames=apellidos
            field born date nacimiento
            field phone phone telefono
            compare name.given1 same rare, sound
            compare born same, year
            compare phone same
            block phone
            block name.given1~sound + born~whole
            """.lines().toList());

    static final Weights WEIGHTS = new Weights(
            List.of(new double[] {0, 1, .125, .0625}, new double[] {0, .5, .25, .125}, new double[] {0, .5, .25}),
            List.of(new double[] {0, .25, .03125, .5}, new double[] {0, 1 / 64.0, .125, .5}, new double[] {
                0, 1 / 256.0, .5
            }),
            1 / 1025.0);

    private static final List<String> ROWS = List.of(
            "r1,casa,Zoila,Xol,1990-05-01,55512345",
            "r2,norte,Zoila,Xol,1990-05-01,",
            "r3,sur,Soila,Xol,1990-07-09,55512345",
            "r4,sur,Ana,Tzoc,1970-01-02,",
            "r5,sur,Berta,Tzoc,1971-01-02,",
            "r6,sur,Carla,Tzoc,1972-01-02,",
            "r7,sur,Delia,Tzoc,1973-01-02,",
            "r8,sur,Elsa,Tzoc,1974-01-02,",
            "r9,sur,Flor,Tzoc,1975-01-02,",
            "r10,sur,Gloria,Tzoc,1976-01-02,",
            "r11,sur,Hilda,Tzoc,1977-01-02,",
            "r12,sur,Irma,Tzoc,1978-01-02,",
            "r13,sur,Juana,Tzoc,1979-01-02,",
            "r14,sur,Karla,Tzoc,1980-01-02,",
            "r15,sur,Lidia,Tzoc,1981-01-02,",
            "r16,sur,Marta,Tzoc,1982-01-02,55598765");

    static final RecordName R1 = new RecordName("casa", "r1");
    static final RecordName R2 = new RecordName("norte", "r2");
    static final RecordName R3 = new RecordName("sur", "r3");

    static final AppliedJudgement SAME =
            new AppliedJudgement(R2, R1, true, "analyst 4", LocalDate.of(2026, 11, 20), "same photograph");

    private Tiny() {}

    static Records records(List<String> rows) {
        try (Threads threads = new Threads(1)) {
            Path file = Files.createTempFile("tiny", ".csv");
            Files.writeString(file, "id,org,nombres,apellidos,nacimiento,telefono\n" + String.join("\n", rows) + "\n");
            RecordsReader reader = new RecordsReader(MODEL, threads);
            reader.read(file);
            Files.delete(file);
            return reader.records();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> rows() {
        return new ArrayList<>(ROWS);
    }

    static Explainer explainer(Records records, Explainer.Manner manner) {
        return explainer(MODEL, records, WEIGHTS, manner);
    }

    static Explainer explainer(LinkageModel model, Records records, Weights weights, Explainer.Manner manner) {
        Scorers scorers = new Scorers(model, records, new Kernels(model, records), weights);
        return new Explainer(
                new Explainer.Linked(model, records, weights, scorers, walked(model, records)::rulesOf), manner);
    }

    private static Blocking walked(LinkageModel model, Records records) {
        try (Threads threads = new Threads(1)) {
            Blocking blocking = new Blocking(model, records, SourceMatrix.ALL.over(records), threads);
            PairSink nobody = (a, b, size) -> {};
            List<Blocking.RuleCount> counts = blocking.walk(threads, () -> nobody);
            if (counts.isEmpty()) {
                throw new IllegalStateException("no rule");
            }
            return blocking;
        }
    }

    static Explainer.Manner manner(Masking masking, List<AppliedJudgement> judgements) {
        return new Explainer.Manner(masking, judgements, Optional.empty());
    }

    static Explainer.Manner calibrated(DoubleUnaryOperator calibration) {
        return new Explainer.Manner(Masking.NONE, List.of(), Optional.of(calibration));
    }

    static int number(Records records, String id) {
        for (int i = 0; i < records.size(); i++) {
            if (records.idOf(i).equals(id)) {
                return i;
            }
        }
        throw new IllegalArgumentException(id);
    }

    static PairExplanation pair(Explainer explainer, Records records, String x, String y) {
        return explainer.pair(number(records, x), number(records, y));
    }
}
