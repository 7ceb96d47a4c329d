package org.fourfold.linkage.report;

import java.io.IOException;
import java.util.Map;
import org.fourfold.linkage.table.ShippedFile;

/** Writes a {@link QualityReport} as one page of HTML; look and pictures are in it, nothing is fetched, no script runs. */
public final class ReportPage {

    /** A page that fetches nothing says so to the browser too. */
    private static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

    private final QualityReport report;
    private final Texts texts;
    private final Markup page = new Markup();

    private ReportPage(QualityReport report, Texts texts) {
        this.report = report;
        this.texts = texts;
    }

    /** Writes the page in UTF-8's letters; the same report gives the same page. */
    public static void write(QualityReport report, Language language, Appendable out) throws IOException {
        out.append(new ReportPage(report, Texts.in(language)).page());
    }

    private String page() {
        page.ours("<!DOCTYPE html>\n").open("html", "lang", texts.language().tag());
        head();
        page.open("body").line();
        page.open("header").element("p", texts.text("house"), "class", "mark");
        page.element(
                "p",
                texts.text(
                        "model",
                        Map.of(
                                "name",
                                report.model().name(),
                                "version",
                                report.model().version())));
        page.close().line().open("main").line();
        page.element("h1", texts.text("title")).line();
        lead();
        warnings();
        facts();
        sources();
        new BlockingSections(report, texts, page).write();
        new MatchingSections(report, texts, page).write();
        new CalibrationSections(report, texts, page).write();
        new EvaluationSection(report, texts, page).write();
        new ClusterSections(report, texts, page).write();
        page.close().line().open("footer").element("p", texts.text("footer.meaning"));
        page.element("p", texts.text("footer.decision")).close().line();
        return page.close().close().line().done();
    }

    private void head() {
        page.open("head").single("meta", "charset", "utf-8").line();
        page.single("meta", "http-equiv", "Content-Security-Policy", "content", POLICY)
                .line();
        page.single("meta", "name", "viewport", "content", "width=device-width, initial-scale=1")
                .line();
        page.single("meta", "name", "referrer", "content", "no-referrer").line();
        page.element("title", texts.text("title") + " – " + report.model().name())
                .line();
        page.open("style").line().ours(look()).close().close().line();
    }

    private void lead() {
        String key = report.links() == 0 ? "lead.nothing" : "lead.linked";
        page.element(
                        "p",
                        texts.text(
                                key,
                                Map.of(
                                        "records", texts.count(report.records()),
                                        "sources", report.sources().size(),
                                        "links", texts.count(report.links()),
                                        "clusters", texts.count(report.clusters()))),
                        "class",
                        "lead")
                .line();
    }

    private void warnings() {
        if (report.warnings().isEmpty()) {
            return;
        }
        page.open("section", "class", "note warn").element("h2", texts.text("warnings.title"));
        page.open("ul").line();
        report.warnings().stream()
                .limit(Table.ROWS_MAX)
                .forEach(warning -> page.element("li", inWords(warning)).line());
        page.close().close().line();
        if (report.warnings().size() > Table.ROWS_MAX) {
            page.element("p", texts.text("table.more", "rows", report.warnings().size() - Table.ROWS_MAX));
        }
    }

    private String inWords(Warning warning) {
        return switch (warning) {
            case Warning.NothingLinked() -> texts.text("warning.nothing-linked");
            case Warning.EmptyColumn(String column) -> texts.text("warning.empty-column", "column", column);
            case Warning.LargeBlock(String rule, long records) ->
                texts.text("warning.large-block", Map.of("rule", rule, "records", texts.count(records)));
            case Warning.Hub(String field, long records, long clusters) ->
                texts.text(
                        "warning.hub",
                        Map.of("field", field, "records", texts.count(records), "clusters", texts.count(clusters)));
            case Warning.IdsReused(long ids) -> counted("warning.ids-reused", "ids", ids);
            case Warning.RowsRepeated(long rows) -> counted("warning.rows-repeated", "rows", rows);
            case Warning.LabelsContradict(long contradictions) ->
                counted("warning.labels-contradict", "contradictions", contradictions);
            case Warning.Told told -> told.in(texts.language());
        };
    }

    private String counted(String key, String name, long count) {
        return texts.text(key, Map.of(name, count, "count", texts.count(count)));
    }

    private void facts() {
        page.open("dl", "class", "facts");
        fact("facts.records", report.records());
        fact("facts.sources", report.sources().size());
        fact("facts.pairs", report.pairsScored());
        fact("facts.links", report.links());
        fact("facts.clusters", report.clusters());
        fact(
                "facts.largest",
                report.clusterSizes().isEmpty()
                        ? 0
                        : report.clusterSizes().getLast().records());
        page.close().line();
    }

    private void fact(String key, long count) {
        page.open("div")
                .element("dt", texts.text(key))
                .element("dd", texts.count(count))
                .close()
                .line();
    }

    private void sources() {
        if (report.sources().size() < 2) {
            return;
        }
        Table table = new Table(texts.text("sources.title"), texts.text("sources.name"), texts.text("sources.records"));
        report.sources().forEach(source -> table.row(source.name(), texts.count(source.records())));
        page.element("h2", texts.text("sources.title")).line();
        table.write(page, texts);
    }

    private static String look() {
        return ShippedFile.text(ReportPage.class, "report.css");
    }
}
