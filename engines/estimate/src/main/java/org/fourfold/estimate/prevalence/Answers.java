package org.fourfold.estimate.prevalence;

import java.util.List;
import java.util.Optional;
import org.fourfold.estimate.prevalence.MethodResult.Answer;
import org.fourfold.estimate.prevalence.MethodResult.ModelShare;
import org.fourfold.estimate.prevalence.MethodResult.Range;
import org.fourfold.estimate.prevalence.loglinear.Bootstrap;
import org.fourfold.estimate.prevalence.loglinear.FittedModel;
import org.fourfold.estimate.prevalence.loglinear.LeaveOneOut;
import org.fourfold.estimate.run.Problem;
import org.fourfold.estimate.run.Problems;

/** Answers of the log-linear methods for the panel, each with what speaks against it. */
final class Answers {

    /** One case less may move an estimate by that share before it is told. */
    private static final double ONE_CASE = 0.05;
    /** A model chosen again less often than that is told. */
    private static final double SELDOM = 0.5;

    private static final int MODELS_SHOWN = 20;

    private Answers() {}

    static Answer of(
            Method method, List<String> lists, FittedModel fitted, Bootstrap bootstrap, LeaveOneOut leaveOneOut) {
        return new Answer(
                method,
                fitted.population(),
                bootstrap.bca(),
                List.of(
                        new Interval(Interval.Kind.PERCENTILE, bootstrap.percentile()),
                        new Interval(Interval.Kind.STUDENTISED_LOG, bootstrap.studentisedLog()),
                        new Interval(Interval.Kind.MODEL_ALONE, fitted.limits())),
                fitted.text(),
                Optional.of(new Criteria(fitted.parameters(), fitted.deviance(), fitted.aic(), fitted.bic())),
                bootstrap.histogram(),
                bootstrap.dip(),
                bootstrap.models().stream()
                        .limit(MODELS_SHOWN)
                        .map(s -> new ModelShare(s.model().text(lists), s.share()))
                        .toList(),
                Optional.of(new Range(leaveOneOut.lowest(), leaveOneOut.highest())),
                cautions(method, fitted, bootstrap, leaveOneOut));
    }

    private static List<Problem> cautions(
            Method method, FittedModel fitted, Bootstrap bootstrap, LeaveOneOut leaveOneOut) {
        Problems cautions = new Problems();
        String place = method.code();
        if (bootstrap.withoutEstimate() > 0) {
            cautions.add(
                    PrevalenceFault.REPLICATES_WITHOUT_ESTIMATE,
                    place,
                    bootstrap.withoutEstimate(),
                    bootstrap.replicates());
        }
        limits(cautions, place, bootstrap.bca());
        if (bootstrap.dip().isMultimodal()) {
            cautions.add(PrevalenceFault.SEVERAL_HEAPS, place);
        }
        double again = bootstrap.share(fitted.model());
        if (again < SELDOM) {
            cautions.add(PrevalenceFault.MODEL_SELDOM_CHOSEN, place, Math.round(100 * again));
        }
        if (leaveOneOut.withoutEstimate() > 0
                || leaveOneOut.lowest() < fitted.population() * (1 - ONE_CASE)
                || leaveOneOut.highest() > fitted.population() * (1 + ONE_CASE)) {
            cautions.add(
                    PrevalenceFault.ONE_CASE_MOVES,
                    place,
                    whole(leaveOneOut.lowest()),
                    whole(leaveOneOut.withoutEstimate() > 0 ? Double.POSITIVE_INFINITY : leaveOneOut.highest()));
        }
        return cautions.all();
    }

    private static void limits(Problems cautions, String place, Limits limits) {
        if (!limits.areFinite()) {
            cautions.add(PrevalenceFault.NO_UPPER_LIMIT, place);
        }
        if (limits.lower80() == limits.lower95() || limits.upper80() == limits.upper95()) {
            cautions.add(PrevalenceFault.LIMITS_COINCIDE, place);
        }
    }

    static String whole(double number) {
        return Double.isFinite(number) ? String.valueOf(Math.round(number)) : "∞";
    }
}
