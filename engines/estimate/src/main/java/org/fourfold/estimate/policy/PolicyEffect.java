package org.fourfold.estimate.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.fourfold.estimate.numbers.Coefficient;
import org.fourfold.estimate.numbers.Normal;
import org.fourfold.estimate.numbers.Printed;
import org.fourfold.estimate.policy.Placebos.Placebo;
import org.fourfold.estimate.policy.SourceResult.Direction;
import org.fourfold.estimate.run.Chance;
import org.fourfold.estimate.run.DataDigest;
import org.fourfold.estimate.run.Problems;
import org.fourfold.estimate.run.Provenance;
import org.fourfold.estimate.run.RefusedException;
import org.fourfold.estimate.run.Run;

/**
 * What changed with a policy? The face of policy evaluation. The date is given; a change in one source is a change and no effect.
 */
public final class PolicyEffect {

    /** The use of chance: counterfactuals. */
    private static final int COUNTERFACTUAL = 1;

    private static final int PLACEBO_DATES_MAX = 60;
    private static final double POWER = 0.8;
    private static final double OVERDISPERSED = 1.5;
    private static final double DEPENDENT = 0.05;
    private static final double ZEROS = 0.5;

    private PolicyEffect() {}

    /**
     * Holds every source against the policy's date.
     *
     * @throws RefusedException with all that forbids an answer
     */
    public static PolicyResult of(PolicyQuestion question, Run run) {
        Problems problems = new Problems();
        question.check(problems);
        problems.refuse();
        List<Placebo> places = places(question);
        List<SourceResult> results = new ArrayList<>();
        for (Source source : question.sources()) {
            run.goOn();
            results.add(result(question, source, places, results.size(), run, problems));
            run.listener().at("sources", results.size(), question.sources().size());
        }
        Verdict verdict = Judgement.of(results, problems);
        DataDigest digest = new DataDigest();
        question.into(digest);
        return new PolicyResult(Provenance.of(digest, run), question.policy(), verdict, results, problems.all());
    }

    /** Places that took a policy up at different times: see {@link EventStudy}. */
    public static EventStudyResult staggered(Panel panel, EventStudyOptions options, Run run) {
        return EventStudy.of(panel, options, run);
    }

    /** A series held against controls that the policy did not touch: see {@link StructuralSeries}. */
    public static StructuralResult against(StructuralQuestion question, Run run) {
        return StructuralSeries.of(question, run);
    }

    private static SourceResult result(
            PolicyQuestion question, Source source, List<Placebo> places, int index, Run run, Problems problems) {
        Series series = source.series();
        int from = series.from(question.policy().date());
        SegmentedOptions options = question.model();
        CountFit fit = CountRegression.fit(Segmented.design(series, from, options), options.model());
        int lag = options.lag().orElse(NeweyWest.lag(series.size()));
        CautiousError cautious = CautiousError.of(fit, lag);
        SourceResult.Change change =
                change(fit.coefficient(Segmented.LEVEL, cautious.covariance()), cautious.kind(), question);
        RandomGenerator random = Chance.stream(run.seed(), COUNTERFACTUAL, index);
        SourceResult result = new SourceResult(
                series.name(),
                source.origin(),
                from,
                series.size() - from,
                fit.coefficients(fit.covariance()),
                fit.coefficients(NeweyWest.covariance(fit, lag)),
                lag,
                new SourceResult.Fit(fit.model, fit.deviance, fit.logLikelihood, fit.aic(), fit.theta),
                change,
                Residuals.of(fit),
                detectable(change.level(), question.level()),
                reporting(change),
                Counterfactual.of(series, from, fit, cautious.covariance(), question.level(), random),
                Placebos.of(dates(question, series, from), change.level()),
                Placebos.of(places, change.level()));
        caution(series, question.policy(), result, problems);
        return result;
    }

    private static SourceResult.Change change(Coefficient level, ErrorKind kind, PolicyQuestion question) {
        double lower = level.lower(question.level());
        double upper = level.upper(question.level());
        Direction direction = upper < 1 ? Direction.DOWN : lower > 1 ? Direction.UP : Direction.NONE;
        if (direction == Direction.NONE
                && detectable(level, question.level()).fall() < 1 - question.smallestThatMatters()) {
            direction = Direction.TOO_LITTLE;
        }
        return new SourceResult.Change(level, kind, level.ratio(), lower, upper, direction);
    }

