package org.fourfold.command.control;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The two ends of one connection: a message a line, UTF-8, no line longer than {@link #LINE_BYTES_MAX}. */
final class Line {

    /** Bytes of a file in one message. */
    static final int PIECE_BYTES = 48 * 1024;

    /** A piece in base 64 with room for the rest of its message. */
    static final int LINE_BYTES_MAX = 128 * 1024;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final InputStream in;
    private final OutputStream out;

    Line(InputStream in, OutputStream out) {
        this.in = new BufferedInputStream(in, PIECE_BYTES);
        this.out = out;
    }

    /** Sends one message. Safe for more than one thread. */
    synchronized void send(Message message) throws IOException {
        // Written through the interface, so that the message's kind goes with it.
        byte[] json = JSON.writerFor(Message.class).writeValueAsBytes(message);
        byte[] line = java.util.Arrays.copyOf(json, json.length + 1);
        line[json.length] = '\n';
        out.write(line);
        out.flush();
    }

    /** The next message; empty when the other end closed. One thread at a time. */
    Optional<Message> next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                return Optional.empty();
            }
            if (line.size() == LINE_BYTES_MAX) {
                throw new IOException("a message longer than " + LINE_BYTES_MAX + " bytes");
            }
            line.write(b);
        }
        try {
            return Optional.of(JSON.readValue(line.toByteArray(), Message.class));
        } catch (JacksonException e) {
            throw new IOException("not a message", e);
        }
    }
}
