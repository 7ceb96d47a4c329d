package org.fourfold.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.ground.Home;

/** The file a command reads: on this machine's disk, or being sent over the channel. */
sealed interface InputFile {

    /** A file that this process reads itself. */
    record Here(Path path) implements InputFile {}

    /** A file that the command's own process sends; its name tells its kind. */
    record Sent(InputStream bytes, String name) implements InputFile {}

    /** The command reads nothing. */
    record None() implements InputFile {}

    static InputFile here(Optional<Path> path) {
        return path.<InputFile>map(Here::new).orElseGet(None::new);
    }

    static InputFile sent(InputStream bytes, Optional<Path> typed) {
        return typed.<InputFile>map(path -> new Sent(bytes, nameOf(path))).orElseGet(None::new);
    }

    /** What is done with the file. */
    @FunctionalInterface
    interface Reader {
        ExitCode read(Path file) throws IOException;
    }

    /** Lets the reader have the file as a path; one that was sent lies in the home's temporary folder meanwhile. */
    default ExitCode read(Home home, Reader reader) throws IOException {
        return switch (this) {
            case Here(Path path) -> reader.read(path);
            case Sent(InputStream bytes, String name) -> {
                Path folder = Files.createTempDirectory(home.temporary(), "sent");
                Path file = folder.resolve(name);
                try {
                    Files.copy(bytes, file);
                    yield reader.read(file);
                } catch (org.fourfold.command.control.BrokenOffException e) {
                    throw new ProblemException(Problem.of("command.file-broke-off"));
                } finally {
                    Files.deleteIfExists(file);
                    Files.delete(folder);
                }
            }
            case None() -> throw new IllegalStateException("the command names no file");
        };
    }

    private static String nameOf(Path path) {
        Path name = path.getFileName();
        return name == null ? "file" : name.toString();
    }
}
