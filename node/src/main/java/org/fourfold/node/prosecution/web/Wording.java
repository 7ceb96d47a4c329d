package org.fourfold.node.prosecution.web;

import java.util.Locale;
import java.util.Map;
import org.fourfold.node.prosecution.EntityView.Claim;
import org.fourfold.node.prosecution.EntityView.Target;
import org.fourfold.node.prosecution.IdentifierKind;
import org.fourfold.node.prosecution.reading.FtmModel;
import org.fourfold.node.prosecution.reading.FtmProperty;
import org.fourfold.node.prosecution.reading.PropertyType;
import org.fourfold.node.shell.PageFrame;

/** What stands in sources, in the reader's words. What the model does not know is shown as the source wrote it. */
final class Wording {

    private static final int COUNTRY_LETTERS = 2;

    private final PageFrame frame;
    private final FtmModel model;

    Wording(PageFrame frame, FtmModel model) {
        this.frame = frame;
        this.model = model;
    }

    String schema(String name) {
        String key = "prosecution.schema." + name.toLowerCase(Locale.ROOT);
        return frame.messages().has(key) ? frame.text(key) : apart(name);
    }

    String property(String name) {
        String key = "prosecution.property." + name.toLowerCase(Locale.ROOT);
        return frame.messages().has(key) ? frame.text(key) : apart(name);
    }

    String identifier(IdentifierKind kind) {
        return frame.text("prosecution.identifier." + kind.code());
    }

    /** The country of a two-letter code; what is none stays as it is. */
    String country(String code) {
        return code.length() == COUNTRY_LETTERS
                ? Locale.of("", code.toUpperCase(Locale.ROOT))
                        .getDisplayCountry(frame.language().locale())
                : code;
    }

    String caption(Target entity) {
        return caption(entity.caption());
    }

    String caption(String caption) {
        return caption.isBlank() ? frame.text("prosecution.entity.unnamed") : caption;
    }

    /** A claim's value: the name of what it refers to, a country's name behind its code. */
    String value(String schema, Claim claim) {
        if (claim.target().isPresent()) {
            return caption(claim.target().get());
        }
        boolean isCountry = model.property(schema, claim.property())
                .map(FtmProperty::type)
                .filter(type -> type == PropertyType.COUNTRY)
                .isPresent();
        String name = isCountry ? country(claim.value()) : claim.value();
        return name.equalsIgnoreCase(claim.value()) ? claim.value() : name + " (" + claim.value() + ")";
    }

    /** The row of a source, with the column where there is one. */
    String place(Claim claim) {
        String row = frame.number(claim.row());
        return claim.column().isEmpty()
                ? frame.text("prosecution.entity.row", "row", row)
                : frame.text("prosecution.entity.row-column", Map.of("row", row, "column", claim.column()));
    }

    /** How a thing is drawn: colour and shape say what kind of thing it is, and nothing else. */
    String form(String schema) {
        return model.find(schema)
                .map(found -> {
                    if (found.is("Person")) {
                        return "person";
                    }
                    return found.is("LegalEntity") ? "body" : "thing";
                })
                .orElse("thing");
    }

    /** {@code registrationNumber} to {@code Registration number}. */
    private static String apart(String name) {
        if (!name.chars().allMatch(Character::isLetter) || name.isEmpty()) {
            return name;
        }
        String words = name.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