    private static SourceResult.Detectable detectable(Coefficient level, double confidence) {
        double errors = Normal.quantile((1 + confidence) / 2) + Normal.quantile(POWER);
        double least = errors * level.standardError();
        return new SourceResult.Detectable(Math.exp(-least), Math.exp(least));
    }

    private static SourceResult.Reporting reporting(SourceResult.Change change) {
        double limit = switch (change.direction()) {
            case DOWN -> change.upper();
            case UP -> change.lower();
            case NONE, TOO_LITTLE -> 1;
        };
        return new SourceResult.Reporting(change.ratio(), limit);
    }

    private static void caution(Series series, Policy policy, SourceResult result, Problems problems) {
        LocalDate begins = series.step().day(series.first(), result.periodsBefore());
        if (!begins.equals(policy.date())) {
            problems.add(PolicyFault.POLICY_MID_PERIOD, series.name(), policy.date(), begins);
        }
        if (!series.hasExposure()) {
            problems.add(PolicyFault.NO_EXPOSURE, series.name());
        }
        Residuals residuals = result.residuals();
        if (result.fit().model() == CountModel.POISSON && residuals.dispersion() > OVERDISPERSED) {
            problems.add(PolicyFault.OVERDISPERSED, series.name(), Printed.two(residuals.dispersion()));
        }
        if (residuals.p() < DEPENDENT) {
            problems.add(PolicyFault.RESIDUALS_DEPEND, series.name(), Printed.p(residuals.p()));
        }
        if (result.change().direction() == Direction.TOO_LITTLE) {
            SourceResult.Detectable seen = result.detectable();
            problems.add(PolicyFault.LITTLE_POWER, series.name(), Printed.two(seen.fall()), Printed.two(seen.rise()));
        }
        double zeros = Arrays.stream(series.counts()).filter(y -> y == 0).count() / (double) series.size();
        if (zeros > ZEROS) {
            problems.add(PolicyFault.MANY_ZEROS, series.name(), Math.round(100 * zeros));
        }
    }

    private static List<Placebo> dates(PolicyQuestion question, Series series, int from) {
        Series before = series.before(from);
        List<Integer> candidates = new ArrayList<>();
        if (question.placeboDates().isEmpty()) {
            int last = from - Segmented.AFTER_MIN;
            int every = Math.max(1, (last - Segmented.BEFORE_MIN) / PLACEBO_DATES_MAX + 1);
            for (int t = Segmented.BEFORE_MIN; t <= last; t += every) {
                candidates.add(t);
            }
        } else {
            question.placeboDates().forEach(date -> candidates.add(series.from(date)));
        }
        List<Placebo> found = new ArrayList<>();
        for (int t : candidates) {
            LocalDate day = series.step().day(series.first(), t);
            level(before, t, question.model()).ifPresent(level -> found.add(new Placebo(day.toString(), level)));
        }
        return found;
    }

    private static List<Placebo> places(PolicyQuestion question) {
        List<Placebo> found = new ArrayList<>();
        for (Series place : question.placeboPlaces()) {
            level(place, place.from(question.policy().date()), question.model())
                    .ifPresent(level -> found.add(new Placebo(place.name(), level)));
        }
        return found;
    }

    /** The level where nothing happened; empty where the model cannot be had there. */
    private static Optional<Coefficient> level(Series series, int from, SegmentedOptions options) {
        Problems problems = new Problems();
        Segmented.check(series, from, options, problems);
        if (!problems.all().isEmpty()) {
            return Optional.empty();
        }
        try {
            CountFit fit = CountRegression.fit(Segmented.design(series, from, options), options.model());
            int lag = options.lag().orElse(NeweyWest.lag(series.size()));
            return Optional.of(
                    fit.coefficient(Segmented.LEVEL, CautiousError.of(fit, lag).covariance()));
        } catch (RefusedException e) {
            return Optional.empty();
        }
    }
}
