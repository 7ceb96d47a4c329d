package org.fourfold.ledger.verify;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fourfold.ledger.note.JdkEd25519;
import org.fourfold.ledger.note.VerifierKey;
import org.jspecify.annotations.Nullable;

/**
 * The program: {@code java -jar verify.jar [--key VKEY] [--policy FILE] [--lang en|es] BAG|PROOF}. Ends with 0 only when
 * everything holds, 1 with a fault, 2 when called wrongly, 3 when the verifier itself failed and says nothing of the bag.
 */
public final class Verifier {

    private static final int HOLDS = 0;
    private static final int FAULT = 1;
    private static final int CALLED_WRONGLY = 2;
    private static final int FAILED = 3;

    private final PrintStream out;
    private final PrintStream errors;
    private String language;
    private Optional<VerifierKey> key = Optional.empty();
    private Optional<Path> policy = Optional.empty();
    private @Nullable Path subject;

    private Verifier(Map<String, String> environment, PrintStream out, PrintStream errors) {
        this.language = Words.language(environment);
        this.out = out;
        this.errors = errors;
    }

    public static void main(String[] arguments) {
        System.exit(run(arguments, System.getenv(), speaking(FileDescriptor.out), speaking(FileDescriptor.err)));
    }

    private static PrintStream speaking(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
    }

    /** The program without the process around it; gives its exit code. */
    public static int run(String[] arguments, Map<String, String> environment, PrintStream out, PrintStream errors) {
        Verifier verifier = new Verifier(environment, out, errors);
        if (List.of(arguments).contains("--help") || List.of(arguments).contains("-h")) {
            out.println(Words.in(verifier.language).text("usage"));
            out.flush();
            return HOLDS;
        }
        int code = verifier.understands(arguments) ? verifier.guarded() : verifier.usage();
        out.flush();
        errors.flush();
        return code;
    }

    private boolean understands(String[] arguments) {
        for (int i = 0; i < arguments.length; i++) {
            String word = arguments[i];
            int equals = word.startsWith("--") ? word.indexOf('=') : -1;
            boolean isOption = word.startsWith("--");
            String name = equals > 0 ? word.substring(0, equals) : word;
            if (isOption && equals < 0 && ++i == arguments.length) {
                return false;
            }
            String value = equals > 0 ? word.substring(equals + 1) : arguments[i];
            if (isOption ? !option(name, value) : !subject(word)) {
                return false;
            }
        }
        return subject != null && (policy.isEmpty() || isProof(subject));
    }

    private boolean option(String name, String value) {
        return switch (name) {
            case "--lang", "--language" -> {
                language = value;
                yield value.equals("en") || value.equals("es");
            }
            case "--key" -> {
                key = VerifierKey.parse(value).filter(read -> read.type() == VerifierKey.Type.NOTE);
                yield key.isPresent();
            }
            case "--policy" -> {
                policy = file(value);
                yield policy.isPresent();
            }
            default -> false;
        };
    }

    private static Optional<Path> file(String name) {
        try {
            return Optional.of(Path.of(name));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private boolean subject(String word) {
        if (subject != null) {
            return false;
        }
        try {
            subject = Path.of(word);
            return true;
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private static boolean isProof(Path path) {
        return path.toString().endsWith(BagPaths.TLOG_PROOF);
    }

    /** A mistake of this program, or too little memory, is told and never taken for a result. */
    private int guarded() {
        try {
            return check();
        } catch (OutOfMemoryError e) {
            // Hundreds of thousands of files need more than a small heap.
            return failed("memory");
        } catch (RuntimeException | StackOverflowError e) {
            return failed("failed", e.getClass().getSimpleName());
        }
    }

    private int failed(String words, Object... values) {
        out.println(Words.in(language).text(words, values));
        out.println();
        out.println("fourfold-verify 1 failed");
        return FAILED;
    }

    private int check() {
        Path path = subject;
        if (path == null) {
            return usage();
        }
        Findings found = isProof(path)
                ? ProofCheck.check(path, policy, key, new JdkEd25519())
                : BagCheck.check(path, key, new JdkEd25519());
        Telling.lines(Words.in(language), path, found).forEach(out::println);
        return found.holds() ? HOLDS : FAULT;
    }

    private int usage() {
        String known = language.equals("es") ? "es" : "en";
        errors.println(Words.in(known).text("usage"));
        return CALLED_WRONGLY;
    }
}
