package org.fourfold.linkage.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Which pairs were compared, which rule earned them, and what the rules missed. */
final class BlockingSections {

    /** Rules that are drawn; the table holds more. */
    private static final int DRAWN_MAX = 40;

    /** From so many rules on, matches are counted together. */
    private static final int FINDERS_MAX = 12;

    private final QualityReport report;
    private final Texts texts;
    private final Markup page;

    BlockingSections(QualityReport report, Texts texts, Markup page) {
        this.report = report;
        this.texts = texts;
        this.page = page;
    }

    void write() {
        page.element("h2", texts.text("rules.title")).line();
        if (report.rules().isEmpty()) {
            page.element("p", texts.text("rules.none")).line();
        } else if (report.rules().stream().allMatch(rule -> rule.yield().isPresent())) {
            page.element("p", texts.text("rules.lead-matches")).line();
            earned();
        } else {
            page.element("p", texts.text("rules.lead")).line();
            added();
        }
        loss();
    }

    /** Only pairs are known. */
    private void added() {
        long most = report.rules().stream()
                .mapToLong(QualityReport.Rule::pairs)
                .max()
                .orElse(1);
        Table table = new Table(texts.text("rules.chart"), texts.text("rules.name"), texts.text("rules.added"));
        List<RowBarChart.Row> rows = new ArrayList<>();
        for (QualityReport.Rule rule : report.rules()) {
            String pairs = texts.count(rule.pairs());
            table.row(rule.name(), pairs);
            draw(rows, rule.name(), pairs, rule.pairs() / (double) Math.max(1, most), 0);
        }
        picture("rules.chart", "rules.desc-added", List.of(texts.text("rules.added")), rows, table);
    }

    /** What each rule found is known too. */
    private void earned() {
        double most = 1;
        for (QualityReport.Rule rule : report.rules()) {
            most = Math.max(most, rule.yield().orElseThrow().matches());
        }
        Table table = new Table(
                texts.text("rules.chart-matches"),
                texts.text("rules.name"),
                texts.text("rules.added"),
                texts.text("rules.kept"),
                texts.text("rules.matches"),
                texts.text("rules.alone"),
                texts.text("rules.crowded"),
                texts.text("rules.left-out"));
        List<RowBarChart.Row> rows = new ArrayList<>();
        for (QualityReport.Rule rule : report.rules()) {
            QualityReport.Yield yield = rule.yield().orElseThrow();
            String matches = count(yield.matches());
            table.row(
                    rule.name(),
                    texts.count(rule.pairs()),
                    texts.count(yield.kept()),
                    matches,
                    count(yield.alone()),
                    texts.count(yield.crowdedBlocks()),
                    texts.count(yield.leftOut()));
            draw(rows, rule.name(), matches, yield.matches() / most, yield.alone() / most);
        }
        List<String> key = List.of(texts.text("rules.matches"), texts.text("rules.alone"));
        picture("rules.chart-matches", "rules.desc", key, rows, table);
    }

    private static void draw(List<RowBarChart.Row> rows, String name, String value, double first, double second) {
        if (rows.size() < DRAWN_MAX) {
            rows.add(new RowBarChart.Row(name, value, first, second, name + ": " + value));
        }
    }

    private void picture(String caption, String said, List<String> key, List<RowBarChart.Row> rows, Table table) {
        page.open("div", "class", "pictures");
        Figure.write(page, texts, texts.text(caption), texts.text(said), "", key, new RowBarChart(rows), table);
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
        loss.recapture().ifPresent(this::recapture);
        page.element("p", texts.text("loss.basis." + loss.basis()), "class", "aside")
                .line();
    }

    private void recapture(QualityReport.Recapture recapture) {
        double once =
                recapture.matchesBy().isEmpty() ? 0 : recapture.matchesBy().getFirst();
        page.element(
                        "p",
                        texts.text(
                                "loss.recapture",
                                Map.of(
                                        "found",
                                        count(recapture.matches()),
                                        "once",
                                        count(once),
                                        "missed",
                                        texts.text(
                                                "estimate",
                                                Map.of(
                                                        "share", count(recapture.missed()),
                                                        "low", count(recapture.low()),
                                                        "high", count(recapture.high()))))))
                .line();
        outside("loss.silent", recapture.silent());
        outside("loss.crowded", recapture.crowded());
        finders(recapture);
    }

    private void outside(String key, long records) {
        if (records > 0) {
            page.element("p", texts.text(key, Map.of("records", records, "count", texts.count(records))))
                    .line();
        }
    }

    /** Matches by how many rules found them, and before them those that none did. */
    private void finders(QualityReport.Recapture recapture) {
        List<Double> by = new ArrayList<>();
        for (int i = 0; i < recapture.matchesBy().size(); i++) {
            double matches = recapture.matchesBy().get(i);
            if (i < FINDERS_MAX) {
                by.add(matches);
            } else {
                by.set(FINDERS_MAX - 1, by.get(FINDERS_MAX - 1) + matches);
            }
        }
        double most = Math.max(
                1,
                Math.max(
                        recapture.missed(),
                        by.stream().mapToDouble(Double::doubleValue).max().orElse(0)));
        Table table = new Table(texts.text("loss.chart"), texts.text("loss.finders"), texts.text("rules.matches"));
        List<RowBarChart.Row> rows = new ArrayList<>();
        String none = texts.text("loss.none");
        table.row(none, count(recapture.missed()));
        rows.add(new RowBarChart.Row(none, count(recapture.missed()), 0, recapture.missed() / most, none));
        for (int i = 0; i < by.size(); i++) {
            boolean more = i == FINDERS_MAX - 1 && recapture.matchesBy().size() > FINDERS_MAX;
            String name = texts.text(more ? "loss.rules-more" : "loss.rules", "rules", i + 1);
            table.row(name, count(by.get(i)));
            rows.add(new RowBarChart.Row(name, count(by.get(i)), by.get(i) / most, 0, name));
        }
        picture(
                "loss.chart",
                "loss.desc",
                List.of(texts.text("loss.found"), texts.text("loss.estimated")),
                rows,
                table);
    }

    private String count(double matches) {
        return texts.count(Math.round(matches));
    }
}
