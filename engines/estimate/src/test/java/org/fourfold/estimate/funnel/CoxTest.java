package org.fourfold.estimate.funnel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.fourfold.estimate.Tables;
import org.fourfold.estimate.run.RefusedException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Cox's regression of rates")
class CoxTest {

    private static final int[] NO_STRATA = {};

    @Test
    @DisplayName("lung cancer by age, sex and performance, as R's coxph and cox.zph have it")
    void lung() {
        Tables lung = Tables.read("survival/lung.csv").complete("age", "sex", "ph.ecog");
        double[] values = new double[lung.size() * 3];
        String[] names = {"age", "sex", "ph.ecog"};
        for (int j = 0; j < 3; j++) {
            double[] column = lung.numbers(names[j]);
            for (int i = 0; i < column.length; i++) {
                values[i * 3 + j] = column[i];
            }
        }
        CoxFit fit = Cox.fit(CurvesTest.lung(lung), 1, Covariates.of(List.of(names), values), NO_STRATA, CoxTies.EFRON);
        assertThat(fit.coefficients().stream().mapToDouble(c -> c.estimate()).toArray())
                .containsExactly(new double[] {0.0110667646, -0.5526123957, 0.4637284754}, within(6e-11));
        assertThat(fit.logLikelihood()).isEqualTo(-729.2301214, within(5e-8));
        assertThat(fit.proportionality().all().statistic()).isEqualTo(4.463658, within(5e-7));
        assertThat(fit.proportionality().all().p()).isEqualTo(0.21555, within(5e-6));
    }

    // Six cases, two of three leave together at 2 while a third is seen until 2.
    private static final double[] EXIT = {1, 2, 2, 2, 3, 4};
    private static final int[] LEFT = {1, 1, 1, 0, 1, 0};
    private static final double[] X = {1, 0, 1, 0, 0, 1};

    private static CoxFit few(CoxTies ties) {
        return Cox.fit(Exits.of(List.of("left"), EXIT, LEFT), 1, Covariates.of(List.of("x"), X), NO_STRATA, ties);
    }

    /** By hand: at 1 all six (three with x = 1), at 2 five (two), of which two leave (one of them), at 3 two (one). */
    private static double byHand(CoxTies ties, double beta) {
        double r = Math.exp(beta);
        double tied = switch (ties) {
            case BRESLOW -> 2 * Math.log(3 + 2 * r);
            case EFRON -> Math.log(3 + 2 * r) + Math.log(3 + 2 * r - (1 + r) / 2);
            // Pairs of five of which two have x = 1: 3 with none, 6 with one, 1 with both.
            case EXACT -> Math.log(3 + 6 * r + r * r);
        };
        return beta - Math.log(3 + 3 * r) + beta - tied - Math.log(1 + r);
    }

    @Test
    @DisplayName("six cases worked by hand: each rule of ties has its own greatest value, error and score")
    void byHand() {
        for (CoxTies ties : CoxTies.values()) {
            DoubleUnaryOperator log = beta -> byHand(ties, beta);
            double best = highest(log);
            CoxFit fit = few(ties);
            assertThat(fit.coefficients().getFirst().estimate()).as("%s", ties).isEqualTo(best, within(1e-7));
            assertThat(fit.logLikelihood()).isEqualTo(log.applyAsDouble(best), within(1e-12));
            assertThat(fit.logLikelihoodNull()).isEqualTo(log.applyAsDouble(0), within(1e-12));
            double h = 1e-3;
            double curvature =
                    -(log.applyAsDouble(best + h) - 2 * log.applyAsDouble(best) + log.applyAsDouble(best - h))
                            / (h * h);
            assertThat(fit.coefficients().getFirst().standardError()).isEqualTo(1 / Math.sqrt(curvature), within(1e-5));
            double slope = (log.applyAsDouble(h) - log.applyAsDouble(-h)) / (2 * h);
            double bend = -(log.applyAsDouble(h) - 2 * log.applyAsDouble(0) + log.applyAsDouble(-h)) / (h * h);
            assertThat(fit.scoreStatistic()).isEqualTo(slope * slope / bend, within(1e-5));
        }
    }

    private static double highest(DoubleUnaryOperator f) {
        double low = -5;
        double high = 5;
        double golden = (Math.sqrt(5) - 1) / 2;
        while (high - low > 1e-9) {
            double a = high - golden * (high - low);
            double b = low + golden * (high - low);
            if (f.applyAsDouble(a) > f.applyAsDouble(b)) {
                high = b;
            } else {
                low = a;
            }
        }
        return (low + high) / 2;
    }

