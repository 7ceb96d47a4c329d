package org.fourfold.node.prosecution.reading;

import java.io.IOException;
import java.util.List;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.Problems;
import org.fourfold.node.frame.ProgressListener;
import org.fourfold.node.prosecution.SourceKind;

/** One file that is ready to be read as entities. What an import takes, whatever the file's form. */
public interface EntityReading {

    SourceKind kind();

    /** How it was understood, in the words of the trade: {@code JSON lines, UTF-8}. */
    String description();

    /** Of the file as it lies on the disk. */
    long bytes();

    /** Of the file as it lies on the disk, in hexadecimal. */
    String sha256();

    /**
     * Streams all entities, in the order of the file. Each line that cannot be taken adds one problem and is left out; a file
     * that cannot be taken whole throws a {@link org.fourfold.node.frame.ProblemException}.
     *
     * @return lines or rows that held something
     */
    long read(EntityHandler handler, Problems refusals, ProgressListener progress) throws IOException;

    /** What else a person should know of a file that was taken all the same; known once it was read. */
    default List<Problem> notes() {
        return List.of();
    }
}
