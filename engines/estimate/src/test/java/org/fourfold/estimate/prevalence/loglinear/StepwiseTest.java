package org.fourfold.estimate.prevalence.loglinear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Percentage;
import org.fourfold.estimate.prevalence.CaptureTable;
import org.fourfold.estimate.prevalence.MseTables;
import org.fourfold.estimate.run.Run;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A model chosen step by step")
class StepwiseTest {

    private static final Percentage SAME = Percentage.withPercentage(1e-4);

    @ParameterizedTest(name = "{0}: {1} persons")
    @CsvSource(
            delimiter = '|',
            value = {
                "UKdat | 11417.991 | LA:NG, LA:PF, NG:GO, NG:GP, PF:GP, GO:GP, PF:NCA",
                "UKdat_5 | 11312.990 | LA:NG, LA:PFNCA, NG:GO, NG:GP, PFNCA:GP, GO:GP",
                "NewOrl | 1110.488 | D:E",
                "NewOrl_185 | 1183.692 | D:E",
                "NewOrl_5 | 981.431 | ''",
                "NewOrl_5_185 | 1034.151 | ''",
                "Korea | 268.77778 | b:c"
            })
    @DisplayName("is the published one")
    void published(String table, double population, String model) {
        FittedModel fitted = Stepwise.choose(MseTables.read(table), 0.02);
        assertThat(fitted.population()).isCloseTo(population, SAME);
        assertThat(fitted.text()).isEqualTo(model);
    }

    @Test
    @DisplayName("has the published criteria")
    void criteria() {
        FittedModel six = Stepwise.choose(MseTables.read("UKdat"), 0.02);
        assertThat(six.aic()).isCloseTo(162.659055, within(1e-6));
        assertThat(six.deviance()).isCloseTo(22.993915, within(1e-6));
        FittedModel five = Stepwise.choose(MseTables.read("UKdat_5"), 0.02);
        assertThat(five.aic()).isCloseTo(127.598631, within(1e-6));
        assertThat(five.deviance()).isCloseTo(16.351384, within(1e-6));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "UKdat_5, -0.0121810813738, 8784.77991, 14700.54916",
        "UKdat, -0.0128711648486, 9266.95781, 14306.75785",
        "NewOrl_5, -0.0521717868227, 578.63911, 1531.95664",
        "NewOrl, -0.0282270698911, 791.42776, 1666.04695"
    })
    @DisplayName("has the limits that the published replicates give, to every digit printed")
    void limits(String name, double acceleration, double lower, double upper) {
        CaptureTable table = MseTables.read(name);
        Stepwise.Estimate ours = Stepwise.estimate(table, new Stepwise.Options(0.02, 20), Run.of(1));
        // The peer's fits of eight lists stop at 1e-8 of their deviance, ours at rounding.
        assertThat(ours.bootstrap().acceleration()).isCloseTo(acceleration, within(2e-9));
        double[] replicates = BootFiles.read(name);
        Bca bca =
                Bca.of(replicates, ours.fitted().population(), ours.bootstrap().acceleration());
        assertThat(bca.limit(replicates, 0.025)).isCloseTo(lower, within(6e-6));
        assertThat(bca.limit(replicates, 0.975)).isCloseTo(upper, within(6e-6));
    }

    @Test
    @DisplayName("has the published 80 % limits of six lists too")
    void coversPublished80() {
        double[] replicates = BootFiles.read("UKdat");
        Bca bca = Bca.of(replicates, 11_417.991, -0.0128711648486);
        assertThat(bca.limit(replicates, 0.1)).isCloseTo(9682.34, within(6e-3));
        assertThat(bca.limit(replicates, 0.9)).isCloseTo(12_576.51, within(6e-3));
    }

    @Test
    @DisplayName("has limits between those of counting replicates that equal the estimate as below or above it: Korea")
    void ties() {
        double[] replicates = BootFiles.read("Korea");
        FittedModel fitted = Stepwise.choose(MseTables.read("Korea"), 0.02);
        Bca half = Bca.of(replicates, fitted.population(), -0.0287733798544);
        Bca below = Bca.of(replicates, fitted.population() * (1 + 2e-9), -0.0287733798544);
        Bca above = Bca.of(replicates, fitted.population() * (1 - 2e-9), -0.0287733798544);
        assertThat(half.bias()).isStrictlyBetween(above.bias(), below.bias());
        assertThat(123.34152).isBetween(above.limit(replicates, 0.025), below.limit(replicates, 0.025));
        assertThat(440.34631).isBetween(above.limit(replicates, 0.975), below.limit(replicates, 0.975));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"UKdat_5", "UKdat", "NewOrl_5", "Korea"})
    @DisplayName("is drawn and chosen anew as the published replicates were: the two lie alike")
    void replicates(String name) {
        Stepwise.Estimate ours = Stepwise.estimate(MseTables.read(name), Stepwise.Options.USUAL, Run.of(7));
        double[] mine = ours.bootstrap().estimates().stream()
                .mapToDouble(Double::doubleValue)
                .sorted()
                .toArray();
        // Kolmogorov and Smirnov's 0.1 % limit for twice 1,000; the seed is fixed.
        assertThat(BootFiles.distance(mine, BootFiles.read(name))).isLessThan(1.95 * Math.sqrt(2.0 / 1000));
    }

    @Test
    @DisplayName("is the same for any number of threads")
    void threads() {
        CaptureTable table = MseTables.read("UKdat_5");
        Stepwise.Options few = new Stepwise.Options(0.02, 60);
        assertThat(Stepwise.estimate(table, few, Run.of(3).with(3)))
                .isEqualTo(Stepwise.estimate(table, few, Run.of(3)));
    }

    @Test
    @DisplayName("moves by 73 persons in New Orleans for one person in two lists or one")
    void onePerson() {
        Stepwise.Estimate ours = Stepwise.estimate(MseTables.read("NewOrl"), new Stepwise.Options(0.02, 20), Run.of(1));
        assertThat(ours.leaveOneOut().all())
                .filteredOn(left -> left.history() == 0b00001100)
                .first()
                .satisfies(left -> assertThat(left.population()).isCloseTo(1183.692, SAME));
        assertThat(ours.leaveOneOut().highest()).isGreaterThan(1183);
        assertThat(ours.leaveOneOut().lowest()).isLessThan(1110);
    }
}
