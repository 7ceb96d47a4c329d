package org.fourfold.estimate.prevalence;

import java.util.Locale;

/** How a number was come by. */
public enum Method {
    /** The lists taken as independent of each other: what is left when nothing is known of how they depend. */
    INDEPENDENT,
    /** Pairs of lists chosen step by step (Chan, Silverman, Vincent 2021). */
    STEPWISE,
    /** The hierarchical model of the best Schwarz criterion (Silverman, Chan, Vincent 2024). */
    CRITERION,
    /** All pairs with a prior, those that the posterior does not tell from nought dropped (Silverman 2020). */
    THRESHOLD,
    /** Classes of persons who are listed alike, how many is learnt as well (Manrique-Vallier 2016). */
    LATENT,
    /** All decomposable graphs, each as far as it is believed (Madigan, York 1997); three to five lists. */
    GRAPHS;

    /** In small letters: {@code stepwise}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
