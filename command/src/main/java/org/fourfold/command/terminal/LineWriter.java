package org.fourfold.command.terminal;

import java.io.Writer;

/** Text as a stream, told line by line: the help that picocli writes goes where every other answer goes. */
public final class LineWriter extends Writer {

    private final Terminal terminal;
    private final StringBuilder line = new StringBuilder();

    public LineWriter(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void write(char[] source, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            if (source[i] == '\n') {
                terminal.line(line.toString());
                line.setLength(0);
            } else {
                line.append(source[i]);
            }
        }
    }

    /** Nothing: what waits is no whole line yet. */
    @Override
    public void flush() {}

    /** Tells what stands after the last line's end. */
    @Override
    public void close() {
        if (!line.isEmpty()) {
            write(new char[] {'\n'}, 0, 1);
        }
    }
}
