package org.fourfold.command;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fourfold.command.terminal.Terminal;

/** A terminal that keeps what is said, and answers with one secret. */
final class Recorded implements Terminal {

    private final List<String> lines = new ArrayList<>();
    private final String secret;

    Recorded(String secret) {
        this.secret = secret;
    }

    String all() {
        return String.join("\n", lines);
    }

    @Override
    public void line(String text) {
        lines.add(text);
    }

    @Override
    public void remark(String text) {
        lines.add(text);
    }

    @Override
    public void progress(String text) {
        lines.add(text);
    }

    @Override
    public OutputStream bytes() {
        return OutputStream.nullOutputStream();
    }

    @Override
    public Optional<char[]> secret(String prompt) {
        return Optional.of(secret.toCharArray());
    }

    @Override
    public int width() {
        return 400;
    }
}
