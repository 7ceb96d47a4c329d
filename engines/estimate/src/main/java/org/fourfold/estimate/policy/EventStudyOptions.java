package org.fourfold.estimate.policy;

/**
 * How an event study looks around adoption.
 *
 * @param width periods that make one cell of relative time: 3 for quarters from months
 * @param leads cells told before adoption, the reference cell just before it not counted
 * @param lags cells told from adoption on
 * @param level of the intervals
 */
public record EventStudyOptions(int width, int leads, int lags, double level) {

    public EventStudyOptions {
        if (width < 1 || leads < 0 || lags < 1 || !(level > 0.5 && level < 1)) {
            throw new IllegalArgumentException("width from 1, leads from 0, lags from 1, level from 0.5 to 1");
        }
    }

    /** Quarters of months, four before and four after, 95 %. */
    public static EventStudyOptions usual() {
        return new EventStudyOptions(3, 4, 4, 0.95);
    }
}
