package org.fourfold.node.trust.internal;

import java.util.function.Function;

/** A secret that dies with the {@link OpenKeys} it was made in. Its bytes exist in clear only inside {@link #use}. */
public final class Secret {

    private final OpenKeys keys;
    private final byte[] hidden;

    Secret(OpenKeys keys, byte[] hidden) {
        this.keys = keys;
        this.hidden = hidden;
    }

    /**
     * Runs the work with the secret's bytes, which are overwritten when it returns: the work must not keep them. Throws
     * LockedException after the lock.
     */
    public <T> T use(Function<byte[], T> work) {
        return keys.use(hidden, work);
    }

    /** A secret for one use, derived from this one. */
    public Secret derive(String use) {
        return use(bytes -> keys.keep(Hkdf.key(bytes, use)));
    }

    @Override
    public String toString() {
        return "a secret";
    }
}
