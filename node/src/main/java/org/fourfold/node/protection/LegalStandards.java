package org.fourfold.node.protection;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The tests of the worksheet in words, as data.
 *
 * @param review {@code none} until a named lawyer here approved the wording; shown beside it
 */
public record LegalStandards(
        String version, LocalDate retrieved, String review, Map<LegalStandard, Words> tests, List<National> national) {

    public LegalStandards {
        tests = Map.copyOf(tests);
        national = List.copyOf(national);
    }

    /** The definition in a country's own law; empty where none was written yet. */
    public Optional<National> of(String country) {
        return national.stream().filter(one -> one.country().equals(country)).findFirst();
    }

    /** One test. */
    public record Words(Worded title, String cite, Worded child, Map<TraffickingElement, Worded> elements) {

        public Words {
            elements = Map.copyOf(elements);
        }
    }

    /**
     * The definition in a country's own law, beside the protocol which it carries out: signs are noted once, of the protocol's
     * elements, and each element of this law says whose it reads.
     *
     * @param child what is different for a child
     * @param read what of the law was read for these words, and what was not
     * @param retrieved when that was read; empty where nothing was
     * @param review {@code none} until a named lawyer here approved the wording
     */
    public record National(
            String country,
            Worded title,
            String cite,
            Worded child,
            Worded read,
            Optional<LocalDate> retrieved,
            String review,
            Map<TraffickingElement, Worded> elements) {

        public National {
            elements = Map.copyOf(elements);
        }
    }

    /** What by a country's law has to be reported, said before the first question; {@code read} and {@code retrieved} as with {@link National}. */
    public record Reporting(
            String country, Optional<LocalDate> retrieved, String review, Optional<Worded> read, List<Line> lines) {

        public Reporting {
            lines = List.copyOf(lines);
        }

        public record Line(Worded say, String cite) {}
    }
}
