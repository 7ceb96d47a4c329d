package org.fourfold.command.link;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.fourfold.linkage.model.LinkageModel;
import org.fourfold.linkage.model.ModelProblem;
import org.fourfold.linkage.model.ModelReader;
import org.fourfold.linkage.model.ShippedModels;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;

/**
 * A model with the text it was read from.
 *
 * @param text as it stands in its file, remarks included: what is kept beside the results
 */
public record ModelFile(String text, LinkageModel model) {

    /** Bytes of a model file that are read; those shipped have some 3,000. */
    private static final long BYTES_MAX = 1 << 20;

    /**
     * The model that was asked for.
     *
     * @param typed the name of a shipped model, or a file
     * @param file the same as a path
     * @throws ProblemException when there is none, or it cannot be read
     */
    public static ModelFile of(String typed, Path file) {
        if (ShippedModels.NAMES.contains(typed)) {
            return read(typed + ShippedModels.ENDING, ShippedModels.text(typed));
        }
        try {
            if (!Files.isRegularFile(file)) {
                throw new ProblemException(Problem.inField("command.link-no-model", "--model")
                        .with("model", typed)
                        .with("models", String.join(", ", ShippedModels.NAMES)));
            }
            if (Files.size(file) > BYTES_MAX) {
                throw new ProblemException(
                        unusable("command.link-model-large", file).with("max", Long.toString(BYTES_MAX)));
            }
            return read(String.valueOf(file.getFileName()), Files.readString(file));
        } catch (MalformedInputException e) {
            throw new ProblemException(unusable("command.link-model-no-utf8", file));
        } catch (IOException e) {
            throw new ProblemException(Problem.of("command.file-unreadable").with("file", file.toString()));
        }
    }

    private static ModelFile read(String name, String text) {
        try {
            return new ModelFile(text, ModelReader.read(name, text.lines().toList()));
        } catch (ModelProblem e) {
            throw new ProblemException(EngineFaults.of(e));
        }
    }

    private static Problem unusable(String code, Path file) {
        return Problem.inField(code, "--model").with("file", String.valueOf(file.getFileName()));
    }
}
