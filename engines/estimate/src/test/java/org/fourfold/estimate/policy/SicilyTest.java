package org.fourfold.estimate.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import org.fourfold.estimate.Tables;
import org.fourfold.estimate.numbers.Coefficient;
import org.fourfold.estimate.numbers.Tails;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName(
        "The smoking ban of Sicily (Lopez Bernal, Cummins, Gasparrini 2017), as R's glm, MASS and sandwich have it")
class SicilyTest {

    static final LocalDate BAN = LocalDate.of(2005, 1, 1);

    static Series sicily() {
        Tables table = Tables.read("its/sicily.csv");
        return Series.of(
                "Sicily", Step.MONTH, LocalDate.of(2002, 1, 1), table.numbers("aces"), table.numbers("stdpop"));
    }

    private static CountFit fit(CountModel model, int pairs, boolean slope) {
        Series series = sicily();
        return CountRegression.fit(
                Segmented.design(
                        series, series.from(BAN), new SegmentedOptions(model, pairs, slope, OptionalInt.empty())),
                model);
    }

    /**
     * R's figure from a plain regression that stops where R's does; ours from the same one carried on to the end, which is within
     * 2e-8 of R's error.
     */
    private static void compare(CountFit fit, double estimate, double error, double ratio, double lower, double upper) {
        int at = fit.design.names().indexOf(Segmented.LEVEL);
        Coefficient level = fit.coefficient(Segmented.LEVEL, fit.covariance());
        assertThat(level.estimate()).isEqualTo(estimate, within(1e-8));
        boolean quasi = fit.model == CountModel.QUASI_POISSON;
        assertThat(new AsGlmStops(fit.design, 1e-8).error(at, quasi)).isEqualTo(error, within(1e-8));
        assertThat(level.standardError()).isEqualTo(new AsGlmStops(fit.design, 0).error(at, quasi), within(1e-12));
        assertThat(level.standardError()).isEqualTo(error, within(2e-8));
        assertThat(new double[] {level.ratio(), level.lower(0.95), level.upper(0.95)})
                .containsExactly(new double[] {ratio, lower, upper}, within(6e-7));
    }

    private static void compareDispersion(CountFit fit, double dispersion) {
        assertThat(new AsGlmStops(fit.design, 1e-8).dispersion).isEqualTo(dispersion, within(5e-7));
        assertThat(fit.dispersion).isEqualTo(new AsGlmStops(fit.design, 0).dispersion, within(1e-10));
    }

    @Test
    @DisplayName("the ban is the 37th month")
    void ban() {
        assertThat(sicily().from(BAN)).isEqualTo(36);
    }

    @Test
    @DisplayName("A: Poisson, level and trend")
    void poisson() {
        CountFit fit = fit(CountModel.POISSON, 0, false);
        compare(fit, -0.11162844255886, 0.017224765, 0.894377, 0.864686, 0.925086);
        assertThat(fit.deviance).isEqualTo(197.309613, within(5e-7));
        assertThat(fit.aic()).isEqualTo(708.032587, within(5e-7));
    }

    @Test
    @DisplayName("B: quasi-Poisson")
    void quasi() {
        CountFit fit = fit(CountModel.QUASI_POISSON, 0, false);
        compare(fit, -0.11162844255886, 0.032495945, 0.894377, 0.839189, 0.953193);
        compareDispersion(fit, 3.559195);
    }

    @Test
    @DisplayName("C: two pairs for the season; residuals; Newey and West's error")
    void seasonal() {
        CountFit fit = fit(CountModel.QUASI_POISSON, 2, false);
        compare(fit, -0.12208679289851, 0.027031107, 0.885072, 0.839401, 0.933227);
        compareDispersion(fit, 2.262186);
        List<Double> correlation = Residuals.of(fit).autocorrelation();
        assertThat(correlation.get(0)).isEqualTo(-0.215, within(5e-4));
        assertThat(correlation.get(1)).isEqualTo(0.313, within(5e-4));
        assertThat(correlation.get(2)).isEqualTo(-0.042, within(5e-4));
        Coefficient robust = fit.coefficient(Segmented.LEVEL, NeweyWest.covariance(fit, 6));
        assertThat(robust.standardError()).isEqualTo(0.0205301537, within(1e-7));
    }

    @Test
    @DisplayName(
            "E: level and change of trend, the level at the ban itself; D, the old coding, is the same model seen from month 0")
    void slope() {
        CountFit fit = fit(CountModel.QUASI_POISSON, 2, true);
        compare(fit, -0.13185917124976, 0.029791299, 0.876464, 0.826753, 0.929165);
        int slope = fit.design.names().indexOf(Segmented.SLOPE);
        int level = fit.design.names().indexOf(Segmented.LEVEL);
        assertThat(fit.beta[slope]).isEqualTo(0.00148222799809, within(1e-8));
        CountFit without = fit(CountModel.QUASI_POISSON, 2, false);
        double f = (without.deviance - fit.deviance) / fit.dispersion;
        assertThat(f).isEqualTo(0.63879, within(5e-6));
        assertThat(Tails.fisher(f, 1, 59 - 8)).isEqualTo(0.42786, within(5e-6));
        assertThat(fit.beta[level] - 36 * fit.beta[slope]).isEqualTo(-0.18521937918085, within(1e-8));
        double[] v = fit.covariance();
        int p = fit.design.columns();
        double variance = v[level * p + level] - 72 * v[level * p + slope] + 36 * 36 * v[slope * p + slope];
        assertThat(Math.sqrt(variance)).isEqualTo(0.083560953, within(5e-8));
    }

    @Test
    @DisplayName("F: negative binomial, theta by maximum likelihood")
    void negativeBinomial() {
        CountFit fit = fit(CountModel.NEGATIVE_BINOMIAL, 2, false);
        assertThat(fit.logLikelihood).isEqualTo(-301.878933, within(5e-7));
        assertThat(1 / fit.theta).isEqualTo(0.001190457, within(5e-9));
        assertThat(fit.theta).isEqualTo(840.0138, within(1e-2));
        Coefficient level = fit.coefficient(Segmented.LEVEL, fit.covariance());
        assertThat(level.estimate()).isEqualTo(-0.123086125, within(1e-8));
        assertThat(level.standardError()).isEqualTo(0.025429262, within(1e-8));
        assertThat(new double[] {level.ratio(), level.lower(0.95), level.upper(0.95)})
                .containsExactly(new double[] {0.884188, 0.841199, 0.929372}, within(6e-7));
    }
}
