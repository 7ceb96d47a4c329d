package org.fourfold.command.link;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.fourfold.linkage.evaluate.Contradiction;
import org.fourfold.linkage.evaluate.Contradictions;
import org.fourfold.linkage.evaluate.Judged;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;

/** A file of pairs that people judged: {@code left_id}, {@code right_id} and {@code label}. */
final class PairLabels {

    private static final double NO_WEIGHT = 0;

    /** One judged pair, by the numbers of its records. */
    record Label(int a, int b, boolean same) {}

    private final Path file;
    private final RecordNumbers numbers;

    private PairLabels(Path file, RecordNumbers numbers) {
        this.file = file;
        this.numbers = numbers;
    }

    /**
     * Reads one.
     *
     * @throws ProblemException when it is not as it must be, or judgements contradict each other
     */
    static List<Label> read(Path file, RecordNumbers numbers) throws IOException {
        PairLabels reader = new PairLabels(file, numbers);
        List<Label> labels = reader.labels();
        reader.refuseContradictions(labels);
        return labels;
    }

    private List<Label> labels() throws IOException {
        List<Label> labels = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        try (NamedRows rows = NamedRows.open(file, List.of("left_id", "right_id"))) {
            String verdict = rows.lastOf(List.of("label", "judgement", "verdict"));
            rows.forEach(row -> {
                try {
                    labels.add(label(row, verdict));
                } catch (ProblemException e) {
                    problems.addAll(e.problems());
                }
            });
        }
        if (!problems.isEmpty()) {
            throw new ProblemException(problems);
        }
        return labels;
    }

    private Label label(NamedRows.Row row, String verdict) {
        int a = numbers.of(row, "left_id", "left_source");
        int b = numbers.of(row, "right_id", "right_source");
        if (a == b) {
            throw new ProblemException(Problem.inCell("command.link-label-itself", row.number(), "right_id", Map.of()));
        }
        String said = row.text(verdict).strip();
        if (!said.equals("same") && !said.equals("different")) {
            throw new ProblemException(
                    Problem.inCell("command.link-label-word", row.number(), verdict, Map.of("said", said)));
        }
        return new Label(a, b, said.equals("same"));
    }

    private void refuseContradictions(List<Label> labels) {
        Contradictions contradictions = Contradictions.in(labels.stream()
                .map(label -> new Judged(label.a(), label.b(), NO_WEIGHT, label.same()))
                .toList());
        if (contradictions.isEmpty()) {
            return;
        }
        throw new ProblemException(
                contradictions.told().stream().map(this::contradiction).toList());
    }

    private Problem contradiction(Contradiction contradiction) {
        return switch (contradiction) {
            case Contradiction.BothWays(int a, int b) ->
                InputTable.fault("command.link-label-both-ways", file)
                        .with("left", numbers.name(a))
                        .with("right", numbers.name(b));
            case Contradiction.Chain(List<Integer> chain) ->
                InputTable.fault("command.link-label-chain", file)
                        .with("chain", chain.stream().map(numbers::name).collect(Collectors.joining(" = ")))
                        .with("left", numbers.name(chain.getFirst()))
                        .with("right", numbers.name(chain.getLast()));
            case Contradiction.InTwoClusters(int record) ->
                throw new IllegalArgumentException("judged pairs name no clusters: " + record);
        };
    }
}
