package org.fourfold.command.terminal;

import java.io.OutputStream;
import java.util.Optional;

/** Where a command speaks. One thread at a time. */
public interface Terminal {

    /** A line of the answer. */
    void line(String text);

    /** A line beside the answer: faults, hints. */
    void remark(String text);

    /** How far long work has come; replaces what it said before. Shown on a terminal only, kept nowhere. */
    void progress(String text);

    /** The answer as bytes, for a file or a pipe. Not closed by who writes. */
    OutputStream bytes();

    /** Asks for a secret that is not shown while it is typed; empty where nobody sits. The caller overwrites it. */
    Optional<char[]> secret(String prompt);

    /** Columns to wrap tables at. */
    int width();
}
