package org.fourfold.node.prosecution.reading;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.fourfold.node.prosecution.IdentifierKind;

/**
 * Which values identify, and in what form equal ones are equal. By type of property, not by its content: a number in a note
 * is no identifier. Nationality, migration status and all else that people share by being who they are is none either.
 */
public final class Identifiers {

    private static final int CHARACTERS_MIN = 4;
    private static final int CHARACTERS_MAX = 64;
    private static final Set<String> ACCOUNTS = Set.of("accountNumber", "publicKey");

    /** Numbers of lists and registers about the entity, which every copy of a list repeats, or codes that many share. */
    private static final Set<String> NO_DOCUMENTS = Set.of(
            "programId",
            "wikidataId",
            "authorityId",
            "osmId",
            "googlePlaceId",
            "bic",
            "swiftBic",
            "ticker",
            "cpvCode",
            "nutsCode",
            "icaoCode",
            "okvedCode");

    private final FtmModel model;
    private final Optional<String> phoneCountry;

    /** An identifier in its normal form. */
    public record Identifier(IdentifierKind kind, String value) {}

    public Identifiers(FtmModel model, Optional<String> phoneCountry) {
        this.model = model;
        this.phoneCountry = phoneCountry;
    }

    /** Empty when the value identifies nothing. */
    public Optional<Identifier> of(String schema, ReadClaim claim) {
        return model.property(schema, claim.property()).flatMap(property -> switch (property.type()) {
            case PHONE ->
                Phones.normalise(claim.value(), phoneCountry).map(value -> new Identifier(IdentifierKind.PHONE, value));
            case EMAIL -> email(claim.value());
            case IBAN -> characters(IdentifierKind.ACCOUNT, claim.value());
            case IDENTIFIER -> identifier(schema, property, claim.value());
            case NAME,
                    ADDRESS,
                    IP,
                    CHECKSUM,
                    URL,
                    ENTITY,
                    COUNTRY,
                    DATE,
                    STRING,
                    TEXT,
                    HTML,
                    JSON,
                    NUMBER,
                    GENDER,
                    LANGUAGE,
                    MIMETYPE,
                    TOPIC -> Optional.empty();
        });
    }

    private Optional<Identifier> identifier(String schema, FtmProperty property, String value) {
        if (NO_DOCUMENTS.contains(property.name())) {
            return Optional.empty();
        }
        if (ACCOUNTS.contains(property.name())) {
            // Upper and lower case tell wallets apart.
            return property.name().equals("publicKey")
                    ? bounded(IdentifierKind.ACCOUNT, value.strip())
                    : characters(IdentifierKind.ACCOUNT, value);
        }
        boolean plate = property.name().equals("registrationNumber")
                && model.find(schema).filter(known -> known.is("Vehicle")).isPresent();
        return characters(plate ? IdentifierKind.PLATE : IdentifierKind.DOCUMENT, value);
    }

    private static Optional<Identifier> email(String value) {
        String plain = value.strip().toLowerCase(Locale.ROOT);
        return plain.indexOf('@') > 0 ? bounded(IdentifierKind.EMAIL, plain) : Optional.empty();
    }

    private static Optional<Identifier> characters(IdentifierKind kind, String value) {
        return bounded(kind, compact(value));
    }

    /** Letters and digits alone, in capitals and without accents: {@code P 123-ABC} is {@code P123ABC}. */
    public static String compact(String value) {
        return isCompact(value) ? value : folded(value);
    }

    private static boolean isCompact(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if ((c < '0' || c > '9') && (c < 'A' || c > 'Z')) {
                return false;
            }
        }
        return true;
    }

    private static String folded(String value) {
        return Normalizer.normalize(value, Normalizer.Form.NFKD)
                .replaceAll("[^\\p{L}\\p{N}]", "")
                .toUpperCase(Locale.ROOT);
    }

    private static Optional<Identifier> bounded(IdentifierKind kind, String value) {
        boolean nothing = value.length() < CHARACTERS_MIN
                || value.length() > CHARACTERS_MAX
                || value.chars().allMatch(c -> c == value.charAt(0));
        return nothing ? Optional.empty() : Optional.of(new Identifier(kind, value));
    }
}
