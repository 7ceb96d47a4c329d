package org.fourfold.node.frame;

/**
 * A decision went against the actor. Caught by the façade that asked, or by the web frame, which shows a page that does
 * not say whether the thing exists. The reason is a code from {@link Decisions}.
 */
public final class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String reason;

    public RefusedException(String reason) {
        super("refused: " + reason);
        this.reason = reason;
    }

    public String reason() {
        return reason;
    }
}
