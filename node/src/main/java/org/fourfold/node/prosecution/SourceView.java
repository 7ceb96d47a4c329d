package org.fourfold.node.prosecution;

import java.util.List;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.prosecution.ImportReport.Counted;

/**
 * A source with what it brought and what was refused.
 *
 * @param unknown schemata and properties that the model does not know
 */
public record SourceView(
        Source source, List<Counted> schemata, List<Counted> countries, List<Counted> unknown, List<Problem> problems) {

    public SourceView {
        schemata = List.copyOf(schemata);
        countries = List.copyOf(countries);
        unknown = List.copyOf(unknown);
        problems = List.copyOf(problems);
    }
}
