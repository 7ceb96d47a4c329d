package org.fourfold.estimate.numbers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Small numerical tools")
class NumbersTest {

    @Test
    @DisplayName("solve a system whose solution is known")
    void solve() {
        double[] a = {4, 12, -16, 12, 37, -43, -16, -43, 98};
        assertThat(Cholesky.factor(a, 3, 1e-12)).isTrue();
        double[] b = {4 + 24 - 48, 12 + 74 - 129, -16 - 86 + 294};
        Cholesky.solve(a, 3, b);
        assertThat(b).containsExactly(new double[] {1, 2, 3}, within(1e-10));
        assertThat(Cholesky.inverse(a, 3)[0]).isEqualTo(1777.0 / 36, within(1e-9));
    }

    @Test
    @DisplayName("see that a matrix is singular")
    void singular() {
        assertThat(Cholesky.factor(new double[] {1, 2, 2, 4}, 2, 1e-12)).isFalse();
    }

    @Test
    @DisplayName("give R's quantiles of 1 to 10: type 7 and type 8")
    void quantiles() {
        double[] sample = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
        assertThat(Quantiles.linear(sample, 0.1)).isEqualTo(1.9, within(1e-12));
        assertThat(Quantiles.medianUnbiased(sample, 0.1)).isEqualTo(1.3666666666666667, within(1e-12));
        assertThat(Quantiles.medianUnbiased(sample, 0.01)).isEqualTo(1);
        assertThat(Quantiles.medianUnbiased(sample, 1)).isEqualTo(10);
    }

    @Test
    @DisplayName(
            "give the normal distribution far out: 1.959963984540054 has 0.975 below, -10 has 7.619853024160527e-24")
    void normal() {
        assertThat(Normal.quantile(0.975)).isEqualTo(1.959963984540054, within(1e-13));
        assertThat(Normal.share(1.959963984540054)).isEqualTo(0.975, within(1e-15));
        assertThat(Normal.share(-10)).isEqualTo(7.619853024160527e-24, within(1e-36));
    }
}
