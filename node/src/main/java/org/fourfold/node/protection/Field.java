package org.fourfold.node.protection;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.fourfold.node.frame.FieldGroup;

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
    BIRTH(FieldGroup.IDENTITY, Kind.DATED, List.of()),
    AGE_DISPUTED(FieldGroup.IDENTITY, Kind.ONE, List.of("no", "yes")),
    LANGUAGES(FieldGroup.NEEDS, Kind.SEVERAL, Languages.CODES),
    LANGUAGE_OTHER(FieldGroup.NEEDS, Kind.WORDS, List.of()),
    INTERPRETER(FieldGroup.NEEDS, Kind.ONE, List.of("yes", "no")),
    CONTACT_NEVER(FieldGroup.CONTACT, Kind.WORDS, List.of()),
    CONTACT_BANNED(
            FieldGroup.CONTACT, Kind.SEVERAL, List.of("calls", "voicemail", "messages", "mail", "visits", "paper")),
    CONTACT_HOW(FieldGroup.CONTACT, Kind.WORDS, List.of()),
    CONTACT_WORD(FieldGroup.CONTACT, Kind.WORDS, List.of()),
    CLOSING_REASON(
            FieldGroup.NEEDS,
            Kind.ONE,
            List.of("goals-reached", "own-wish", "moved", "transferred", "contact-lost", "opened-twice", "other")),
    CLOSING_WORDS(FieldGroup.NEEDS, Kind.WORDS, List.of()),
    /** When what was done to the person began and ended: which test of the law applies hangs on the age then. */
    ACTS_FROM(FieldGroup.NARRATIVE, Kind.DATED, List.of()),
    ACTS_UNTIL(FieldGroup.NARRATIVE, Kind.DATED, List.of()),
    /** For which service the migration status is asked: without one it is not asked. */
    STATUS_FOR(
            FieldGroup.LEGAL,
            Kind.ONE,
            List.of(
                    "refugee",
                    "humanitarian-card",
                    "t-visa",
                    "u-visa",
                    "continued-presence",
                    "child-relief",
                    "consulate",
                    "return",
                    "other")),
    STATUS(
            FieldGroup.LEGAL,
            Kind.ONE,
            List.of("claim", "protected", "permit", "visa", "resident", "national", "without", "other")),
    STATUS_WORDS(FieldGroup.LEGAL, Kind.WORDS, List.of()),
    DURESS_ACTS(
            FieldGroup.DURESS,
            Kind.SEVERAL,
            List.of("house", "watch", "carry", "collect", "recruit", "weapons", "harm", "other")),
    DURESS_GROUP(FieldGroup.DURESS, Kind.WORDS, List.of()),
    DURESS_WHY(FieldGroup.DURESS, Kind.SEVERAL, List.of("life", "family", "held", "hurt", "debt", "age", "other")),
    DURESS_WORDS(FieldGroup.DURESS, Kind.WORDS, List.of()),
    DURESS_TOLD(FieldGroup.DURESS, Kind.DATED, List.of());

    /** What a field holds. */
    public enum Kind {
        WORDS,
        ONE,
        SEVERAL,
        /** A date as well as it is known, as {@link DatedText} writes it. */
        DATED
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

    /** What it asks for, without its group. */
    public Shape shape() {
        return new Shape(formName(), kind, options);
    }

    /** The value from what a form sent: as {@link Shape#parse} says. */
    public Optional<String> parse(List<String> sent) {
        return shape().parse(sent);
    }

    /** The codes of a stored value. */
    public List<String> codes(String value) {
        return shape().codes(value);
    }
}
