package org.fourfold.estimate.prevalence.loglinear;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.fourfold.estimate.SharedData;

/** Estimates of each replicate of a bootstrap that another program made. */
final class BootFiles {

    private BootFiles() {}

    /** Ascending. */
    static double[] read(String table) {
        try {
            return Files.readAllLines(SharedData.find("data/prevention/oracles/mse/sparsemse_boot_" + table + ".csv"))
                    .stream()
                    .skip(1)
                    .mapToDouble(line -> Double.parseDouble(line.substring(line.indexOf(',') + 1)))
                    .sorted()
                    .toArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The largest distance of two samples' distributions, values that differ by rounding taken as one; both ascending. */
    static double distance(double[] a, double[] b) {
        double largest = 0;
        int i = 0;
        int j = 0;
        while (i < a.length && j < b.length) {
            double value = Math.min(a[i], b[j]) * (1 + 1e-9);
            while (i < a.length && a[i] <= value) {
                i++;
            }
            while (j < b.length && b[j] <= value) {
                j++;
            }
            largest = Math.max(largest, Math.abs((double) i / a.length - (double) j / b.length));
        }
        return largest;
    }
}
