package org.fourfold.node.access.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.fourfold.node.access.SignInName;
import org.fourfold.node.frame.Problem;

/**
 * What a new password must be: long, not made of one or two common words however spelt, not the member's own name. No
 * rule about kinds of signs, and no regular change (NIST SP 800-63B, section 3.1.1.2).
 */
public final class PasswordRules {

    public static final int LENGTH_MIN = 12;
    public static final int LENGTH_MAX = 128;

    private static final int DIFFERENT_MIN = 5;
    private static final int LETTERS_ENOUGH = 6;
    private static final String LIST = "/access/common-passwords.txt";

    private final Set<String> common;

    private PasswordRules(Set<String> common) {
        this.common = Set.copyOf(common);
    }

    /** With the list that is shipped: our own, of words that guessing programs try first in Spanish and English. */
    public static PasswordRules read() {
        try (InputStream stream = PasswordRules.class.getResourceAsStream(LIST)) {
            if (stream == null) {
                throw new IllegalStateException("no " + LIST);
            }
            return new PasswordRules(new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .collect(Collectors.toSet()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is wrong with a new password, in the field it was typed into. */
    public Optional<Problem> fault(String password, Optional<SignInName> name, String field) {
        int length = password.codePointCount(0, password.length());
        if (length < LENGTH_MIN) {
            return Optional.of(
                    Problem.inField("access.password-short", field).with("least", Integer.toString(LENGTH_MIN)));
        }
        if (length > LENGTH_MAX) {
            return Optional.of(
                    Problem.inField("access.password-long", field).with("most", Integer.toString(LENGTH_MAX)));
        }
        boolean own = name.map(one -> password.toLowerCase(Locale.ROOT).contains(one.value()))
                .orElse(false);
        if (own || isCommon(password)) {
            return Optional.of(Problem.inField("access.password-common", field));
        }
        return Optional.empty();
    }

    private boolean isCommon(String password) {
        if (password.codePoints().distinct().count() < DIFFERENT_MIN) {
            return true;
        }
        String lower = Normalizer.normalize(password.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "");
        String letters = lower.replace('0', 'o')
                .replace('1', 'i')
                .replace('3', 'e')
                .replace('4', 'a')
                .replace('5', 's')
                .replace('7', 't')
                .replace('@', 'a')
                .replace('$', 's')
                .replaceAll("[^a-z]", "");
        String plain = lower.replaceAll("[^a-z]", "");
        String signs = lower.replaceAll("[^a-z0-9]", "");
        return madeOfCommonWords(letters) || madeOfCommonWords(plain) || madeOfCommonWords(signs);
    }

    /** One or two words of the list, or one of them written twice; short leftovers count as nothing. */
    private boolean madeOfCommonWords(String text) {
        if (text.isEmpty() || common.contains(text)) {
            return text.length() >= LETTERS_ENOUGH || common.contains(text);
        }
        for (int i = 1; i < text.length(); i++) {
            if (common.contains(text.substring(0, i)) && common.contains(text.substring(i))) {
                return true;
            }
        }
        return false;
    }
}
