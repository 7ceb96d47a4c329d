package org.fourfold.linkage.report;

import java.util.Locale;

/** A picture in SVG, {@link #WIDTH} units wide: as wide as a small phone, so that its letters are never shrunk. */
interface Chart {

    int WIDTH = 300;

    /** Height in the same units. */
    int height();

    /** Draws into the open {@code svg} element. */
    void draw(Markup svg);

    /** A length or a place, to a tenth of a unit; the same in every language. */
    static String at(double units) {
        return String.format(Locale.ROOT, "%.1f", units);
    }

    /** A text at a place. */
    static void label(Markup svg, double x, double y, String anchor, String text) {
        svg.element("text", text, "x", at(x), "y", at(y), "text-anchor", anchor);
    }

    static void line(Markup svg, String style, double x1, double y1, double x2, double y2) {
        svg.open("line", "class", style, "x1", at(x1), "y1", at(y1), "x2", at(x2), "y2", at(y2))
                .close();
    }

    /** A bar; what is not nothing is at least a hair wide and high. */
    static void bar(Markup svg, String style, double x, double y, double width, double height, String title) {
        svg.open("rect", "class", style, "x", at(x), "y", at(y), "width", at(width), "height", at(height));
        svg.element("title", title).close().line();
    }
}
