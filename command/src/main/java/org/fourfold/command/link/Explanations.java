package org.fourfold.command.link;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.fourfold.linkage.Linkage;
import org.fourfold.linkage.cluster.Judgement;
import org.fourfold.linkage.cluster.Verdict;
import org.fourfold.linkage.evaluate.Calibration;
import org.fourfold.linkage.explain.AppliedJudgement;
import org.fourfold.linkage.explain.Explainer;
import org.fourfold.linkage.explain.JsonLines;
import org.fourfold.linkage.explain.Masking;
import org.fourfold.linkage.records.RecordName;
import org.fourfold.linkage.score.Edges;

/** {@code explanations.jsonl}: the pairs that are hardest to tell, those about as likely one person as two first. */
final class Explanations {

    static final String NAME = "explanations.jsonl";

    private Explanations() {}

    static void write(LinkSettings settings, Linked linked, Optional<Calibration> calibration, Path folder)
            throws IOException {
        Optional<Linkage.Made> made = linked.result().made();
        if (settings.explained() == 0 || made.isEmpty()) {
            return;
        }
        Edges edges = linked.result().edges();
        Explainer explainer = new Explainer(
                new Explainer.Linked(
                        settings.model(),
                        linked.records(),
                        linked.result().weights(),
                        made.get().scorers(),
                        made.get().blocking()::rulesOf),
                new Explainer.Manner(
                        Masking.NONE, judgements(settings), calibration.map(learnt -> learnt::probability)));
        int[] hardest = IntStream.range(0, edges.size())
                .boxed()
                .sorted(Comparator.comparingDouble(edge -> Math.abs(linked.bits(edge))))
                .limit(settings.explained())
                .mapToInt(Integer::intValue)
                .toArray();
        try (BufferedWriter out = Files.newBufferedWriter(folder.resolve(NAME))) {
            for (int edge : hardest) {
                JsonLines.write(explainer.pair(edges.a()[edge], edges.b()[edge]), out);
            }
        }
    }

    private static List<AppliedJudgement> judgements(LinkSettings settings) {
        return settings.judgements().stream()
                .flatMap(file -> file.judgements().all().stream())
                .filter(each -> each.verdict() != Verdict.UNSURE)
                .map(Explanations::applied)
                .toList();
    }

    private static AppliedJudgement applied(Judgement judgement) {
        return new AppliedJudgement(
                new RecordName(judgement.a().source(), judgement.a().id()),
                new RecordName(judgement.b().source(), judgement.b().id()),
                judgement.verdict() == Verdict.SAME,
                judgement.who(),
                judgement.when().atOffset(java.time.ZoneOffset.UTC).toLocalDate(),
                judgement.reason());
    }
}
