package org.fourfold.ledger.store;

/** The folder and what is known of the log do not belong together: nothing was written. */
public final class LogRefusedException extends Exception {

    private static final long serialVersionUID = 1;

    /** Why. */
    public enum Reason {
        /** A published checkpoint is larger than the log is said to be: it was set back. */
        ROLLED_BACK,
        /** The tree under the published checkpoint is another one. */
        FORKED,
        /** Tiles that a log of this size has are missing or of another length. */
        INCOMPLETE,
        /** The file of the checkpoint is none, or the log's key did not sign it. */
        CHECKPOINT
    }

    private final Reason reason;

    LogRefusedException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
