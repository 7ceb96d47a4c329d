package org.fourfold.linkage.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Which pairs were compared, what agreement is worth, and how the weights are spread. */
final class MatchingSections {

    /** Rules, fields or levels that are drawn; the tables hold more. */
    private static final int DRAWN_MAX = 40;

    private final QualityReport report;
    private final Texts texts;
    private final Markup page;

    MatchingSections(QualityReport report, Texts texts, Markup page) {
        this.report = report;
        this.texts = texts;
        this.page = page;
    }

    void write() {
        rules();
        loss();
        levels();
        weights();
    }

    private void rules() {
        page.element("h2", texts.text("rules.title")).line();
        if (report.rules().isEmpty()) {
            page.element("p", texts.text("rules.none")).line();
            return;
        }
        page.element("p", texts.text("rules.lead")).line();
        double most = Math.max(
                1,
                report.rules().stream()
                        .mapToLong(QualityReport.Rule::pairs)
                        .max()
                        .orElse(1));
        // Which rule gave a pair alone is counted only where somebody asks for it: else a pair belongs to the first.
        boolean alone = report.rules().stream().allMatch(rule -> rule.onlyHere().isPresent());
        List<String> counted = alone
                ? List.of(texts.text("rules.pairs"), texts.text("rules.only"))
                : List.of(texts.text("rules.added"));
        Table table = alone
                ? new Table(texts.text("rules.chart"), texts.text("rules.name"), counted.get(0), counted.get(1))
                : new Table(texts.text("rules.chart"), texts.text("rules.name"), counted.get(0));
        List<RowBarChart.Row> rows = new ArrayList<>();
        for (QualityReport.Rule rule : report.rules()) {
            String pairs = texts.count(rule.pairs());
            long only = rule.onlyHere().orElse(0);
            if (alone) {
                table.row(rule.name(), pairs, texts.count(only));
            } else {
                table.row(rule.name(), pairs);
            }
            if (rows.size() < DRAWN_MAX) {
                rows.add(new RowBarChart.Row(
                        rule.name(), pairs, rule.pairs() / most, only / most, rule.name() + ": " + pairs));
            }
        }
        page.open("div", "class", "pictures");
        Figure.write(
                page,
                texts,
                texts.text("rules.chart"),
                texts.text(alone ? "rules.desc" : "rules.desc-added"),
                "",
                counted,
                new RowBarChart(rows),
                table);
        page.close().line();
    }

    private void loss() {
        page.element("h2", texts.text("loss.title")).line();
        if (report.blockingLoss().isEmpty()) {
            page.element("p", texts.text("loss.unknown")).line();
            return;
        }
        QualityReport.BlockingLoss loss = report.blockingLoss().get();
        page.element("p", texts.text("loss.met", "met", texts.estimate(loss.met())))
                .line();
        page.element("p", texts.text("loss.basis." + loss.basis()), "class", "aside")
                .line();
    }

    private void levels() {
        page.element("h2", texts.text("levels.title")).line();
        if (report.comparisons().isEmpty()) {
            page.element("p", texts.text("levels.none")).line();
            return;
        }
        page.element("p", texts.text("levels.lead"))
                .line()
                .open("div", "class", "pictures")
                .line();
        report.comparisons().stream().limit(DRAWN_MAX).forEach(this::comparison);
        page.close().line();
    }

    private void comparison(QualityReport.Comparison comparison) {
        Table table = new Table(
                comparison.name(),
                texts.text("levels.name"),
                texts.text("levels.m"),
                texts.text("levels.u"),
                texts.text("levels.bits"));
        List<RowBarChart.Row> rows = new ArrayList<>();
        for (QualityReport.Level level : comparison.levels()) {
            String m = texts.share(level.m());
            String u = texts.share(level.u());
            String bits = texts.evidence(level.bits());
            table.row(level.name(), m, u, bits);
            if (rows.size() < DRAWN_MAX) {
                String title =
                        texts.text("levels.title-of", Map.of("level", level.name(), "m", m, "u", u, "bits", bits));
                rows.add(new RowBarChart.Row(level.name(), bits, level.m(), level.u(), title));
            }
        }
        Figure.write(
                page,
                texts,
                comparison.name(),
                texts.text("levels.desc", "field", comparison.name()),
                "",
                List.of(texts.text("levels.m"), texts.text("levels.u")),
                new RowBarChart(rows),
                table);
    }

    private void weights() {
        page.element("h2", texts.text("weights.title")).line();
        if (report.weights().isEmpty()) {
            page.element("p", texts.text("weights.none")).line();
            return;
        }
        page.element("p", texts.text("weights.lead")).line();
        Plot.Axis axis = new Plot.Axis(
                report.weights().getFirst().fromBits(),
                report.weights().getLast().toBits());
        Table table = new Table(texts.text("weights.chart"), texts.text("weights.range"), texts.text("weights.pairs"));
        List<ColumnChart.Column> columns = new ArrayList<>();
        for (QualityReport.WeightBin bin : report.weights()) {
            String range = texts.text(
                    "weights.from-to", Map.of("from", texts.edge(bin.fromBits()), "to", texts.edge(bin.toBits())));
            String pairs = texts.count(bin.pairs());
            table.row(range, pairs);
            columns.add(new ColumnChart.Column(
                    axis.part(bin.fromBits()), axis.part(bin.toBits()), bin.pairs(), range + ": " + pairs));
        }
        List<ColumnChart.Mark> marks = axis.ticks().stream()
                .map(tick -> new ColumnChart.Mark(axis.part(tick), texts.edge(tick)))
                .toList();
        page.open("div", "class", "pictures");
        Figure.write(
                page,
                texts,
                texts.text("weights.chart"),
                texts.text("weights.desc"),
                texts.text("weights.aside"),
                List.of(),
                new ColumnChart(columns, marks, texts),
                table);
        page.close().line();
    }
}
