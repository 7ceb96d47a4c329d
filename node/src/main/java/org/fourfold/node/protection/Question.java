package org.fourfold.node.protection;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The first questions, one a page, in this order: rights and limits of confidentiality are said before anything is asked,
 * then safety, then what is needed tonight, and only then a name and an age. Migration status is not among them. Each may be
 * skipped.
 */
@SuppressWarnings("ImmutableEnumChecker") // the lists are made by List.of and never handed a mutable one
public enum Question {
    RIGHTS(Field.RIGHTS_LANGUAGE, Field.RIGHTS_HOW),
    SAFE(Field.SAFE_NOW, Field.SAFE_WHY),
    NEEDS(Field.NEEDS_TONIGHT, Field.NEEDS_OTHER),
    NAME(Field.NAME, Field.OTHER_NAMES),
    AGE(Field.BIRTH, Field.AGE_DISPUTED),
    LANGUAGES(Field.LANGUAGES, Field.LANGUAGE_OTHER, Field.INTERPRETER),
    CONTACT(Field.CONTACT_NEVER, Field.CONTACT_BANNED, Field.CONTACT_HOW, Field.CONTACT_WORD);

    private final List<Field> fields;

    Question(Field... fields) {
        this.fields = List.of(fields);
    }

    public List<Field> fields() {
        return fields;
    }

    /** Its name in addresses and keys. */
    public String path() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String titleKey() {
        return "protection.question." + path() + ".title";
    }

    /** The one after it; empty after the last. */
    public Optional<Question> next() {
        return switch (this) {
            case RIGHTS -> Optional.of(SAFE);
            case SAFE -> Optional.of(NEEDS);
            case NEEDS -> Optional.of(NAME);
            case NAME -> Optional.of(AGE);
            case AGE -> Optional.of(LANGUAGES);
            case LANGUAGES -> Optional.of(CONTACT);
            case CONTACT -> Optional.empty();
        };
    }

    public Optional<Question> previous() {
        return List.of(values()).stream()
                .filter(before -> before.next().equals(Optional.of(this)))
                .findFirst();
    }

    /** By its name in addresses. */
    public static Optional<Question> parse(String path) {
        return List.of(values()).stream()
                .filter(question -> question.path().equals(path))
                .findFirst();
    }
}
