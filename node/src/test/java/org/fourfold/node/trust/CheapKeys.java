package org.fourfold.node.trust;

/**
 * Passphrases that cost next to nothing, for tests whose matter is not what a guess costs: made once a test, the real cost
 * takes longer than most of them. Keyring, backup, restore and seizure are tested at the real one.
 */
public final class CheapKeys {

    private CheapKeys() {}

    /** With the least memory there is, and one pass. */
    public static Argon2id argon2id() {
        return new Argon2id(new Argon2id.Cost(8, 1, 1));
    }
}
