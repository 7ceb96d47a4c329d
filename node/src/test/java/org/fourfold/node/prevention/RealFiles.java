package org.fourfold.node.prevention;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** The public files that lie beside the repository, where they are there: they are not the project's to ship. */
final class RealFiles {

    private RealFiles() {}

    /** The file of that name; else the test says that it was skipped and why. */
    static Path require(String name) {
        for (Path up = Path.of("").toAbsolutePath(); up != null; up = up.getParent()) {
            Path found = up.resolve("shared/data/real").resolve(name);
            if (Files.isRegularFile(found)) {
                return found;
            }
        }
        Assumptions.abort("shared/data/real/" + name + " is not on this machine: not counted");
        throw new IllegalStateException("unreachable");
    }
}
