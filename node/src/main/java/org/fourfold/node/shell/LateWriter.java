package org.fourfold.node.shell;

import java.io.IOException;
import java.io.Writer;
import org.jspecify.annotations.Nullable;

/** Opens what it writes to with the first character, so that a refusal before it can still become a page of its own. */
public final class LateWriter extends Writer {

    private final Opening opening;
    private @Nullable Writer writer;

    public LateWriter(Opening opening) {
        this.opening = opening;
    }

    /** Opens the real writer. */
    @FunctionalInterface
    public interface Opening {
        Writer open() throws IOException;
    }

    @Override
    public void write(char[] characters, int from, int length) throws IOException {
        if (writer == null) {
            writer = opening.open();
        }
        writer.write(characters, from, length);
    }

    @Override
    public void flush() throws IOException {
        if (writer != null) {
            writer.flush();
        }
    }

    /** Flushes only: the response belongs to the server. */
    @Override
    public void close() throws IOException {
        flush();
    }
}
