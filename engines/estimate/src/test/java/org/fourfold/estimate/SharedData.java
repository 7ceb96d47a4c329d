package org.fourfold.estimate;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Public data that lies beside the project on a developer's machine; a test that needs it says so where it does not. */
public final class SharedData {

    private SharedData() {}

    /** A file or folder there; without it the test is not counted. */
    public static Path find(String name) {
        for (Path up = Path.of("").toAbsolutePath(); up != null; up = up.getParent()) {
            Path found = up.resolve("shared").resolve(name);
            if (Files.exists(found)) {
                return found;
            }
        }
        Assumptions.abort("shared/" + name + " is not on this machine: not counted");
        throw new IllegalStateException("aborted");
    }
}
