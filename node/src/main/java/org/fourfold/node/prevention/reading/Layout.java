package org.fourfold.node.prevention.reading;

import java.util.List;
import java.util.Optional;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.prevention.ImportOptions;
import org.fourfold.node.prevention.Incident;
import org.fourfold.node.prevention.Observation;
import org.fourfold.node.registry.Places;

/** One form in which a public series comes, recognised by its heading. */
public interface Layout {

    /** A stable name, such as {@code iom-missing-migrants}. */
    String code();

    /** Who publishes it. */
    String source();

    /** Whether a table with these columns is of this layout. */
    boolean fits(List<String> heading);

    /** The reader of one file's lines. */
    LineReader reader(List<String> heading, Places places, ImportOptions options);

    /** Reads lines; what it finds goes to the sink. */
    @FunctionalInterface
    interface LineReader {
        void read(Row row, Sink sink);
    }

    /** Takes what a line holds. Each incident, observation or fault counts as one thing read. */
    interface Sink {

        void incident(long row, Incident incident);

        void observation(long row, Observation observation);

        /** One incident or observation that could not be taken, with all its faults. */
        void refused(List<Problem> problems);
    }

    /** All layouts, the more particular first. */
    static List<Layout> all() {
        return List.of(
                new IomLayout(IomColumns.EUROPE),
                new IomLayout(IomColumns.GLOBAL),
                new SesnspVictimsLayout(),
                new SesnspCrimesLayout(),
                new CbpLayout(),
                new BorderPatrolLayout(BorderPatrolLayout.SECTORS),
                new BorderPatrolLayout(BorderPatrolLayout.BLAINE_SPOKANE));
    }

    /** The layout of a heading, if one fits. */
    static Optional<Layout> of(List<String> heading) {
        return all().stream().filter(layout -> layout.fits(heading)).findFirst();
    }
}
