package org.fourfold.node.frame;

/** The node is locked: no key is in memory. Everything that needs one waits until the passphrase is given again. */
public final class LockedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public LockedException() {
        super("the node is locked");
    }
}
