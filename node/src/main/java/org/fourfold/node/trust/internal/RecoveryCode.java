package org.fourfold.node.trust.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.frame.Problems;

/**
 * 160 random bits written for a person: eight groups of four signs and a check sign, in an alphabet without I, L, O and U
 * (Crockford's base 32). The check is Σ α^k·v_k + the group's place in GF(32): one wrong sign, two neighbours exchanged or
 * two groups exchanged never pass.
 */
public final class RecoveryCode {

    public static final int GROUPS = 8;
    private static final int SIGNS = 4;
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private final byte[] values;

    private RecoveryCode(byte[] values) {
        this.values = values;
    }

    public static RecoveryCode random(RandomGenerator random) {
        byte[] values = new byte[GROUPS * SIGNS];
        for (int i = 0; i < values.length; i++) {
            values[i] = (byte) random.nextInt(ALPHABET.length());
        }
        return new RecoveryCode(values);
    }

    /** Reads all groups, separated by anything that is neither letter nor digit; each faulty group is named. */
    public static RecoveryCode parse(String text) {
        String signs = clean(text);
        if (signs.length() != GROUPS * (SIGNS + 1)) {
            throw new ProblemException(Problem.inField("trust.recovery-length", "code"));
        }
        byte[] values = new byte[GROUPS * SIGNS];
        Problems problems = new Problems();
        for (int group = 0; group < GROUPS; group++) {
            String part = signs.substring(group * (SIGNS + 1), (group + 1) * (SIGNS + 1));
            for (int k = 0; k < SIGNS; k++) {
                values[group * SIGNS + k] = (byte) ALPHABET.indexOf(part.charAt(k));
            }
            if (part.chars().anyMatch(c -> ALPHABET.indexOf(c) < 0)
                    || ALPHABET.indexOf(part.charAt(SIGNS)) != check(values, group)) {
                problems.add(
                        Problem.inField("trust.recovery-group", "code").with("group", Integer.toString(group + 1)));
            }
        }
        problems.throwIfAny();
        return new RecoveryCode(values);
    }

    /** One group as it stands on the sheet, when the text can be one. */
    public static Optional<String> readGroup(String text) {
        String signs = clean(text);
        return signs.length() == SIGNS + 1 ? Optional.of(signs) : Optional.empty();
    }

    public List<String> groups() {
        List<String> groups = new ArrayList<>();
        for (int group = 0; group < GROUPS; group++) {
            StringBuilder text = new StringBuilder();
            for (int k = 0; k < SIGNS; k++) {
                text.append(ALPHABET.charAt(values[group * SIGNS + k]));
            }
            groups.add(text.append(ALPHABET.charAt(check(values, group))).toString());
        }
        return List.copyOf(groups);
    }

    /** The key that the code opens with. 160 random bits need no stretching. The caller overwrites it. */
    public byte[] key(byte[] salt) {
        byte[] material = values.clone();
        try {
            return Hkdf.derive(
                    material, salt, "fourfold recovery code".getBytes(java.nio.charset.StandardCharsets.US_ASCII), 32);
        } finally {
            Arrays.fill(material, (byte) 0);
        }
    }

    @Override
    public String toString() {
        return "a recovery code";
    }

    private static String clean(String text) {
        return text.toUpperCase(Locale.ROOT)
                .replaceAll("[^0-9A-Z]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
    }

    private static int check(byte[] values, int group) {
        int sum = group;
        int power = 1;
        for (int k = 0; k < SIGNS; k++) {
            power = times(power, 2);
            sum ^= times(power, values[group * SIGNS + k] & 31);
        }
        return sum;
    }

    /** Multiplication in GF(2^5) modulo x^5 + x^2 + 1. */
    private static int times(int left, int right) {
        int product = 0;
        for (int bit = 0; bit < 5; bit++) {
            if ((right >> bit & 1) == 1) {
                product ^= left << bit;
            }
        }
        for (int bit = 8; bit >= 5; bit--) {
            if ((product >> bit & 1) == 1) {
                product ^= 0b100101 << (bit - 5);
            }
        }
        return product;
    }
}
