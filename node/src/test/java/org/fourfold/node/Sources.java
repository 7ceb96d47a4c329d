package org.fourfold.node;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The sources of this module, for the tests that read them as text. */
final class Sources {

    static final Path JAVA = Path.of("src", "main", "java");
    static final Path TEMPLATES = Path.of("src", "main", "jte");
    static final Path MESSAGES = Path.of("src", "main", "resources", "messages");
    static final Path STATIC = Path.of("src", "main", "resources", "static");

    private Sources() {}

    /** Every file under the folder whose name ends so, in order. */
    static List<Path> files(Path folder, String ending) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
