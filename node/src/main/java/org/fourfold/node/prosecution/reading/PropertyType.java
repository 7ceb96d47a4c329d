package org.fourfold.node.prosecution.reading;

import java.util.Locale;
import java.util.Optional;

/** What kind of value a property holds, as FollowTheMoney has them. */
public enum PropertyType {
    NAME,
    ADDRESS,
    EMAIL,
    PHONE,
    IDENTIFIER,
    IBAN,
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
    TOPIC;

    /** As the model writes it: {@code identifier}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the same value at two entities is a reason to look at both: a node in a graph of its own. */
    public boolean isPivot() {
        return switch (this) {
            case NAME, ADDRESS, EMAIL, PHONE, IDENTIFIER, IBAN, IP, CHECKSUM, URL, ENTITY -> true;
            case COUNTRY, DATE, STRING, TEXT, HTML, JSON, NUMBER, GENDER, LANGUAGE, MIMETYPE, TOPIC -> false;
        };
    }

    static Optional<PropertyType> find(String code) {
        for (PropertyType type : values()) {
            if (type.code().equals(code)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }
}
