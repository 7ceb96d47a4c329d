package org.fourfold.node.prevention.reading;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fourfold.node.frame.Dated;
import org.fourfold.node.prevention.Observation;
import org.fourfold.node.prevention.Tally;
import org.fourfold.node.registry.PlaceCode;

/** What the layouts of counts have in common. */
final class CountLine {

    private CountLine() {}

    /** What is counted, its parts joined as an {@link Observation} has them. */
    static String measure(Stream<String> parts) {
        return parts.filter(part -> !part.isEmpty()).collect(Collectors.joining(" / "));
    }

    /** The same without a part that only repeats the one before it. */
    static String withoutRepeats(String... parts) {
        StringBuilder joined = new StringBuilder();
        String before = "";
        for (String part : parts) {
            if (!part.isEmpty() && !part.equals(before)) {
                joined.append(joined.isEmpty() ? "" : " / ").append(part);
            }
            before = part;
        }
        return joined.toString();
    }

    /** Hands on the observation, or the faults when there is any. */
    static void hand(
            Row row,
            Layout.Sink sink,
            Cells cells,
            String series,
            String measure,
            String placeStated,
            Optional<PlaceCode> place,
            Optional<Dated> period,
            Tally count) {
        if (period.isPresent() && cells.problems().isEmpty()) {
            sink.observation(row.number(), new Observation(series, measure, placeStated, place, period.get(), count));
        } else {
            sink.refused(cells.problems());
        }
    }
}
