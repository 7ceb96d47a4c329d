package org.fourfold.node.prevention.web;

import java.util.List;
import org.fourfold.node.shell.Choice;
import org.fourfold.node.shell.MonthChart;

/** Pages about series of counts. */
public final class SeriesPage {

    private SeriesPage() {}

    /** One line of the list. */
    public record Row(String href, String name, String source, String period, long observations, String vintage) {}

    /** All series. */
    public record All(List<Row> rows) {}

    /** One series by month. */
    public record One(
            String path,
            String source,
            List<Choice> places,
            String place,
            List<Choice> measures,
            String measure,
            List<Choice> vintages,
            String vintage,
            MonthChart chart,
            long total,
            long withoutNumber) {}
}
