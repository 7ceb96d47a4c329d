package org.fourfold.estimate.prevalence.loglinear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.assertj.core.data.Percentage;
import org.fourfold.estimate.prevalence.CaptureTable;
import org.fourfold.estimate.prevalence.MseTables;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A log-linear model")
class LogLinearTest {

    private static final Percentage SAME = Percentage.withPercentage(1e-4);

    @Test
    @DisplayName("of two independent lists is Lincoln and Petersen's estimate")
    void lincolnPetersen() {
        CaptureTable table = CaptureTable.of(List.of("A", "B"), new int[] {1, 2, 3}, new long[] {40, 25, 10});
        FittedModel fitted = LogLinear.fit(table, Interactions.NONE);
        assertThat(fitted.population()).isCloseTo(50 * 35 / 10.0, within(1e-9));
        // The variance of log(n1 n2 / n12) is the sum of reciprocals (delta method).
        assertThat(fitted.logUnseenError()).isCloseTo(Math.sqrt(1 / 40.0 + 1 / 25.0 + 1 / 10.0), within(1e-9));
        assertThat(fitted.deviance()).isCloseTo(0, within(1e-9));
    }

    @Test
    @DisplayName("gives the published estimates and Schwarz's criterion of Korea and the United Kingdom")
    void published() {
        FittedModel korea = LogLinear.fit(MseTables.read("Korea"), Interactions.of(0b011, 0b110));
        assertThat(korea.population()).isCloseTo(157.1666667, within(1e-6));
        assertThat(korea.bic()).isCloseTo(57.14081, within(1e-5));
        assertThat(korea.text()).isEqualTo("b:c, c:d");
    }

    @Test
    @DisplayName("gives the published estimates where the lists are taken as independent")
    void independent() {
        assertThat(independent("UKdat")).isCloseTo(12_213.995, SAME);
        assertThat(independent("UKdat_5")).isCloseTo(13_444, within(0.5));
        assertThat(independent("NewOrl_185")).isCloseTo(996.664, SAME);
        assertThat(independent("NewOrl_5_185")).isCloseTo(1034.151, SAME);
        assertThat(independent("NewOrl_5")).isCloseTo(981.431, SAME);
    }

    @Test
    @DisplayName("counts a pair that never overlaps as a parameter and leaves its cells out")
    void minusInfinity() {
        CaptureTable table = MseTables.read("Artificial_3");
        FittedModel fitted = LogLinear.fit(table, Interactions.of(0b101, 0b110));
        assertThat(fitted.parameters()).isEqualTo(6);
        assertThat(fitted.coefficients().stream().filter(c -> c.value() == Double.NEGATIVE_INFINITY))
                .extracting(FittedModel.Coefficient::mask)
                .containsExactly(0b101, 0b110);
        // What is left are two lists that overlap, and a third on its own.
        assertThat(fitted.unseen()).isCloseTo(40 * 30 / 6.0, within(1e-8));
        assertThat(fitted.deviance()).isCloseTo(0, within(1e-8));
    }

    @Test
    @DisplayName("has the same estimate whatever the fit began with")
    void warmStart() {
        PoissonFit fit = new PoissonFit(6);
        fit.data.set(MseTables.read("UKdat").counts());
        Interactions model = Interactions.of(3, 5, 18, 20, 24, 36);
        var _ = fit.fit(model, null);
        double[] cold = fit.beta.clone();
        double[] far = cold.clone();
        for (int i = 0; i < far.length; i++) {
            far[i] = far[i] * 0.3 + 1;
        }
        var _ = fit.fit(model, far);
        for (int mask : model.masks()) {
            assertThat(fit.beta[mask]).isCloseTo(cold[mask], within(1e-8));
        }
        assertThat(fit.beta[0]).isCloseTo(cold[0], within(1e-9));
    }

    @Test
    @DisplayName("solves its own equations: what is expected on each chosen set of lists is what was observed there")
    void score() {
        PoissonFit fit = new PoissonFit(8);
        fit.data.set(MseTables.read("NewOrl").counts());
        Interactions model = Interactions.of(0b00011000, 0b01000100);
        assertThat(fit.fit(model, null)).isEqualTo(Verdict.SOUND);
        for (int i = 0; i < fit.model.finiteCount; i++) {
            int mask = fit.model.finite[i];
            assertThat(fit.expected[mask]).isCloseTo(fit.data.onAll[mask], within(1e-8));
        }
    }

