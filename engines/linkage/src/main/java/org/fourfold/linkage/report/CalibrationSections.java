package org.fourfold.linkage.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fourfold.linkage.evaluate.Calibration;
import org.fourfold.linkage.evaluate.CalibrationRefused;
import org.fourfold.linkage.evaluate.CalibrationReport;
import org.fourfold.linkage.evaluate.Reliability;

/** From match weight to probability, how honest that is, and for whom; or the plain sentence that there is none. */
final class CalibrationSections {

    /** Knots in the table: of more, evenly spaced ones are shown. */
    private static final int KNOTS_SHOWN = 40;

    private final QualityReport report;
    private final Texts texts;
    private final Markup page;

    CalibrationSections(QualityReport report, Texts texts, Markup page) {
        this.report = report;
        this.texts = texts;
        this.page = page;
    }

    void write() {
        page.element("h2", texts.text("calibration.title")).line();
        switch (report.calibration()) {
            case QualityReport.CalibrationState.NoRecord() -> note(texts.text("calibration.none"));
            case QualityReport.CalibrationState.TooFewLabels(CalibrationRefused refused) ->
                note(texts.text("calibration.refused", "reason", reason(refused)));
            case QualityReport.CalibrationState.Calibrated(CalibrationReport found) -> calibrated(found);
        }
    }

    private void note(String text) {
        page.open("div", "class", "note").element("p", text).close().line();
    }

    private String reason(CalibrationRefused refused) {
        return texts.text(
                "calibration.reason." + refused.reason(),
                Map.of("found", refused.found(), "needed", texts.count(refused.needed())));
    }

    private void calibrated(CalibrationReport found) {
        page.element(
                        "p",
                        texts.text(
                                "calibration.lead",
                                Map.of(
                                        "labels",
                                                texts.count(found.calibration().labels()),
                                        "same", texts.count(found.calibration().same()),
                                        "error", texts.share(found.overall().error()),
                                        "brier", texts.score(found.overall().brier()))))
                .line();
        page.open("div", "class", "pictures").line();
        curve(found.calibration());
        reliability(found.overall());
        page.close().line();
        slices(found);
    }

    private void curve(Calibration calibration) {
        Table table = new Table(
                texts.text("calibration.curve"), texts.text("calibration.bits"), texts.text("calibration.probability"));
        List<Calibration.Knot> knots = calibration.knots();
        int step = (knots.size() + KNOTS_SHOWN - 1) / KNOTS_SHOWN;
        for (int knot = 0; knot < knots.size(); knot += step) {
            table.row(
                    texts.bits(knots.get(knot).bits()),
                    texts.share(knots.get(knot).probability()));
        }
        Figure.write(
                page,
                texts,
                texts.text("calibration.curve"),
                texts.text("calibration.curve.desc"),
                texts.text("calibration.curve.aside"),
                List.of(),
                new CurveChart(thinned(knots), texts),
                table);
    }

    /** More points than the picture has units cannot be seen; the first and the last are always kept. */
    private static List<CurveChart.Point> thinned(List<Calibration.Knot> knots) {
        List<CurveChart.Point> points = new ArrayList<>();
        double step = Math.max(1, (knots.size() - 1) / (2.0 * Chart.WIDTH));
        for (double at = 0; at < knots.size() - 1; at += step) {
            points.add(point(knots.get((int) at)));
        }
        points.add(point(knots.getLast()));
        return points;
    }

    private static CurveChart.Point point(Calibration.Knot knot) {
        return new CurveChart.Point(knot.bits(), knot.probability());
    }

    private void reliability(Reliability found) {
        Table table = new Table(
                texts.text("calibration.reliability"),
                texts.text("calibration.bin"),
                texts.text("calibration.labels"),
                texts.text("calibration.predicted"),
                texts.text("calibration.observed"));
        double all = found.bins().stream().mapToDouble(Reliability.Bin::weight).sum();
        List<ReliabilityChart.Dot> dots = new ArrayList<>();
        for (Reliability.Bin bin : found.bins()) {
            String range =
                    texts.text("weights.from-to", Map.of("from", texts.share(bin.from()), "to", texts.share(bin.to())));
            String labels = texts.count(bin.count());
            String predicted = texts.share(bin.meanPredicted());
            String observed = texts.share(bin.observed());
            table.row(range, labels, predicted, observed);
            String title = texts.text(
                    "calibration.dot",
                    Map.of("range", range, "predicted", predicted, "observed", observed, "labels", labels));
            dots.add(new ReliabilityChart.Dot(bin.meanPredicted(), bin.observed(), bin.weight() / all, title));
        }
        Figure.write(
                page,
                texts,
                texts.text("calibration.reliability"),
                texts.text("calibration.reliability.desc"),
                texts.text("calibration.reliability.aside"),
                List.of(),
                new ReliabilityChart(dots, texts),
                table);
    }

    /** In words where there are some. */
    private String named(String key, String name) {
        return texts.has(key) ? texts.text(key) : name;
    }

    private void slices(CalibrationReport found) {
        if (found.parts().isEmpty()) {
            return;
        }
        page.element("h2", texts.text("slices.title")).line();
        page.element("p", texts.text("slices.lead")).line();
        Table table = new Table(
                texts.text("slices.title"),
                texts.text("slices.part"),
                texts.text("calibration.predicted"),
                texts.text("calibration.observed"),
                texts.text("calibration.error"),
                texts.text("calibration.labels"));
        for (CalibrationReport.Part part : found.parts()) {
            String few = texts.text("slices.few");
            table.row(
                    named("slices." + part.kind(), part.kind()) + ": "
                            + named("slices." + part.kind() + "." + part.name(), part.name()),
                    part.reliability().map(r -> texts.share(r.meanPredicted())).orElse(few),
                    part.reliability().map(r -> texts.share(r.observed())).orElse(few),
                    part.reliability().map(r -> texts.share(r.error())).orElse(few),
                    texts.count(part.count()));
        }
        table.write(page, texts);
    }
}
