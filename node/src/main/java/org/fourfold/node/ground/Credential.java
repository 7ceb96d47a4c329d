package org.fourfold.node.ground;

import java.util.HexFormat;
import java.util.Objects;
import java.util.random.RandomGenerator;

/** A database user and its password, held in memory. Its text never holds the password. */
record Credential(String user, String password) {

    private static final int PASSWORD_BYTES = 24;

    Credential {
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(password, "password");
    }

    static Credential random(String user, RandomGenerator random) {
        byte[] bytes = new byte[PASSWORD_BYTES];
        random.nextBytes(bytes);
        return new Credential(user, HexFormat.of().formatHex(bytes));
    }

    @Override
    public String toString() {
        return user;
    }
}
