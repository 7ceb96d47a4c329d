package org.fourfold.node.prosecution;

import java.util.Locale;
import java.util.Optional;

/** What a member says an identifier is that many share for no other reason than that all go there. */
public enum HubKind {
    TAXI_RANK,
    SHELTER,
    PHARMACY,
    SHOP,
    HOTEL,
    TRANSPORT,
    OFFICE,
    OTHER;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<HubKind> parse(String code) {
        for (HubKind kind : values()) {
            if (kind.code().equals(code)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