    @Test
    @DisplayName("exact ties of many characteristics equal the sum over all choices, one by one")
    void exactByBruteForce() {
        double[] x = {0.3, 1, -0.2, 0, 1.5, 1, 0.7, 0, -1, 1, 0.1, 0, 2, 1};
        double[] exit = {5, 5, 5, 5, 5, 5, 5};
        int[] kind = {1, 0, 0, 1, 1, 0, 0};
        CoxFit fit = Cox.fit(
                Exits.of(List.of("left"), exit, kind),
                1,
                Covariates.of(List.of("a", "b"), x),
                NO_STRATA,
                CoxTies.EXACT);
        double a = fit.coefficients().get(0).estimate();
        double b = fit.coefficients().get(1).estimate();
        double best = chosen(x, a, b);
        assertThat(fit.logLikelihood()).isEqualTo(best, within(1e-10));
        assertThat(fit.logLikelihoodNull()).isEqualTo(-Math.log(35), within(1e-12));
        for (double[] step : new double[][] {{1e-3, 0}, {-1e-3, 0}, {0, 1e-3}, {0, -1e-3}}) {
            assertThat(chosen(x, a + step[0], b + step[1])).isLessThan(best);
        }
    }

    private static double chosen(double[] x, double a, double b) {
        double sum = 0;
        double those = 0;
        for (int set = 0; set < 128; set++) {
            double eta = 0;
            for (int i = 0; i < 7; i++) {
                eta += (set >> i & 1) * (a * x[2 * i] + b * x[2 * i + 1]);
            }
            sum += Integer.bitCount(set) == 3 ? Math.exp(eta) : 0;
            those = set == 0b0011001 ? eta : those;
        }
        return those - Math.log(sum);
    }

    @Test
    @DisplayName(
            "without ties the three rules are one; a case split at a late entry changes nothing; strata are fitted apart")
    void invariances() {
        double[] exit = {2, 3, 5, 7, 8, 9, 11, 12};
        int[] kind = {1, 1, 0, 1, 1, 1, 0, 1};
        double[] x = {1, 0, 1, 0.5, 2, 1, 0, 0.2};
        Exits exits = Exits.of(List.of("left"), exit, kind);
        Covariates covariates = Covariates.of(List.of("x"), x);
        double efron = Cox.fit(exits, 1, covariates, NO_STRATA, CoxTies.EFRON)
                .coefficients()
                .getFirst()
                .estimate();
        for (CoxTies ties : CoxTies.values()) {
            assertThat(Cox.fit(exits, 1, covariates, NO_STRATA, ties)
                            .coefficients()
                            .getFirst()
                            .estimate())
                    .isEqualTo(efron, within(1e-10));
        }
        Exits split = Exits.of(
                List.of("left"),
                new double[] {-1, -1, -1, -1, -1, -1, -1, -1, 4},
                new double[] {2, 3, 5, 4, 8, 9, 11, 12, 7},
                new int[] {1, 1, 0, 0, 1, 1, 0, 1, 1});
        Covariates more = Covariates.of(List.of("x"), new double[] {1, 0, 1, 0.5, 2, 1, 0, 0.2, 0.5});
        assertThat(Cox.fit(split, 1, more, NO_STRATA, CoxTies.EFRON)
                        .coefficients()
                        .getFirst()
                        .estimate())
                .isEqualTo(efron, within(1e-10));
        Exits twice = Exits.of(
                List.of("left"),
                twice(exit),
                IntStream.range(0, 16).map(i -> kind[i % 8]).toArray());
        int[] strata = IntStream.range(0, 16).map(i -> i / 8).toArray();
        CoxFit both = Cox.fit(twice, 1, Covariates.of(List.of("x"), twice(x)), strata, CoxTies.EFRON);
        CoxFit one = Cox.fit(exits, 1, covariates, NO_STRATA, CoxTies.EFRON);
        assertThat(both.coefficients().getFirst().estimate()).isEqualTo(efron, within(1e-10));
        assertThat(both.coefficients().getFirst().standardError())
                .isEqualTo(one.coefficients().getFirst().standardError() / Math.sqrt(2), within(1e-10));
    }

    private static double[] twice(double[] values) {
        return IntStream.range(0, 2 * values.length)
                .mapToDouble(i -> values[i % values.length])
                .toArray();
    }

    @Test
    @DisplayName("refuses a characteristic that sets apart, one that follows from others, one that never varies")
    void refuses() {
        Exits exits = Exits.of(List.of("left"), new double[] {1, 2, 3, 4}, new int[] {1, 1, 0, 0});
        assertThat(refused(exits, List.of("x"), 1, 1, 0, 0)).isEqualTo("covariate-separates [x]");
        assertThat(refused(exits, List.of("x", "y"), 1, 2, 0, 0, 1, 2, 0, 0)).isEqualTo("covariate-redundant [y]");
        assertThat(refused(exits, List.of("x"), 1, 1, 1, 1)).isEqualTo("covariate-redundant [x]");
    }

    private static String refused(Exits exits, List<String> names, double... values) {
        return catchThrowableOfType(
                        RefusedException.class,
                        () -> Cox.fit(exits, 1, Covariates.of(names, values), NO_STRATA, CoxTies.EFRON))
                .problems()
                .stream()
                .map(p -> p.fault().code() + " " + p.details())
                .findFirst()
                .orElseThrow();
    }
}
