package org.fourfold.node.access.web;

import java.time.Instant;
import java.util.List;

/**
 * A member's own account.
 *
 * @param roles codes of the roles, for their words
 * @param codes recovery codes just made, shown this once
 * @param proved whether the password was given lately, so that ways in may be changed
 */
public record AccountPage(
        String signInName,
        List<String> roles,
        int codesLeft,
        List<String> codes,
        List<PasskeyLine> passkeys,
        boolean proved) {

    /** One passkey; {@code id} in base64url. */
    public record PasskeyLine(String id, String label, Instant madeAt) {}

    public AccountPage {
        roles = List.copyOf(roles);
        codes = List.copyOf(codes);
        passkeys = List.copyOf(passkeys);
    }
}
