package org.fourfold.command.link;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;
import org.fourfold.node.frame.ProblemException;

/** A folder that comes to be whole or not at all: written beside its place under another name, renamed at the end. */
final class NewFolder implements AutoCloseable {

    private final Path place;
    private final Path draft;

    private NewFolder(Path place, Path draft) {
        this.place = place;
        this.draft = draft;
    }

    /**
     * Begins it.
     *
     * @param place must not exist or be empty
     */
    static NewFolder at(Path place) throws IOException {
        require(place);
        Path above = place.toAbsolutePath().getParent();
        if (above == null) {
            throw taken(place);
        }
        try {
            Files.createDirectories(above);
            return new NewFolder(place, Files.createTempDirectory(above, "." + place.getFileName() + ".unfinished-"));
        } catch (IOException e) {
            throw notWritten(place);
        }
    }

    /** Refuses a place where something is. */
    static void require(Path place) throws IOException {
        if (!Files.exists(place)) {
            return;
        }
        if (!Files.isDirectory(place)) {
            throw taken(place);
        }
        try (Stream<Path> there = Files.list(place)) {
            if (there.findAny().isPresent()) {
                throw taken(place);
            }
        }
    }

    /** Where to write meanwhile. */
    Path draft() {
        return draft;
    }

    /** It is whole: from now on it stands in its place. */
    void finish() throws IOException {
        require(place);
        Files.move(draft, place, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Removes what was not finished. */
    @Override
    public void close() throws IOException {
        if (!Files.exists(draft)) {
            return;
        }
        try (Stream<Path> inside = Files.list(draft)) {
            inside.forEach(file -> {
                try {
                    Files.delete(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
        Files.delete(draft);
    }

    private static ProblemException taken(Path place) {
        return problem("command.link-out", place);
    }

    static ProblemException notWritten(Path place) {
        return problem("command.output-not-written", place);
    }

    private static ProblemException problem(String code, Path place) {
        return new ProblemException(InputTable.fault(code, place).with("folder", place.toString()));
    }
}
