package org.fourfold.ledger.note;

/** Whether an Ed25519 signature over a message is one of a public key. Says no to whatever is malformed. */
@FunctionalInterface
public interface SignatureCheck {

    /**
     * Whether that signature is good.
     *
     * @param key 32 bytes, as RFC 8032 encodes a point
     * @param signature 64 bytes; another number is no signature
     */
    boolean verifies(byte[] key, byte[] message, byte[] signature);
}
