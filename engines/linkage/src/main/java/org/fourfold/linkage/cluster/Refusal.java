package org.fourfold.linkage.cluster;

import java.io.Serializable;
import java.util.Locale;

/**
 * Two clusters that the evidence would have joined and that were not joined.
 *
 * @param reason why
 * @param a a record of the one cluster, the lower of the strongest pair between them
 * @param b the record of the other
 * @param evidence of that pair, in parts of a bit, the prior left out
 * @param sizeA records of the cluster that holds {@code a}, in the end
 * @param sizeB the same of {@code b}
 */
public record Refusal(Reason reason, int a, int b, int evidence, int sizeA, int sizeB) implements Serializable {

    /** Why clusters stay apart. */
    public enum Reason {
        /** There would be too many pairs to look at: the guard against giants. */
        SIZE,
        /** The other pairs between them speak against it. */
        EVIDENCE,
        /** A source holds nobody twice. */
        ONE_PER_SOURCE,
        /** Sources that must not be linked. */
        FORBIDDEN_SOURCES,
        /** Only a person makes one of these roles: a proposal. */
        ROLES,
        /** A person judged two of them to be different. */
        JUDGED_DIFFERENT;

        /** As it stands in a file: {@code one-per-source}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** The same where records have other numbers: {@code numbers[record]}, in the same order. */
    public Refusal in(int[] numbers) {
        return new Refusal(reason, numbers[a], numbers[b], evidence, sizeA, sizeB);
    }

    /** Pairs between the two clusters. */
    public long pairs() {
        return (long) sizeA * sizeB;
    }
}
