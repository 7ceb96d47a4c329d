package org.fourfold.ledger.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program's exit status: a failure of the verifier itself is never taken for a result. */
class VerifierTest {

    @TempDir
    Path folder = Path.of("");

    private final ByteArrayOutputStream report = new ByteArrayOutputStream();

    /** Fails at the first line of the report, as a mistake of the program or a small heap may at any step. */
    private int failing(Runnable failure) {
        PrintStream out = new PrintStream(report, true, StandardCharsets.UTF_8) {
            private boolean failed;

            @Override
            public void println(String line) {
                if (!failed) {
                    failed = true;
                    failure.run();
                }
                super.println(line);
            }
        };
        return run(out);
    }

    private int run(PrintStream out) {
        String bag = folder.resolve("no-bag").toString();
        PrintStream errors = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        return Verifier.run(new String[] {"--lang", "en", bag}, Map.of(), out, errors);
    }

    private String said() {
        return report.toString(StandardCharsets.UTF_8);
    }

    @Test
    void aFaultOfTheBagIsOne() {
        assertThat(run(new PrintStream(report, true, StandardCharsets.UTF_8))).isEqualTo(1);
        assertThat(said()).contains("fourfold-verify 1 fault bag.unreadable");
    }

    @Test
    void aMistakeOfTheVerifierIsThreeAndItsNameIsTold() {
        assertThat(failing(() -> {
                    throw new IllegalStateException("a mistake");
                }))
                .isEqualTo(3);
        assertThat(said()).contains("IllegalStateException").endsWith("fourfold-verify 1 failed\n");
    }

    @Test
    void tooLittleMemoryIsThree() {
        assertThat(failing(() -> {
                    throw new OutOfMemoryError();
                }))
                .isEqualTo(3);
        assertThat(said()).endsWith("fourfold-verify 1 failed\n");
    }

    @Test
    void aStackTooDeepIsThree() {
        assertThat(failing(() -> {
                    throw new StackOverflowError();
                }))
                .isEqualTo(3);
        assertThat(said()).endsWith("fourfold-verify 1 failed\n");
    }
}
