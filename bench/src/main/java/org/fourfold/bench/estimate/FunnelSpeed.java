package org.fourfold.bench.estimate;

import java.util.List;
import java.util.random.RandomGenerator;
import org.fourfold.estimate.funnel.Covariates;
import org.fourfold.estimate.funnel.Cox;
import org.fourfold.estimate.funnel.CoxTies;
import org.fourfold.estimate.funnel.Exits;
import org.fourfold.estimate.funnel.FineGray;
import org.fourfold.estimate.funnel.GrayTest;
import org.fourfold.estimate.funnel.LimitKind;
import org.fourfold.estimate.funnel.Shares;
import org.fourfold.estimate.funnel.StillOpen;
import org.fourfold.estimate.run.Chance;

/**
 * CPU seconds of curves and tests on invented cases with three kinds of exits, beside those recorded for R's survival 3.5-3.
 *
 * <p>Argument: how many cases, a million if none. Each is done five times, the first (the virtual machine still cold) and the
 * quickest are told.
 */
final class FunnelSpeed {

    private FunnelSpeed() {}

    static void main(String... arguments) {
        int n = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
        Exits days = drawn(n, true);
        Exits exact = drawn(n, false);
        int[] group = new int[n];
        double[] x = new double[2 * n];
        for (int i = 0; i < n; i++) {
            group[i] = i & 1;
            x[2 * i] = i & 1;
            x[2 * i + 1] = (i * 7919L) % 101 / 101.0;
        }
        Cpu.print(
                "Kaplan-Meier, all times distinct (survfit: 1.50 at a million)",
                5,
                () -> used(StillOpen.of(exact).at(1, 0.95, LimitKind.LOG)));
        Cpu.print(
                "Kaplan-Meier, times in days", 5, () -> used(StillOpen.of(days).at(1, 0.95, LimitKind.LOG)));
        Cpu.print(
                "Aalen-Johansen, 3 kinds, all times distinct (survfit: 23.7 at a million)",
                5,
                () -> used(Shares.of(exact).at(1, 1, 0.95)));
        Cpu.print(
                "Aalen-Johansen, 3 kinds, times in days",
                5,
                () -> used(Shares.of(days).at(1, 1, 0.95)));
        Cpu.print("Gray's test, times in days", 5, () -> used(GrayTest.of(days, 1, group, new int[0])));
        Covariates covariates = Covariates.of(List.of("group", "share"), x);
        Cpu.print(
                "Cox, Efron, 2 characteristics, times in days",
                5,
                () -> used(Cox.fit(days, 1, covariates, new int[0], CoxTies.EFRON)));
        Cpu.print("Fine-Gray, 2 characteristics, times in days", 5, () -> used(FineGray.fit(days, 1, covariates)));
    }

    private static Exits drawn(int n, boolean days) {
        RandomGenerator random = Chance.stream(7, 1, 0);
        double[] exit = new double[n];
        int[] kind = new int[n];
        for (int i = 0; i < n; i++) {
            double t = 500 * random.nextExponential();
            double open = 3000 * random.nextDouble();
            kind[i] = open < t ? Exits.OPEN : 1 + random.nextInt(3);
            exit[i] = days ? Math.ceil(Math.min(t, open)) : Math.min(t, open);
        }
        return Exits.of(List.of("convicted", "archived", "withdrawn"), exit, kind);
    }

    /** A result that nobody looks at might never be made. */
    private static void used(Object result) {
        if (result.hashCode() == 42) {
            System.out.println();
        }
    }
}
