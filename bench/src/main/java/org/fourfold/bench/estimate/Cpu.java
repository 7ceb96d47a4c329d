package org.fourfold.bench.estimate;

import java.lang.management.ManagementFactory;
import java.util.Locale;

/** CPU seconds of this thread. */
final class Cpu {

    private Cpu() {}

    static double seconds() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e9;
    }

    /** Runs {@code rounds} times and prints the first, the virtual machine still cold, and the quickest. */
    static void print(String what, int rounds, Runnable work) {
        double first = 0;
        double best = Double.MAX_VALUE;
        for (int i = 0; i < rounds; i++) {
            double before = seconds();
            work.run();
            double spent = seconds() - before;
            first = i == 0 ? spent : first;
            best = Math.min(best, spent);
        }
        System.out.printf(Locale.ROOT, "%-84s first %8.4f s, best %8.5f s%n", what, first, best);
    }
}
