package org.fourfold.command.link;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fourfold.linkage.evaluate.Band;
import org.fourfold.linkage.evaluate.Contradictions;
import org.fourfold.linkage.evaluate.Estimate;
import org.fourfold.linkage.evaluate.Judged;
import org.fourfold.linkage.evaluate.LabelledSample;
import org.fourfold.linkage.evaluate.SampleOutcome;
import org.fourfold.linkage.evaluate.SampleRefused;
import org.fourfold.linkage.train.Labels;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;

/**
 * Precision and recall of a linkage, estimated from pairs that people judged. Two strata, each drawn evenly: pairs in one cluster,
 * and pairs of {@code pairs.csv} that are not. Recall is among these two: what no rule brought together is in neither, and is
 * told apart.
 */
public final class Sample {

    private static final double UNLINKED = 0;
    private static final double LINKED = 1;

    /**
     * What the sample says.
     *
     * @param judged pairs that count, each once
     * @param linked those of them that are in one cluster
     * @param apart judged pairs that are neither linked nor in {@code pairs.csv}
     * @param apartSame those of them that were judged the same
     * @param recall empty where too few unlinked pairs were judged, or no pairs are known
     */
    public record Figures(
            long judged, long linked, long apart, long apartSame, Estimate precision, Optional<Estimate> recall) {}

    private final RecordNumbers numbers;
    private final Path labelsFile;

    private Sample(RecordNumbers numbers, Path labelsFile) {
        this.numbers = numbers;
        this.labelsFile = labelsFile;
    }

    /**
     * Reads the files and estimates.
     *
     * @param pairs what the linkage wrote beside the clusters, where it is there
     * @throws ProblemException when a file is not as it must be, judgements contradict each other, or are too few
     */
    public static Figures of(Path clusters, Optional<Path> pairs, Path labels) throws IOException {
        return new Sample(RecordNumbers.read(clusters), labels).figures(pairs);
    }

    private Figures figures(Optional<Path> pairs) throws IOException {
        List<Labels.Label> labels = LabelTable.read(labelsFile, numbers);
        Set<Long> unlinked = new HashSet<>();
        labels.stream().filter(label -> !isLinked(label)).forEach(label -> unlinked.add(key(label.a(), label.b())));
        Set<Long> met = new HashSet<>();
        long unlinkedPairs = pairs.isPresent() ? countUnlinked(pairs.get(), unlinked, met) : 0;
        List<Judged> judged = new ArrayList<>();
        Set<Long> apart = new HashSet<>();
        Set<Long> apartSame = new HashSet<>();
        for (Labels.Label label : labels) {
            long key = key(label.a(), label.b());
            if (isLinked(label)) {
                judged.add(new Judged(label.a(), label.b(), LINKED, label.same()));
            } else if (met.contains(key)) {
                judged.add(new Judged(label.a(), label.b(), UNLINKED, label.same()));
            } else {
                apart.add(key);
                if (label.same()) {
                    apartSame.add(key);
                }
            }
        }
        return estimate(judged, unlinkedPairs, pairs.isPresent(), apart.size(), apartSame.size());
    }

    private Figures estimate(List<Judged> judged, long unlinkedPairs, boolean both, long apart, long apartSame) {
        List<Judged> linkedOnly =
                judged.stream().filter(pair -> pair.bits() == LINKED).toList();
        Band linked = new Band(LINKED, numbers.linkedPairs());
        if (linked.pairs() == 0) {
            throw new ProblemException(Problem.inField("command.link-nothing-linked", "--clusters"));
        }
        LabelledSample.At precision = switch (LabelledSample.of(List.of(linked), linkedOnly)) {
            case LabelledSample sample -> sample.thresholds().getLast();
            case SampleRefused refused ->
                throw new ProblemException(InputTable.fault("command.link-labels-few", labelsFile)
                        .with("found", String.valueOf(refused.found()))
                        .with("needed", String.valueOf(refused.needed())));
            case Contradictions _ -> throw new IllegalStateException("contradictions were refused before");
        };
        Optional<Estimate> recall = Optional.empty();
        if (both) {
            SampleOutcome outcome = LabelledSample.of(List.of(new Band(UNLINKED, unlinkedPairs), linked), judged);
            if (outcome instanceof LabelledSample sample) {
                recall = Optional.of(sample.thresholds().getLast().recall());
            }
        }
        long pairs =
                judged.stream().map(pair -> key(pair.a(), pair.b())).distinct().count();
        long ofLinked = linkedOnly.stream()
                .map(pair -> key(pair.a(), pair.b()))
                .distinct()
                .count();
        return new Figures(pairs, ofLinked, apart, apartSame, precision.precision(), recall);
    }

    private boolean isLinked(Labels.Label label) {
        return numbers.cluster(label.a()) == numbers.cluster(label.b());
    }

    private static long key(int a, int b) {
        return (long) Math.min(a, b) << Integer.SIZE | Math.max(a, b);
    }

    /** Reads {@code pairs.csv}: how many pairs of it are not in one cluster, and which of the wanted ones it has. */
    private long countUnlinked(Path file, Set<Long> wanted, Set<Long> met) throws IOException {
        long[] count = {0};
        try (NamedRows rows = NamedRows.open(file, List.of("left_id", "right_id"))) {
            rows.forEach(row -> {
                int a = numbers.of(row, "left_id", "left_source");
                int b = numbers.of(row, "right_id", "right_source");
                if (numbers.cluster(a) != numbers.cluster(b)) {
                    count[0]++;
                    if (wanted.contains(key(a, b))) {
                        met.add(key(a, b));
                    }
                }
            });
        }
        return count[0];
    }
}
