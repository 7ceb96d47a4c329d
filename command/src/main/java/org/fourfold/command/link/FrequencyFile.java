package org.fourfold.command.link;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.fourfold.linkage.model.Comparison;
import org.fourfold.linkage.model.FieldModel;
import org.fourfold.linkage.model.LinkageModel;
import org.fourfold.linkage.records.SlotText;
import org.fourfold.linkage.score.FrequencyTable;
import org.fourfold.linkage.table.TableProblem;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;

/**
 * How often the values of a slot are said among all people, as a table: a census of surnames.
 *
 * @param sha256 of its bytes, in hexadecimal
 */
public record FrequencyFile(String slot, String sha256, FrequencyTable table) {

    private static final String OPTION = "--frequencies";

    /** Bytes of such a file. */
    private static final long BYTES_MAX = 256L << 20;

    /**
     * Reads what was typed: {@code SLOT=FILE}, each slot once.
     *
     * @throws ProblemException when a slot is none of the model's, or a file is no table of frequencies
     */
    public static List<FrequencyFile> of(List<String> typed, LinkageModel model, UnaryOperator<Path> resolve)
            throws IOException {
        List<FrequencyFile> files = new ArrayList<>();
        Set<String> named = new HashSet<>();
        List<String> slots = model.fields().stream()
                .map(FieldModel::slots)
                .flatMap(List::stream)
                .toList();
        for (String one : typed) {
            int equals = one.indexOf('=');
            String slot = equals < 0 ? one : one.substring(0, equals);
            if (equals < 0 || !slots.contains(slot) || !named.add(slot)) {
                throw new ProblemException(Problem.inField("command.link-frequencies-slot", OPTION)
                        .with("typed", one)
                        .with("slots", String.join(", ", compared(model, slots))));
            }
            files.add(read(slot, resolve.apply(Path.of(one.substring(equals + 1))), model));
        }
        return List.copyOf(files);
    }

    /** Slots in which rarity counts. */
    private static List<String> compared(LinkageModel model, List<String> slots) {
        return slots.stream()
                .filter(slot -> model.comparisons().stream()
                        .map(Comparison::slot)
                        .anyMatch(each -> slot.equals(each) || slot.startsWith(each + ".")))
                .toList();
    }

    private static FrequencyFile read(String slot, Path file, LinkageModel model) throws IOException {
        if (!Files.isRegularFile(file) || Files.size(file) > BYTES_MAX) {
            throw new ProblemException(InputTable.fault("command.link-frequencies-file", file));
        }
        byte[] bytes = Files.readAllBytes(file);
        try {
            FrequencyTable table = FrequencyTable.read(
                    String.valueOf(file.getFileName()), new ByteArrayInputStream(bytes), SlotText.of(model, slot));
            return new FrequencyFile(
                    slot, InputTable.hexadecimal(InputTable.sha256().digest(bytes)), table);
        } catch (TableProblem e) {
            throw new ProblemException(EngineFaults.of(e, new Problem.Place.File(file.toString())));
        }
    }
}
