package org.fourfold.command.link;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.fourfold.linkage.cluster.PreviousClusters;
import org.fourfold.linkage.table.TableProblem;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;

/** The folder of a run before: its clusters give their names on. */
public final class EarlierRun {

    private static final Problem.Place OPTION = new Problem.Place.Field("--previous");

    private EarlierRun() {}

    /**
     * Reads which record was in which cluster.
     *
     * @param folder that a run wrote
     * @throws ProblemException when it is none, or its table is not whole
     */
    public static PreviousClusters read(Path folder) throws IOException {
        Path file = folder.resolve(ResultFiles.CLUSTERS);
        if (!Files.isRegularFile(file)) {
            throw new ProblemException(
                    Problem.inField("command.link-previous", "--previous").with("folder", folder.toString()));
        }
        try (InputStream in = Files.newInputStream(file)) {
            return PreviousClusters.read(ResultFiles.CLUSTERS, in);
        } catch (TableProblem e) {
            throw new ProblemException(EngineFaults.of(e, OPTION));
        }
    }
}
