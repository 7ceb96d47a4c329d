package org.fourfold.node.access;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The short name a member types to sign in: 2 to 40 of a-z, 0-9, dot, hyphen, underscore. */
public record SignInName(String value) {

    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9._-]{1,39}");

    public SignInName {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a sign-in name");
        }
    }

    /** Reads what somebody typed: outer blanks and capitals do not matter. */
    public static Optional<SignInName> parse(String typed) {
        String lower = typed.strip().toLowerCase(Locale.ROOT);
        return FORM.matcher(lower).matches() ? Optional.of(new SignInName(lower)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
