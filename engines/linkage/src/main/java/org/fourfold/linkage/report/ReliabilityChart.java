package org.fourfold.linkage.report;

import java.util.List;

/**
 * What was predicted beside what was observed: on the dashed line both are equal; a larger dot stands for more labels.
 *
 * @param dots one for each bin
 * @param texts for the numbers at the axes
 */
record ReliabilityChart(List<Dot> dots, Texts texts) implements Chart {

    private static final double SMALLEST = 3.5;
    private static final double GROWTH = 6;

    /**
     * A bin.
     *
     * @param predicted its mean prediction, from 0 to 1
     * @param observed its observed share, from 0 to 1
     * @param weight its share of all labels, from 0 to 1
     * @param title what a pointer over it is told
     */
    record Dot(double predicted, double observed, double weight, String title) {}

    @Override
    public int height() {
        return Plot.HEIGHT;
    }

    @Override
    public void draw(Markup svg) {
        Plot.frame(svg, texts);
        for (int quarter = 0; quarter <= 4; quarter++) {
            String anchor = quarter == 4 ? "end" : "middle";
            Chart.label(svg, Plot.x(quarter / 4.0), Plot.BOTTOM + 15, anchor, texts.share(quarter / 4.0));
        }
        Chart.line(svg, "ideal", Plot.x(0), Plot.y(0), Plot.x(1), Plot.y(1));
        for (Dot dot : dots) {
            String radius = Chart.at(SMALLEST + GROWTH * Math.sqrt(dot.weight()));
            String x = Chart.at(Plot.x(dot.predicted()));
            svg.open("circle", "class", "dot", "cx", x, "cy", Chart.at(Plot.y(dot.observed())), "r", radius);
            svg.element("title", dot.title()).close().line();
        }
    }
}
