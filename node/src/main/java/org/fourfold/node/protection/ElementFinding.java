package org.fourfold.node.protection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.fourfold.node.frame.Answer;
import org.fourfold.node.frame.Dated;
import org.fourfold.node.protection.ScreeningInstrument.Indicator;

/**
 * What is known so far of one element, with every source. It says nothing of the person: three findings "signs present" are no
 * decision, and "no sign so far" is no denial. Nothing is weighed and nothing is added up.
 */
public record ElementFinding(TraffickingElement element, State state, List<Source> sources) {

    /** How it stands. */
    public enum State {
        SIGNS_PRESENT,
        /** Asked or looked for, and nothing told so far; whoever would rather not say is among these. */
        NO_SIGN_SO_FAR,
        NOT_ASKED
    }

    public ElementFinding {
        sources = List.copyOf(sources);
    }

    /** Where something comes from, and from when. */
    public sealed interface Source {

        Dated on();

        State says();
    }

    /**
     * An answer of a conversation.
     *
     * @param options what was chosen that bears on the element; empty where that is nothing
     */
    public record FromAnswer(
            Screening screening, Indicator indicator, Answer<String> answer, List<ScreeningInstrument.Option> options)
            implements Source {

        public FromAnswer {
            options = List.copyOf(options);
        }

        @Override
        public Dated on() {
            return screening.setting().toldOn();
        }

        @Override
        public State says() {
            return options.isEmpty() ? State.NO_SIGN_SO_FAR : State.SIGNS_PRESENT;
        }
    }

    /** What was written down beside the answers. */
    public record FromElsewhere(Sign sign) implements Source {

        @Override
        public Dated on() {
            return sign.terms().on();
        }

        @Override
        public State says() {
            return sign.terms().finding();
        }
    }

    /** The finding of every element, in their order. */
    public static List<ElementFinding> of(List<Screening> screenings, List<Sign> signs, Instruments instruments) {
        Map<TraffickingElement, List<Source>> sources = new EnumMap<>(TraffickingElement.class);
        Arrays.stream(TraffickingElement.values()).forEach(element -> sources.put(element, new ArrayList<>()));
        for (Screening screening : screenings) {
            instruments
                    .find(screening.setting().instrument(), screening.setting().version())
                    .ifPresent(instrument ->
                            instrument.indicators().forEach(indicator -> add(sources, screening, indicator)));
        }
        signs.stream()
                .filter(sign -> sign.setAside().isEmpty())
                .forEach(sign -> sign.terms()
                        .elements()
                        .forEach(element -> at(sources, element).add(new FromElsewhere(sign))));
        return sources.entrySet().stream()
                .map(entry -> new ElementFinding(entry.getKey(), state(entry.getValue()), ordered(entry.getValue())))
                .toList();
    }

    private static void add(Map<TraffickingElement, List<Source>> sources, Screening screening, Indicator indicator) {
        Answer<String> answer = screening.replies().of(indicator);
        if (answer instanceof Answer.NotAsked<String>) {
            return;
        }
        List<String> codes = answer.asGiven().map(indicator.shape()::codes).orElse(List.of());
        for (TraffickingElement element : indicator.bearsOn()) {
            List<ScreeningInstrument.Option> chosen = codes.stream()
                    .flatMap(code -> indicator.option(code).stream())
                    .filter(option -> option.signs().contains(element))
                    .toList();
            at(sources, element).add(new FromAnswer(screening, indicator, answer, chosen));
        }
    }

    private static List<Source> at(Map<TraffickingElement, List<Source>> sources, TraffickingElement element) {
        return sources.computeIfAbsent(element, none -> new ArrayList<>());
    }

    private static State state(List<Source> sources) {
        if (sources.isEmpty()) {
            return State.NOT_ASKED;
        }
        return sources.stream().anyMatch(source -> source.says() == State.SIGNS_PRESENT)
                ? State.SIGNS_PRESENT
                : State.NO_SIGN_SO_FAR;
    }

    /** Signs first, then by when they were told, the latest first. */
    private static List<Source> ordered(List<Source> sources) {
        return sources.stream()
                .sorted(Comparator.comparing(Source::says)
                        .thenComparing(source -> source.on().from(), Comparator.reverseOrder()))
                .toList();
    }
}
