package org.fourfold.command.link;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fourfold.linkage.block.SourceMatrix;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;

/**
 * Which sources may be linked with which, as a file.
 *
 * @param sha256 of its bytes, in hexadecimal
 */
public record SourcesFile(String sha256, SourceMatrix matrix) {

    private static final String OPTION = "--sources";

    /** Bytes of such a file. */
    private static final long BYTES_MAX = 8L << 20;

    private static final Pattern LINE = Pattern.compile("\\A.*?:([0-9]+): ");

    /**
     * Reads one.
     *
     * @throws ProblemException when it cannot be read, with the line that is not as it must be
     */
    public static SourcesFile of(Path file) throws IOException {
        if (!Files.isRegularFile(file) || Files.size(file) > BYTES_MAX) {
            throw new ProblemException(InputTable.fault("command.link-sources-file", file));
        }
        try {
            List<String> lines = Files.readAllLines(file);
            String sha256 = InputTable.hexadecimal(InputTable.sha256().digest(Files.readAllBytes(file)));
            return new SourcesFile(sha256, SourceMatrix.read(String.valueOf(file.getFileName()), lines));
        } catch (CharacterCodingException e) {
            throw new ProblemException(InputTable.fault("command.link-sources-file", file));
        } catch (IllegalArgumentException e) {
            Matcher line = LINE.matcher(String.valueOf(e.getMessage()));
            throw new ProblemException(Problem.inField("command.link-sources", OPTION)
                    .with("file", String.valueOf(file.getFileName()))
                    .with("line", line.find() ? line.group(1) : "1"));
        }
    }
}
