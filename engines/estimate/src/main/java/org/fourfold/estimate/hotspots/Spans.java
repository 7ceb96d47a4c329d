package org.fourfold.estimate.hotspots;

/**
 * Which spans of time are windows, over running sums of {@code width} entries: entry {@code k} is the sum of the points before
 * {@code offset + k}, counted from {@code offset}.
 *
 * @param longest how many points a span has at most
 * @param toEnd whether every span lasts to the end
 */
record Spans(int times, int longest, boolean toEnd, int offset, int width) {

    static Spans of(int times, ScanTime time, double share) {
        if (time == ScanTime.NONE || times == 1) {
            return new Spans(times, times, true, 0, times + 1);
        }
        int longest = Math.clamp((long) Math.floor(times * share + 1e-9), 1, times);
        boolean toEnd = time == ScanTime.PROSPECTIVE;
        int offset = toEnd ? times - longest : 0;
        return new Spans(times, longest, toEnd, offset, times - offset + 1);
    }

    /** How many spans there are. */
    long many() {
        long many = 0;
        for (int from = 0; from < (toEnd ? 0 : times); from++) {
            many += Math.min(longest, times - from);
        }
        return toEnd ? longest : many;
    }

    /** Running sums of the counts of each spot. */
    void run(long[] cells, int spots, long[] sums) {
        for (int s = 0; s < spots; s++) {
            long sum = 0;
            sums[s * width] = 0;
            for (int k = 1; k < width; k++) {
                sum += cells[s * times + offset + k - 1];
                sums[s * width + k] = sum;
            }
        }
    }

    /** Running sums of the measure of each spot. */
    double[] run(double[] cells, int spots) {
        double[] sums = new double[spots * width];
        for (int s = 0; s < spots; s++) {
            for (int k = 1; k < width; k++) {
                sums[s * width + k] = sums[s * width + k - 1] + cells[s * times + offset + k - 1];
            }
        }
        return sums;
    }
}
