package org.fourfold.command.link;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.fourfold.linkage.cluster.Judgements;
import org.fourfold.linkage.cluster.JudgementsProblem;
import org.fourfold.linkage.cluster.Standing;
import org.fourfold.linkage.table.TableProblem;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;

/**
 * What persons judged of the records, as a table that they keep.
 *
 * @param on the day that counts for judgements that end
 */
public record JudgementFile(String sha256, Judgements judgements, LocalDate on) {

    /** Bytes of such a file. */
    private static final long BYTES_MAX = 256L << 20;

    /**
     * Reads one.
     *
     * @throws ProblemException when it cannot be read, with every row that is not as it must be
     */
    public static JudgementFile of(Path file, LocalDate on) throws IOException {
        if (!Files.isRegularFile(file) || Files.size(file) > BYTES_MAX) {
            throw new ProblemException(Problem.inField("command.link-judgements-file", "--judgements"));
        }
        byte[] bytes = Files.readAllBytes(file);
        String name = String.valueOf(file.getFileName());
        try {
            Judgements read = Judgements.read(name, new ByteArrayInputStream(bytes));
            return new JudgementFile(InputTable.hexadecimal(InputTable.sha256().digest(bytes)), read, on);
        } catch (TableProblem e) {
            throw new ProblemException(EngineFaults.of(e, new Problem.Place.Field("--judgements")));
        } catch (JudgementsProblem e) {
            throw new ProblemException(EngineFaults.of(e, new Problem.Place.Field("--judgements")));
        }
    }

    Standing standing() {
        return judgements.on(on);
    }
}
