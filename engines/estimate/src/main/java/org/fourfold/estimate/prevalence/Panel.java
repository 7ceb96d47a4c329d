package org.fourfold.estimate.prevalence;

import java.util.List;
import java.util.stream.Stream;

/** What each method says of the same table. Never one number: that they differ is part of the answer. */
public record Panel(List<MethodResult> methods) {

    public Panel {
        methods = List.copyOf(methods);
    }

    /** Those that gave a number. */
    public List<MethodResult.Answer> answers() {
        return methods.stream()
                .flatMap(m -> m instanceof MethodResult.Answer answer ? Stream.of(answer) : Stream.empty())
                .toList();
    }

    /** This panel and one method more. */
    public Panel with(MethodResult method) {
        return new Panel(Stream.concat(methods.stream(), Stream.of(method)).toList());
    }

    /** The least and the greatest of the estimates; of none when no method gave a number. */
    public MethodResult.Range range() {
        return new MethodResult.Range(
                answers().stream()
                        .mapToDouble(MethodResult.Answer::estimate)
                        .min()
                        .orElse(Double.NaN),
                answers().stream()
                        .mapToDouble(MethodResult.Answer::estimate)
                        .max()
                        .orElse(Double.NaN));
    }

    /** From the least of the lower to the greatest of the upper 95 % limits: what no method excludes. */
    public MethodResult.Range envelope() {
        return new MethodResult.Range(
                answers().stream().mapToDouble(a -> a.limits().lower95()).min().orElse(Double.NaN),
                answers().stream().mapToDouble(a -> a.limits().upper95()).max().orElse(Double.NaN));
    }
}
