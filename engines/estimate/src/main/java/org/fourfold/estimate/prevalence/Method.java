package org.fourfold.estimate.prevalence;

import java.util.Locale;

/** How a number was come by. */
public enum Method {
    /** The lists taken as independent of each other: what is left when nothing is known of how they depend. */
    INDEPENDENT,
    /** Pairs of lists chosen step by step (Chan, Silverman, Vincent 2021). */
    STEPWISE,
    /** The hierarchical model of the best Schwarz criterion (Silverman, Chan, Vincent 2024). */
    CRITERION;

    /** In small letters: {@code stepwise}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
