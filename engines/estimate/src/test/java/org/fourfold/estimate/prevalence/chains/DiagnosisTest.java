package org.fourfold.estimate.prevalence.chains;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.random.RandomGenerator;
import org.fourfold.estimate.prevalence.PrevalenceFault;
import org.fourfold.estimate.run.Chance;
import org.fourfold.estimate.run.Problem;
import org.fourfold.estimate.run.Problems;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Whether chains may be believed")
class DiagnosisTest {

    private static final ChainOptions OPTIONS = new ChainOptions(4, 0, 1000, 1, 1.05, 400);

    @Test
    @DisplayName("independent draws count as many as they are, and agree")
    void independent() {
        Diagnosis diagnosis = Diagnosis.of(chains(0, 0));
        assertThat(diagnosis.rHat()).isEqualTo(1, within(0.005));
        assertThat(diagnosis.bulkEss()).isEqualTo(4000, within(600.0));
        assertThat(diagnosis.tailEss()).isEqualTo(4000, within(900.0));
        assertThat(faults(diagnosis)).isEmpty();
    }

    @Test
    @DisplayName("draws that each keep nine tenths of the one before count a nineteenth: (1-r)/(1+r)")
    void correlated() {
        assertThat(Diagnosis.of(chains(0.9, 0)).bulkEss()).isEqualTo(4000 / 19.0, within(70.0));
        assertThat(faults(Diagnosis.of(chains(0.9, 0)))).contains(PrevalenceFault.FEW_DRAWS);
    }

    @Test
    @DisplayName("a chain elsewhere, one of another spread and one that stands still are seen")
    void unbelievable() {
        assertThat(faults(Diagnosis.of(chains(0, 1)))).contains(PrevalenceFault.CHAINS_DISAGREE);
        double[][] spread = chains(0, 0);
        for (int i = 0; i < spread[0].length; i++) {
            spread[0][i] *= 5;
        }
        assertThat(faults(Diagnosis.of(spread))).contains(PrevalenceFault.CHAINS_DISAGREE);
        double[][] still = chains(0, 0);
        java.util.Arrays.fill(still[2], 1533.0268934);
        assertThat(Diagnosis.of(still).still()).isEqualTo(1);
        assertThat(faults(Diagnosis.of(still))).containsExactly(PrevalenceFault.CHAIN_STILL);
    }

    private static java.util.List<Object> faults(Diagnosis diagnosis) {
        Problems problems = new Problems();
        diagnosis.judge(OPTIONS, "N", problems);
        return problems.all().stream().<Object>map(Problem::fault).toList();
    }

    /** Four chains of a thousand draws, each keeping a part of the one before; the last shifted. */
    private static double[][] chains(double kept, double shift) {
        double[][] chains = new double[4][1000];
        for (int c = 0; c < 4; c++) {
            RandomGenerator random = Chance.stream(5, 0, c);
            double x = random.nextGaussian();
            for (int i = 0; i < 1000; i++) {
                x = kept * x + Math.sqrt(1 - kept * kept) * random.nextGaussian();
                chains[c][i] = x + (c == 3 ? shift : 0);
            }
        }
        return chains;
    }
}
