package org.fourfold.ledger.seal;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The verifier in Python, in one process that answers one call after the other. */
final class PythonVerifier implements AutoCloseable {

    private static final Path TESTS = Path.of("..", "verifier", "test_verify.py");
    private static final String REQUIRED = "FOURFOLD_BROWSER_TESTS";

    private final Process process;
    private final BufferedWriter calls;
    private final BufferedReader answers;

    PythonVerifier() throws IOException {
        process = start("--answer");
        calls = process.outputWriter(StandardCharsets.UTF_8);
        answers = process.inputReader(StandardCharsets.UTF_8);
    }

    private static Process start(String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of(python().toString(), "-I", TESTS.toString()));
        command.addAll(List.of(words));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** Skipped where there is no Python, and says so; where the machine must have everything, its absence is a failure. */
    private static Path python() {
        Optional<Path> found = found();
        String how =
                "no python3 in PATH: whether the two verifiers agree is not asked (Debian: apt-get install python3)";
        if (found.isEmpty() && "required".equals(System.getenv(REQUIRED))) {
            throw new AssertionError(how);
        }
        assumeTrue(found.isPresent(), how);
        return found.orElseThrow();
    }

    static boolean isThere() {
        return found().isPresent();
    }

    private static Optional<Path> found() {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":", -1))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, "python3"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Good and bad bags of Python's own making, and index.jsonl. */
    static void make(Path folder, int count, String seed) throws IOException, InterruptedException {
        end(start("--make", folder.toString(), Integer.toString(count), seed));
    }

    /** A small bag for every variant of every fault that Python knows, and index.jsonl. */
    static void makeVariants(Path folder) throws IOException, InterruptedException {
        end(start("--variants", folder.toString()));
    }

    private static void end(Process making) throws IOException, InterruptedException {
        int code = making.waitFor();
        if (code != 0) {
            throw new IOException("making bags ended with " + code);
        }
    }

    void ask(List<String> arguments) throws IOException {
        calls.write(String.join("\t", arguments));
        calls.newLine();
        calls.flush();
    }

    /** The exit status and the last line, of what was asked longest ago. */
    String answer() throws IOException {
        String line = answers.readLine();
        if (line == null) {
            throw new IOException("the verifier in Python ended");
        }
        return line;
    }

    @Override
    public void close() throws IOException {
        calls.close();
        process.destroy();
    }
}