    @Test
    @DisplayName(
            "has the coefficients and criteria that least squares on the design matrix give, worked out apart with NumPy")
    void designMatrix() {
        FittedModel uk = LogLinear.fit(MseTables.read("UKdat_5"), Interactions.of(3, 5, 6, 7, 12, 18));
        assertThat(values(uk))
                .usingComparatorWithPrecision(1e-8)
                .containsExactly(
                        10.024256818854,
                        -6.025369648139,
                        -3.876538530400,
                        -3.123128850950,
                        -3.473637224323,
                        -4.288588569793,
                        2.617941716726,
                        1.983242167899,
                        1.091492544941,
                        0.875989951579,
                        -2.050005508410,
                        -2.072321797953);
        assertThat(uk.logUnseenError()).isCloseTo(0.161082626368, within(1e-9));
        assertThat(uk.deviance()).isCloseTo(13.6257946047, within(1e-8));
        FittedModel orleans = LogLinear.fit(MseTables.read("NewOrl"), Interactions.of(3, 24, 68));
        assertThat(values(orleans))
                .usingComparatorWithPrecision(1e-8)
                .containsExactly(
                        6.952049334124,
                        -3.651319675206,
                        -5.293547410463,
                        -2.742834269933,
                        -3.464290333558,
                        -4.877983668866,
                        -5.164205954730,
                        -5.255139893909,
                        -4.006745973607,
                        Double.NEGATIVE_INFINITY,
                        2.365678044890,
                        1.644221981264);
        assertThat(orleans.aic()).isCloseTo(113.7385518249, within(1e-8));
        assertThat(orleans.bic()).isCloseTo(152.4475119095, within(1e-8));
    }

    private static double[] values(FittedModel fitted) {
        return fitted.coefficients().stream()
                .mapToDouble(FittedModel.Coefficient::value)
                .toArray();
    }

    @Test
    @DisplayName("has the published limits where the model is taken as known")
    void modelAlone() {
        assertThat(limits(Stepwise.choose(MseTables.read("UKdat"), 0.02))).containsExactly(9977.3, 13145.7);
        assertThat(limits(Stepwise.choose(MseTables.read("NewOrl"), 0.02))).containsExactly(692.2, 1874.4);
        assertThat(limits(Stepwise.choose(MseTables.read("NewOrl_185"), 0))).containsExactly(644.9, 1617.5);
    }

    @Test
    @DisplayName("is fitted where counts of a million stand beside single ones and the information is nearly singular")
    void nearlySingular() {
        PoissonFit fit = new PoissonFit(6);
        fit.data.set(new int[] {
            0, 2, 623736, 122779, 1, 756399, 2, 291292, 199831, 436753, 3, 0, 617748, 2, 455411, 246094, 2, 247892, 3,
            2, 1, 2, 1, 2, 2, 1, 787239, 0, 1, 351991, 649608, 2, 1, 2, 0, 512477, 3, 1, 0, 982303, 1, 0, 42558, 0, 3,
            1, 84224, 3, 431866, 834671, 1, 2, 2, 3, 845652, 3, 72637, 535661, 2, 1, 2, 1, 2, 3
        });
        Interactions model = Interactions.of(
                3, 5, 6, 9, 10, 12, 17, 18, 20, 24, 33, 34, 36, 40, 48, 7, 11, 13, 14, 19, 21, 22, 25, 26, 28, 35, 37,
                38, 42, 44, 49, 50, 56);
        // Steps of Newton's method alone overflow here.
        assertThat(fit.fit(model, null)).isEqualTo(Verdict.SOUND);
        for (int i = 0; i < fit.model.finiteCount; i++) {
            int mask = fit.model.finite[i];
            assertThat(fit.expected[mask]).isCloseTo(fit.data.onAll[mask], Percentage.withPercentage(1e-8));
        }
    }

    private static List<Double> limits(FittedModel fitted) {
        return java.util.stream.Stream.of(
                        fitted.limits().lower95(), fitted.limits().upper95())
                .map(v -> Math.round(v * 10) / 10.0)
                .toList();
    }

    private static double independent(String table) {
        return LogLinear.fit(MseTables.read(table), Interactions.NONE).population();
    }
}
