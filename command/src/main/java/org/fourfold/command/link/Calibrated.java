package org.fourfold.command.link;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fourfold.command.link.LinkSettings.Remark;
import org.fourfold.linkage.evaluate.Calibration;
import org.fourfold.linkage.evaluate.CalibrationOutcome;
import org.fourfold.linkage.evaluate.CalibrationRefused;
import org.fourfold.linkage.evaluate.CalibrationReport;
import org.fourfold.linkage.evaluate.LabelledWeights;
import org.fourfold.linkage.model.LinkageModel;
import org.fourfold.linkage.report.QualityReport;
import org.fourfold.linkage.score.Edges;
import org.fourfold.linkage.score.Scoring;
import org.fourfold.linkage.train.Labels;

/**
 * From match weights to probabilities, by what people judged of the pairs of this run. Linked and other pairs are judged in unequal
 * parts, so each label stands for as many pairs of {@code pairs.csv} as there are of its kind for one that was judged.
 *
 * <p>The same labels taught the weights a little, each as one pair among hundreds of thousands; what the report says of honesty
 * comes from calibrations that did not see the label they are held against.
 */
final class Calibrated {

    private final CalibrationOutcome outcome;
    private final Optional<CalibrationReport> report;

    private Calibrated(CalibrationOutcome outcome, Optional<CalibrationReport> report) {
        this.outcome = outcome;
        this.report = report;
    }

    /** By labels, those of pairs that were not looked at closely left out. */
    static Calibrated of(LinkageModel model, Linked linked, Labels labels) {
        Edges edges = linked.result().edges();
        long[] all = new long[2];
        for (int edge = 0; edge < edges.size(); edge++) {
            if (linked.bits(edge) >= Scoring.KEPT_BITS) {
                all[kind(linked, edges.a()[edge], edges.b()[edge])]++;
            }
        }
        List<Labels.Label> met = labels.pairs().stream()
                .filter(label -> isMet(linked, edges.find(label.a(), label.b())))
                .toList();
        long[] judged = new long[2];
        met.forEach(label -> judged[kind(linked, label.a(), label.b())]++);
        double[] bits = new double[met.size()];
        boolean[] same = new boolean[met.size()];
        double[] weight = new double[met.size()];
        for (int i = 0; i < bits.length; i++) {
            Labels.Label label = met.get(i);
            int kind = kind(linked, label.a(), label.b());
            bits[i] = linked.bits(edges.find(label.a(), label.b()));
            same[i] = label.same();
            weight[i] = (double) all[kind] / judged[kind];
        }
        LabelledWeights weights = LabelledWeights.of(bits, same, weight);
        CalibrationOutcome outcome = Calibration.of(model.name() + " " + model.version(), weights);
        return new Calibrated(
                outcome,
                outcome instanceof Calibration learnt
                        ? Optional.of(CalibrationReport.of(learnt, weights, LabelSlices.of(model, linked, met)))
                        : Optional.empty());
    }

    private static boolean isMet(Linked linked, int edge) {
        return edge >= 0 && linked.bits(edge) >= Scoring.KEPT_BITS;
    }

    private static int kind(Linked linked, int a, int b) {
        return linked.cluster(a) == linked.cluster(b) ? 1 : 0;
    }

    /** What the pairs' probabilities are read from; empty where there were too few labels. */
    Optional<Calibration> calibration() {
        return outcome instanceof Calibration learnt ? Optional.of(learnt) : Optional.empty();
    }

    QualityReport.CalibrationState state() {
        return switch (outcome) {
            case Calibration _ -> new QualityReport.CalibrationState.Calibrated(report.orElseThrow());
            case CalibrationRefused refused -> new QualityReport.CalibrationState.TooFewLabels(refused);
        };
    }

    /** The same in a line. */
    Remark remark() {
        return switch (outcome) {
            case Calibration learnt ->
                new Remark("command.link.calibrated", Map.of("labels", learnt.labels(), "same", learnt.same()));
            case CalibrationRefused refused ->
                new Remark(
                        switch (refused.reason()) {
                            case TOO_FEW_LABELS -> "command.link.labels-few";
                            case TOO_FEW_SAME -> "command.link.labels-few-same";
                            case TOO_FEW_DIFFERENT -> "command.link.labels-few-different";
                        },
                        Map.of("found", refused.found(), "needed", refused.needed()));
        };
    }
}
