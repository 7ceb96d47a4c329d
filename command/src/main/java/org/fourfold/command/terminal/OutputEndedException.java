package org.fourfold.command.terminal;

import java.io.IOException;

/** The answer could not be written on: the disk is full, or who read it went away. */
public final class OutputEndedException extends IOException {

    private static final long serialVersionUID = 1L;

    OutputEndedException() {
        super("the output takes no more");
    }
}
