package org.fourfold.node.ground;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;

/** Says what is wrong with a disk or folder in words that name the place and the mend. */
public final class StorageFault {

    private StorageFault() {}

    /** The fault of a failed file operation under the place. */
    public static ProblemException problem(IOException failure, Path place) {
        return new ProblemException(told(code(failure), place));
    }

    /** The fault with its code known. */
    static Problem told(String code, Path place) {
        return new Problem(code, new Problem.Place.File(place.toString()), Map.of("place", place.toString()));
    }

    private static String code(IOException failure) {
        String text = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
        // The JDK tells these two by the system's text only.
        if (text.contains("no space left") || text.contains("disk quota")) {
            return "ground.disk-full";
        }
        if (text.contains("read-only file system")) {
            return "ground.disk-read-only";
        }
        return failure instanceof AccessDeniedException ? "ground.not-permitted" : "ground.disk-fault";
    }
}
