package org.fourfold.estimate.prevalence.loglinear;

import java.util.Comparator;
import java.util.List;

/**
 * Models by Schwarz's criterion, the best first.
 *
 * @param considered how many models were looked at
 * @param withoutEstimate how many of them have no extended maximum likelihood estimate
 * @param notIdentifiable how many of them are not identifiable
 * @param isExhaustive whether these are all models of that order, or those met on the way down
 * @param best as many as were asked for
 */
public record Ranking(
        int considered, int withoutEstimate, int notIdentifiable, boolean isExhaustive, List<Ranked> best) {

    /** One model that has an estimate; {@code text} as in {@link FittedModel}. */
    public record Ranked(Interactions model, String text, double population, double bic, double aic) {}

    public Ranking {
        best = List.copyOf(best);
    }

    /** What a model gave. {@code bic} is infinite where there is no estimate. */
    record Tried(Interactions model, Verdict verdict, double population, double bic, double aic) {

        static Tried of(PoissonFit fit, Interactions model) {
            Verdict verdict = fit.fit(model, null);
            return verdict.isSound()
                    ? new Tried(model, verdict, fit.population(), fit.bic(), fit.aic())
                    : new Tried(
                            model,
                            verdict,
                            Double.POSITIVE_INFINITY,
                            Double.POSITIVE_INFINITY,
                            Double.POSITIVE_INFINITY);
        }

        /** By criterion; what is as good as each other by how many interactions it has. */
        private static final Comparator<Tried> ORDER = Comparator.comparingDouble(Tried::bic)
                .thenComparingInt(t -> t.model().count())
                .thenComparing(t -> t.model().toString());
    }

    static Ranking of(List<Tried> tried, int top, boolean isExhaustive, List<String> lists) {
        return new Ranking(
                tried.size(),
                count(tried, Verdict.NO_EXTENDED_MLE),
                count(tried, Verdict.NOT_IDENTIFIABLE),
                isExhaustive,
                tried.stream()
                        .filter(t -> t.verdict().isSound())
                        .sorted(Tried.ORDER)
                        .limit(top)
                        .map(t -> new Ranked(t.model(), t.model().text(lists), t.population(), t.bic(), t.aic()))
                        .toList());
    }

    private static int count(List<Tried> tried, Verdict verdict) {
        return (int) tried.stream()
                .filter(t -> t.verdict() == verdict || t.verdict() == Verdict.NEITHER)
                .count();
    }
}
