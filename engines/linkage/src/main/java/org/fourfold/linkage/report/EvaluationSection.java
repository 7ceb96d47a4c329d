package org.fourfold.linkage.report;

import java.util.Map;
import java.util.Optional;
import org.fourfold.linkage.evaluate.ClusterSample;
import org.fourfold.linkage.evaluate.ClusterScores;
import org.fourfold.linkage.evaluate.Estimate;
import org.fourfold.linkage.evaluate.LabelledSample;
import org.fourfold.linkage.evaluate.Score;

/** How right the linkage is, as far as people judged or a truth is known. */
final class EvaluationSection {

    private final QualityReport report;
    private final Texts texts;
    private final Markup page;

    EvaluationSection(QualityReport report, Texts texts, Markup page) {
        this.report = report;
        this.texts = texts;
        this.page = page;
    }

    void write() {
        page.element("h2", texts.text("evaluation.title")).line();
        QualityReport.Evaluation found = report.evaluation();
        if (found.equals(QualityReport.Evaluation.none())) {
            page.element("p", texts.text("evaluation.none")).line();
            return;
        }
        page.element("p", texts.text("evaluation.about")).line();
        found.pairs().ifPresent(this::pairs);
        found.clusters().ifPresent(this::clusters);
        found.truth().ifPresent(this::truth);
    }

    private void pairs(LabelledSample sample) {
        String title = texts.text("evaluation.pairs", "judged", texts.count(sample.judged()));
        page.element("h3", title).line();
        Table table = new Table(
                title,
                texts.text("evaluation.threshold"),
                texts.text("evaluation.precision"),
                texts.text("evaluation.recall"),
                texts.text("evaluation.pairs.count"));
        for (LabelledSample.At at : sample.thresholds()) {
            String from = Double.isFinite(at.fromBits()) ? texts.edge(at.fromBits()) : texts.text("evaluation.lowest");
            table.row(from, texts.estimate(at.precision()), texts.estimate(at.recall()), texts.count(at.pairs()));
        }
        table.write(page, texts);
        page.element("p", texts.text("evaluation.pairs.aside"), "class", "aside")
                .line();
    }

    private void clusters(ClusterSample sample) {
        page.element("h3", texts.text("evaluation.clusters", "clusters", texts.count(sample.clusters())));
        page.element(
                        "p",
                        texts.text(
                                "evaluation.clusters.text",
                                Map.of("precision", known(sample.precision()), "recall", known(sample.recall()))))
                .line();
    }

    private String known(Optional<Estimate> estimate) {
        return estimate.map(texts::estimate).orElse(texts.text("evaluation.unknown"));
    }

    private void truth(ClusterScores scores) {
        page.element("h3", texts.text("evaluation.truth")).line();
        Table table = new Table(
                texts.text("evaluation.truth"),
                texts.text("evaluation.measure"),
                texts.text("evaluation.precision"),
                texts.text("evaluation.recall"),
                texts.text("evaluation.f1"));
        row(table, "evaluation.truth.pairs", scores.pairs());
        row(table, "evaluation.truth.records", scores.bCubed());
        table.write(page, texts);
        page.element(
                        "p",
                        texts.text(
                                "evaluation.truth.exact",
                                Map.of(
                                        "exact", texts.share(scores.exactEntities()),
                                        "entities", texts.count(scores.entities()))))
                .line();
    }

    private void row(Table table, String key, Score score) {
        table.row(
                texts.text(key), texts.score(score.precision()), texts.score(score.recall()), texts.score(score.f1()));
    }
}
