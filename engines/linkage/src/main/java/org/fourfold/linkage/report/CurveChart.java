package org.fourfold.linkage.report;

import java.util.List;
import java.util.StringJoiner;

/**
 * A line over match weights, from 0 to 1: which weight means which probability.
 *
 * @param points from left to right, at least one
 * @param texts for the numbers at the axes
 */
record CurveChart(List<Point> points, Texts texts) implements Chart {

    /** A place on the line: {@code x} in bits, {@code y} from 0 to 1. */
    record Point(double x, double y) {}

    @Override
    public int height() {
        return Plot.HEIGHT;
    }

    @Override
    public void draw(Markup svg) {
        double low = points.getFirst().x();
        double high = points.getLast().x();
        Plot.Axis bits = Plot.Axis.around(low, high);
        Plot.frame(svg, texts);
        for (double tick : bits.ticks()) {
            Chart.label(svg, Plot.x(bits.part(tick)), Plot.BOTTOM + 15, "middle", texts.edge(tick));
        }
        StringJoiner line = new StringJoiner(" ");
        // Outside the knots the probability stays: the line runs on to both edges.
        line.add(Chart.at(Plot.x(0)) + "," + Chart.at(Plot.y(points.getFirst().y())));
        for (Point point : points) {
            line.add(Chart.at(Plot.x(bits.part(point.x()))) + "," + Chart.at(Plot.y(point.y())));
        }
        line.add(Chart.at(Plot.x(1)) + "," + Chart.at(Plot.y(points.getLast().y())));
        svg.open("polyline", "class", "line", "points", line.toString()).close();
    }
}
