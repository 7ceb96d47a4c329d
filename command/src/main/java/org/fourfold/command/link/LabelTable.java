package org.fourfold.command.link;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.fourfold.linkage.evaluate.Contradiction;
import org.fourfold.linkage.evaluate.Contradictions;
import org.fourfold.linkage.evaluate.Judged;
import org.fourfold.linkage.train.Labels;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;

/** Pairs that people judged, as a table: {@code left_id,right_id,label}, and sources where ids alone do not tell. */
final class LabelTable {

    private static final List<String> VERDICTS = List.of("label", "judgement", "verdict", "same");
    private static final Map<String, Boolean> WORDS =
            Map.of("same", true, "yes", true, "different", false, "no", false);

    private LabelTable() {}

    /**
     * The pairs, each once, in the order of the file.
     *
     * @throws ProblemException with every row that cannot be read, or when labels contradict each other
     */
    static List<Labels.Label> read(Path file, RecordFinder finder) throws IOException {
        List<Labels.Label> labels = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        try (NamedRows rows = NamedRows.open(file, List.of("left_id", "right_id"))) {
            String verdict = rows.lastOf(VERDICTS);
            rows.forEach(row -> {
                try {
                    labels.add(label(row, verdict, finder));
                } catch (ProblemException e) {
                    problems.addAll(e.problems());
                }
            });
        }
        if (!problems.isEmpty()) {
            throw new ProblemException(problems);
        }
        refuseContradictions(file, labels, finder);
        Map<List<Integer>, Labels.Label> once = new LinkedHashMap<>();
        labels.forEach(label -> once.put(List.of(label.a(), label.b()), label));
        return List.copyOf(once.values());
    }

    private static Labels.Label label(NamedRows.Row row, String verdict, RecordFinder finder) {
        int a = finder.of(row, "left_id", "left_source");
        int b = finder.of(row, "right_id", "right_source");
        if (a == b) {
            throw new ProblemException(Problem.inCell("command.link-label-itself", row.number(), "right_id", Map.of()));
        }
        String said = row.text(verdict).strip();
        Boolean same = WORDS.get(said);
        if (same == null) {
            throw new ProblemException(
                    Problem.inCell("command.link-label-word", row.number(), verdict, Map.of("said", said)));
        }
        return Labels.Label.of(a, b, same);
    }

    private static void refuseContradictions(Path file, List<Labels.Label> labels, RecordFinder finder) {
        Contradictions contradictions = Contradictions.in(labels.stream()
                .map(label -> new Judged(label.a(), label.b(), 0, label.same()))
                .toList());
        if (!contradictions.isEmpty()) {
            throw new ProblemException(contradictions.told().stream()
                    .map(each -> contradiction(each, file, finder))
                    .toList());
        }
    }

    private static Problem contradiction(Contradiction contradiction, Path file, RecordFinder finder) {
        return switch (contradiction) {
            case Contradiction.BothWays(int a, int b) ->
                InputTable.fault("command.link-label-both-ways", file)
                        .with("left", finder.name(a))
                        .with("right", finder.name(b));
            case Contradiction.Chain(List<Integer> chain) ->
                InputTable.fault("command.link-label-chain", file)
                        .with("chain", chain.stream().map(finder::name).collect(Collectors.joining(" = ")))
                        .with("left", finder.name(chain.getFirst()))
                        .with("right", finder.name(chain.getLast()));
            case Contradiction.InTwoClusters(int record) ->
                throw new IllegalArgumentException("judged pairs name no clusters: " + record);
        };
    }
}
