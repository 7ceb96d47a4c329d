package org.fourfold.command.terminal;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A terminal that keeps what was said, answer and remarks apart. Nobody sits at it. */
public final class TerminalOnPaper implements Terminal {

    private final List<String> lines = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final int width;

    public TerminalOnPaper(int width) {
        this.width = width;
    }

    /** The answer's lines. */
    public List<String> lines() {
        return List.copyOf(lines);
    }

    /** What was said beside it. */
    public List<String> remarks() {
        return List.copyOf(remarks);
    }

    public byte[] bytesWritten() {
        return bytes.toByteArray();
    }

    /** The same as text. */
    public String written() {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void line(String text) {
        lines.add(text);
    }

    @Override
    public void remark(String text) {
        remarks.add(text);
    }

    @Override
    public void progress(String text) {}

    @Override
    public OutputStream bytes() {
        return bytes;
    }

    @Override
    public Optional<char[]> secret(String prompt) {
        return Optional.empty();
    }

    @Override
    public int width() {
        return width;
    }
}
