package org.fourfold.linkage.model;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.fourfold.linkage.model.ModelProblem.Fault;

/** Reads {@code cluster KEY=NUMBER ...}. */
final class ClusteringWords {

    private final ToDoubleFunction<String> amount;
    private final Function<String, List<String>> alternatives;
    private final BiFunction<Fault, String, ModelProblem> problem;

    ClusteringWords(
            ToDoubleFunction<String> amount,
            Function<String, List<String>> alternatives,
            BiFunction<Fault, String, ModelProblem> problem) {
        this.amount = amount;
        this.alternatives = alternatives;
        this.problem = problem;
    }

    /** What is said, and of the rest what was so before. */
    Clustering read(List<String> words, Clustering before) {
        Clustering now = before;
        for (String word : words) {
            int equals = word.indexOf('=');
            String key = equals < 0 ? word : word.substring(0, equals);
            now = with(now, key, word.substring(equals + 1));
        }
        return now;
    }

    private Clustering with(Clustering now, String key, String text) {
        if (key.equals("once")) {
            return new Clustering(
                    now.edge(),
                    now.mean(),
                    now.against(),
                    now.least(),
                    now.most(),
                    now.pairs(),
                    alternatives.apply(text));
        }
        double value = amount.applyAsDouble(text);
        return switch (key) {
            case "edge" -> now.withEdge(value);
            case "mean" ->
                new Clustering(now.edge(), value, now.against(), now.least(), now.most(), now.pairs(), now.once());
            case "against" ->
                new Clustering(now.edge(), now.mean(), value, now.least(), now.most(), now.pairs(), now.once());
            case "least" ->
                new Clustering(now.edge(), now.mean(), now.against(), value, now.most(), now.pairs(), now.once());
            case "most" ->
                new Clustering(now.edge(), now.mean(), now.against(), now.least(), value, now.pairs(), now.once());
            case "pairs" ->
                new Clustering(now.edge(), now.mean(), now.against(), now.least(), now.most(), (int) value, now.once());
            default -> throw problem.apply(Fault.UNKNOWN_CLUSTERING, key);
        };
    }
}
