package org.fourfold.node.prosecution;

import java.util.Locale;
import java.util.Optional;

/** What an identifier is of. Equal identifiers of one kind are a reason to look at both entities; nothing else is. */
public enum IdentifierKind {
    PHONE,
    PLATE,
    /** Of a person, a body, a vessel or an aircraft: passports, registers, tax numbers, hull and serial numbers. */
    DOCUMENT,
    /** Bank accounts, IBANs, wallets. */
    ACCOUNT,
    EMAIL;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<IdentifierKind> parse(String code) {
        for (IdentifierKind kind : values()) {
            if (kind.code().equals(code)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
