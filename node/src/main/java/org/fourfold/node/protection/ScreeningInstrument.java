package org.fourfold.node.protection;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.fourfold.node.frame.FieldGroup;

/**
 * Questions for a conversation, as data: what is asked, in both languages, and what an answer may be a sign of. It gives no
 * score, and no answer is ever more than something told.
 *
 * @param version a conversation keeps the version it was held with; a shipped version is never changed
 * @param follows the public lists whose ideas it follows; the sentences are our own
 */
public record ScreeningInstrument(
        String id, String version, Worded title, Worded about, List<String> follows, List<Indicator> indicators) {

    /** A first contact is short: more is never asked on the first day. */
    public static final int INDICATORS_MAX = 12;

    public ScreeningInstrument {
        follows = List.copyOf(follows);
        indicators = List.copyOf(indicators);
    }

    /**
     * One question. It may always be skipped.
     *
     * @param group where the answer is kept: what is about danger now goes to safety, what was lived to the narrative
     */
    public record Indicator(
            String id, FieldGroup group, Field.Kind kind, Worded ask, Worded hint, List<Option> options) {

        public Indicator {
            options = List.copyOf(options);
        }

        public Shape shape() {
            return new Shape(id, kind, options.stream().map(Option::code).toList());
        }

        /** Which elements an answer to it may be a sign of. */
        public Set<TraffickingElement> bearsOn() {
            return options.stream().flatMap(option -> option.signs().stream()).collect(Collectors.toUnmodifiableSet());
        }

        /** The option of a code. */
        public Optional<Option> option(String code) {
            return options.stream().filter(one -> one.code().equals(code)).findFirst();
        }
    }

    /** An answer to choose, and what it may be a sign of. */
    public record Option(String code, Worded words, Set<TraffickingElement> signs) {

        public Option {
            signs = Set.copyOf(signs);
        }
    }

    public Optional<Indicator> indicator(String id) {
        return indicators.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    /** The one after it; empty after the last. */
    public Optional<Indicator> next(Indicator indicator) {
        int place = indicators.indexOf(indicator) + 1;
        return place < indicators.size() ? Optional.of(indicators.get(place)) : Optional.empty();
    }

    public Optional<Indicator> previous(Indicator indicator) {
        int place = indicators.indexOf(indicator) - 1;
        return place >= 0 ? Optional.of(indicators.get(place)) : Optional.empty();
    }
}
