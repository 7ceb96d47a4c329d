package org.fourfold.linkage.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What agreement is worth, and how the weights are spread. */
final class MatchingSections {

    /** Fields or levels that are drawn; the tables hold more. */
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
        levels();
        weights();
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
