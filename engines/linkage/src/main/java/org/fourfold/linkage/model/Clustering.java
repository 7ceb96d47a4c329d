package org.fourfold.linkage.model;

import java.io.Serializable;
import java.util.List;

/**
 * When records that pair by pair look like one person become one cluster. Weights are in bits, the prior included: 0 is as
 * likely as not, 1 twice as likely.
 *
 * @param edge a pair of at least this weight may join two clusters
 * @param mean weight that the pairs between two clusters must have on average
 * @param against share of those pairs whose evidence, the prior left out, may speak against it
 * @param least evidence of one pair, the prior left out, that counts at least
 * @param most the same, that counts at most
 * @param pairs pairs between two clusters above which they are not joined: a guard, and told
 * @param once sources that hold nobody twice; {@link #EVERY} alone for all of them
 */
public record Clustering(
        double edge, double mean, double against, double least, double most, int pairs, List<String> once)
        implements Serializable {

    /** All sources, as a model file writes it. */
    public static final String EVERY = "*";

    /** Measured on generated persons (docs/benchmarks.md); a model file may say otherwise. */
    public static final Clustering USUAL = new Clustering(1, -3, 0.2, -15, 40, 4_000, List.of());

    public Clustering {
        once = List.copyOf(once);
    }

    /** Whether a source holds nobody twice. */
    public boolean isOnce(String source) {
        return once.contains(source) || once.contains(EVERY);
    }

    /** The same with another weight from which a pair may join two clusters. */
    public Clustering withEdge(double bits) {
        return new Clustering(bits, mean, against, least, most, pairs, once);
    }
}
