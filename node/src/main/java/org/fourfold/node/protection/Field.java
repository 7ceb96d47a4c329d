package org.fourfold.node.protection;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.fourfold.node.frame.FieldGroup;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;

/**
 * Every field that a case file has, each in exactly one group. The name is stored: never rename a constant. A field of
 * words holds what was said; the others hold codes whose texts stand under {@code protection.option.<code>}.
 */
@SuppressWarnings("ImmutableEnumChecker") // the lists are made by List.of and never handed a mutable one
public enum Field {
    RIGHTS_LANGUAGE(FieldGroup.SAFETY, Kind.ONE, Languages.CODES),
    RIGHTS_HOW(FieldGroup.SAFETY, Kind.ONE, List.of("spoken", "interpreter", "audio", "read")),
    SAFE_NOW(FieldGroup.SAFETY, Kind.ONE, List.of("yes", "tonight", "no")),
    SAFE_WHY(FieldGroup.SAFETY, Kind.WORDS, List.of()),
    NEEDS_TONIGHT(
            FieldGroup.NEEDS,
            Kind.SEVERAL,
            List.of("bed", "food", "clothes", "hygiene", "health", "medicine", "children", "phone", "transport")),
    NEEDS_OTHER(FieldGroup.NEEDS, Kind.WORDS, List.of()),
    NAME(FieldGroup.IDENTITY, Kind.WORDS, List.of()),
    OTHER_NAMES(FieldGroup.IDENTITY, Kind.WORDS, List.of()),
    LANGUAGES(FieldGroup.NEEDS, Kind.SEVERAL, Languages.CODES),
    LANGUAGE_OTHER(FieldGroup.NEEDS, Kind.WORDS, List.of()),
    INTERPRETER(FieldGroup.NEEDS, Kind.ONE, List.of("yes", "no")),
    CONTACT_NEVER(FieldGroup.CONTACT, Kind.WORDS, List.of()),
    CONTACT_HOW(FieldGroup.CONTACT, Kind.WORDS, List.of()),
    CONTACT_WORD(FieldGroup.CONTACT, Kind.WORDS, List.of()),
    CLOSING_REASON(
            FieldGroup.NEEDS,
            Kind.ONE,
            List.of("goals-reached", "own-wish", "moved", "transferred", "contact-lost", "opened-twice", "other")),
    CLOSING_WORDS(FieldGroup.NEEDS, Kind.WORDS, List.of());

    /** What a field holds. */
    public enum Kind {
        WORDS,
        ONE,
        SEVERAL
    }

    /** The longest text of a field, in characters. */
    public static final int WORDS_MAX = 2_000;

    private static final class Languages {
        /** ISO 639-3 for the Maya and Garífuna languages, 639-1 for the others; Spanish and the nearest first. */
        static final List<String> CODES = List.of(
                "es", "mam", "quc", "kek", "cak", "ixl", "kjb", "tzj", "pop", "knj", "jac", "cac", "ctu", "tzh", "tzo",
                "cab", "miq", "xin", "nah", "en", "pt", "ht", "fr", "sign");

        private Languages() {}
    }

    private final FieldGroup group;
    private final Kind kind;
    private final List<String> options;

    Field(FieldGroup group, Kind kind, List<String> options) {
        this.group = group;
        this.kind = kind;
        this.options = options;
    }

    public FieldGroup group() {
        return group;
    }

    public Kind kind() {
        return kind;
    }

    /** The codes to choose from; empty for words. */
    public List<String> options() {
        return options;
    }

    /** Its name in forms and keys: {@code safe-now}. */
    public String formName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Key of the question that is put. */
    public String labelKey() {
        return "protection.field." + formName();
    }

    /** Key of an option's words. */
    public String optionKey(String option) {
        String list = options.equals(Languages.CODES) ? "language" : formName();
        return "protection.option." + list + "." + option;
    }

    /** The value from what a form sent: empty when nothing was given; codes joined by commas in the order of the list. */
    public Optional<String> parse(List<String> sent) {
        return switch (kind) {
            case WORDS ->
                sent.stream().map(this::cut).filter(words -> !words.isBlank()).findFirst();
            case ONE -> sent.stream().filter(options::contains).findFirst();
            case SEVERAL -> {
                String chosen = options.stream().filter(sent::contains).collect(Collectors.joining(","));
                yield chosen.isEmpty() ? Optional.empty() : Optional.of(chosen);
            }
        };
    }

    /** The codes of a stored value. */
    public List<String> codes(String value) {
        return kind == Kind.WORDS ? List.of() : Arrays.asList(value.split(",", -1));
    }

    private String cut(String words) {
        String plain = words.replace("\r\n", "\n").strip();
        if (plain.length() > WORDS_MAX) {
            throw new ProblemException(Problem.inField("protection.words-too-long", formName()));
        }
        return plain;
    }
}
