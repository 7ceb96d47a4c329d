package org.fourfold.node.trust;

/**
 * A ciphertext does not open: it was damaged, or moved to another file, field group or revision, or sealed with another
 * key. Says nothing of what it held.
 */
public final class SealBrokenException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public SealBrokenException() {
        super("the ciphertext does not open here");
    }
}
