package org.fourfold.ledger.seal;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.fourfold.ledger.verify.Verifier;

/** The verifier in Java, called as a command line calls it. */
final class JavaVerifier {

    private JavaVerifier() {}

    /** The exit status and the last line: what {@link PythonVerifier#answer} gives. */
    static String answer(List<String> arguments) {
        ByteArrayOutputStream report = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(report, false, StandardCharsets.UTF_8);
        PrintStream errors = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        int code = Verifier.run(arguments.toArray(String[]::new), Map.of(), out, errors);
        String text = report.toString(StandardCharsets.UTF_8).stripTrailing();
        return code + " " + text.substring(text.lastIndexOf('\n') + 1);
    }
}
