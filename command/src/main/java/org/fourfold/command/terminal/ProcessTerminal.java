package org.fourfold.command.terminal;

import java.io.Console;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Optional;

/**
 * The terminal this process was started in.
 *
 * @param interactive whether somebody looks at {@code errors}: else progress is not shown
 */
public record ProcessTerminal(PrintStream output, PrintStream errors, boolean interactive, int width)
        implements Terminal {

    /** The width where the environment does not say one. */
    public static final int WIDTH_USUAL = 100;

    private static final String REPLACE_LINE = "\r\u001b[K";

    @Override
    public void line(String text) {
        clear();
        output.println(text);
    }

    @Override
    public void remark(String text) {
        clear();
        errors.println(text);
    }

    @Override
    public void progress(String text) {
        if (interactive) {
            errors.print(REPLACE_LINE + (text.length() < width ? text : text.substring(0, width - 1)));
            errors.flush();
        }
    }

    @Override
    public OutputStream bytes() {
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                output.write(b);
                check();
            }

            @Override
            public void write(byte[] source, int offset, int length) throws IOException {
                output.write(source, offset, length);
                check();
            }

            // A print stream keeps quiet about a full disk and a closed pipe: half an answer must not pass for the
            // whole.
            private void check() throws IOException {
                if (output.checkError()) {
                    throw new OutputEndedException();
                }
            }
        };
    }

    // See Fourfold: the console is null where there is no terminal.
    @SuppressWarnings("SystemConsoleNull")
    @Override
    public Optional<char[]> secret(String prompt) {
        Console console = System.console();
        if (console == null || !interactive) {
            return Optional.empty();
        }
        return Optional.ofNullable(console.readPassword("%s ", prompt));
    }

    private void clear() {
        if (interactive) {
            errors.print(REPLACE_LINE);
        }
    }
}
