package org.fourfold.command.control;

import java.io.IOException;

/** The file that was being sent ended before its end: its sender went away, could not read on, or saw it change. */
public final class BrokenOffException extends IOException {

    private static final long serialVersionUID = 1L;

    BrokenOffException() {
        super("the file broke off");
    }
}
