package org.fourfold.command;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;

/** What an export writes to: a new file, or the terminal. */
final class OutputFile {

    private OutputFile() {}

    /** Writes what is exported and returns how much it was. */
    @FunctionalInterface
    interface Work {
        long write(Writer out) throws IOException;
    }

    static ExitCode write(Invocation invocation, Optional<Path> output, String doneKey, Work work) throws IOException {
        Optional<Path> file = output.map(invocation::resolve);
        Writer out = open(invocation, file);
        try (out) {
            long count = work.write(out);
            out.flush();
            invocation.terminal().remark(invocation.text(doneKey, Map.of("count", count)));
            return ExitCode.DONE;
        } catch (IOException | UncheckedIOException e) {
            discard(file);
            throw notWritten(file);
        } catch (ProblemException e) {
            discard(file);
            throw e;
        }
    }

    /** What was begun is not left to be taken for the whole. */
    private static void discard(Optional<Path> file) throws IOException {
        if (file.isPresent()) {
            Files.deleteIfExists(file.get());
        }
    }

    private static Writer open(Invocation invocation, Optional<Path> output) {
        if (output.isEmpty()) {
            return new BufferedWriter(
                    new OutputStreamWriter(invocation.terminal().bytes(), StandardCharsets.UTF_8));
        }
        Path file = output.get();
        try {
            return Files.newBufferedWriter(file, StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException e) {
            throw taken(file);
        } catch (IOException e) {
            throw notWritten(output);
        }
    }

    static ProblemException taken(Path file) {
        return new ProblemException(new Problem(
                "command.file-exists", new Problem.Place.File(file.toString()), Map.of("file", file.toString())));
    }

    static ProblemException notWritten(Optional<Path> output) {
        return new ProblemException(new Problem(
                "command.output-not-written",
                output.<Problem.Place>map(file -> new Problem.Place.File(file.toString()))
                        .orElseGet(Problem.Place.Whole::new),
                Map.of()));
    }
}
