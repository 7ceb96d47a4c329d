package org.fourfold.node.shell;

import java.time.Duration;

/** Asked too often. The frame answers 429 and says how long to wait. */
public final class TooManyRequestsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Duration wait;

    public TooManyRequestsException(Duration wait) {
        super("too many requests");
        this.wait = wait;
    }

    public Duration waitFor() {
        return wait;
    }
}
