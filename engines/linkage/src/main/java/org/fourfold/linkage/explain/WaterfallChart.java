package org.fourfold.linkage.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fourfold.linkage.report.Chart;
import org.fourfold.linkage.report.Language;
import org.fourfold.linkage.report.Markup;
import org.fourfold.linkage.table.ShippedFile;
import org.fourfold.linkage.train.Weights;

/**
 * How a pair's weight comes about, as a picture with its table: from the prior over each finding to the sum. What speaks against
 * is hollow, so that colour is not needed to tell. Without {@link #look} it is drawn in the colour of the text around it.
 */
public final class WaterfallChart {

    private static final double TEXT = 14;
    private static final double THICK = 9;
    private static final double GAP = 9;

    private final PairExplanation pair;
    private final Wording wording;
    private final ExplanationText text;
    private final List<Step> steps = new ArrayList<>();
    private int low;
    private int high;

    /** A bar from one sum to the next, in parts of a bit. */
    private record Step(String label, int from, int to, String told) {
        int parts() {
            return to - from;
        }
    }

    private WaterfallChart(PairExplanation pair, Language language) {
        this.pair = pair;
        this.wording = Wording.in(language);
        this.text = ExplanationText.in(language);
        int sum = step(wording.text("chart.prior"), 0, pair.priorParts(), wording.text("chart.prior"));
        for (Finding finding : pair.findings()) {
            sum = step(wording.label(finding), sum, finding.parts(), text.finding(finding));
        }
    }

    private int step(String label, int from, int parts, String told) {
        steps.add(new Step(label, from, from + parts, told));
        low = Math.min(low, from + parts);
        high = Math.max(high, from + parts);
        return from + parts;
    }

    /** The picture and its table as one {@code figure}, for a page that brings {@link #look} itself. */
    public static String figure(PairExplanation pair, Language language) {
        return new WaterfallChart(pair, language).figure();
    }

    /** The same with its look in it, for a page that allows that. */
    public static String selfContained(PairExplanation pair, Language language) {
        return new Markup().open("style").line().ours(look()).close().line().done() + figure(pair, language);
    }

    /** The style sheet: light and dark, and on paper. */
    public static String look() {
        return ShippedFile.text(WaterfallChart.class, "waterfall.css");
    }

    private String figure() {
        Markup out = new Markup();
        out.open("figure", "class", "waterfall").element("figcaption", wording.text("chart.caption"));
        picture(out.line());
        table(out.line());
        return out.close().line().done();
    }

    private void picture(Markup svg) {
        List<Step> drawn =
                new ArrayList<>(steps.stream().filter(step -> step.parts() != 0).toList());
        drawn.add(new Step(wording.text("chart.weight"), 0, pair.weightParts(), wording.text("chart.weight")));
        double height = drawn.size() * (TEXT + THICK + GAP);
        String what = wording.text(pair.persons() ? "what.person" : "what.thing");
        String said = wording.text("chart.said", Map.of("weight", wording.bits(pair.weightParts()), "what", what));
        svg.open(
                        "svg",
                        "viewBox",
                        "0 0 " + Chart.WIDTH + " " + Chart.at(height),
                        "role",
                        "img",
                        "aria-label",
                        said,
                        "fill",
                        "currentColor",
                        "font-size",
                        "11.5")
                .line();
        String zero = Chart.at(x(0));
        svg.open(
                "line",
                "class",
                "zero",
                "stroke",
                "currentColor",
                "x1",
                zero,
                "y1",
                "0",
                "x2",
                zero,
                "y2",
                Chart.at(height));
        svg.close().line();
        double top = 0;
        for (int i = 0; i < drawn.size(); i++) {
            bar(svg, drawn.get(i), top, i == drawn.size() - 1);
            top += TEXT + THICK + GAP;
        }
        svg.close();
    }

    private void bar(Markup svg, Step step, double top, boolean last) {
        Chart.label(svg, 0, top + TEXT - 3.5, "start", step.label());
        Chart.label(svg, Chart.WIDTH, top + TEXT - 3.5, "end", wording.bits(step.parts()));
        double from = x(Math.min(step.from(), step.to()));
        double width = Math.max(1, x(Math.max(step.from(), step.to())) - from);
        boolean against = step.parts() < 0;
        svg.open(
                "rect",
                "class",
                last ? "sum" : against ? "against" : "for",
                "x",
                Chart.at(from),
                "y",
                Chart.at(top + TEXT),
                "width",
                Chart.at(width),
                "height",
                Chart.at(THICK),
                "stroke",
                "currentColor",
                "fill-opacity",
                against ? "0.15" : "1");
        svg.element("title", step.told() + " " + wording.bits(step.parts()))
                .close()
                .line();
    }

    /** Where a sum stands; half a unit is left for the edges of bars. */
    private double x(int parts) {
        double span = Math.max(Weights.PARTS, (double) high - low);
        return 1 + (parts - low) / span * (Chart.WIDTH - 2);
    }

    private void table(Markup out) {
        out.open("details").element("summary", wording.text("chart.table")).open("table");
        out.open("thead").open("tr");
        for (String head : List.of("chart.finding", "chart.bits", "chart.sum")) {
            out.element("th", wording.text(head), "scope", "col");
        }
        out.close().close().open("tbody").line();
        for (Step step : steps) {
            out.open("tr").open("th", "scope", "row").name(step.told()).close();
            out.element("td", wording.bits(step.parts())).element("td", wording.bits(step.to()));
            out.close().line();
        }
        out.close().close().close();
    }
}
