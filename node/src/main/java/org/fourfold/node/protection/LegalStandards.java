package org.fourfold.node.protection;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * The tests of the worksheet in words, as data.
 *
 * @param review {@code none} until a named lawyer here approved the wording; shown beside it
 */
public record LegalStandards(String version, LocalDate retrieved, String review, Map<LegalStandard, Words> tests) {

    public LegalStandards {
        tests = Map.copyOf(tests);
    }

    /** One test. */
    public record Words(Worded title, String cite, Worded child, Map<TraffickingElement, Worded> elements) {

        public Words {
            elements = Map.copyOf(elements);
        }
    }

    /** What by a country's law has to be reported, said before the first question. */
    public record Reporting(String country, LocalDate retrieved, String review, List<Line> lines) {

        public Reporting {
            lines = List.copyOf(lines);
        }

        public record Line(Worded say, String cite) {}
    }
}
