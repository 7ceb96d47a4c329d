package org.fourfold.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The verifier in Python has its own tests, in Python: they are run here, so that no change passes without them. */
class PythonVerifierTest {

    private static final Path TESTS = Path.of("..", "engines", "verifier", "test_verify.py");
    private static final String REQUIRED = "FOURFOLD_BROWSER_TESTS";

    @TempDir
    Path folder = Path.of("");

    @Test
    void theVerifierInPythonPassesItsOwnTests() throws IOException, InterruptedException {
        Path output = folder.resolve("output.txt");
        Process tests = new ProcessBuilder(python().toString(), "-I", TESTS.toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        boolean ended = tests.waitFor(10, TimeUnit.MINUTES);
        if (!ended) {
            tests.destroyForcibly();
        }
        String said = Files.readString(output, StandardCharsets.UTF_8);
        System.out.println(said);
        assertThat(ended && tests.exitValue() == 0).as(said).isTrue();
        assertThat(said).containsPattern("Ran \\d+ tests");
    }

    /** Skipped where there is no Python, and says so; where the machine must have everything, its absence is a failure. */
    private static Path python() {
        Optional<Path> found = Arrays.stream(
                        System.getenv().getOrDefault("PATH", "").split(":", -1))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, "python3"))
                .filter(Files::isExecutable)
                .findFirst();
        String how = "no python3 in PATH: the tests of engines/verifier/verify.py are skipped"
                + " (Debian: apt-get install python3)";
        if (found.isEmpty() && "required".equals(System.getenv(REQUIRED))) {
            throw new AssertionError(how);
        }
        assumeTrue(found.isPresent(), how);
        return found.orElseThrow();
    }
}
