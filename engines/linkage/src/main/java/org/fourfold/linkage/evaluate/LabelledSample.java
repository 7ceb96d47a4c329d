package org.fourfold.linkage.evaluate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;

/**
 * Precision and recall estimated from pairs that people judged. The pairs of each band of match weights were drawn evenly,
 * and the bands as unevenly as one likes: every judged pair stands for N/n pairs of its band.
 *
 * <p>Precision at a threshold is that of all pairs at or above it. Recall is among the pairs that the bands hold: what
 * blocking never met is not in it, so multiply by what blocking kept. A threshold is always the edge of a band.
 *
 * <p>Intervals: Wilson's for each band with the finite population's correction, joined over bands by recovering variances
 * from the limits (MOVER; Zou and Donner 2008, Statistics in Medicine 27; for the ratio of missed to found pairs Donner and
 * Zou 2012, Statistical Methods in Medical Research 21). Plain variances would give bands where all judgements
 * agree the width 0.
 *
 * @param judged pairs that were judged, each counted once
 * @param thresholds one for each band, ascending
 */
public record LabelledSample(int judged, List<At> thresholds) implements SampleOutcome {

    /** Pairs of a band that must be judged, where it holds so many. */
    public static final int BAND_LABELS_MIN = 10;

    /** Bands in one sample. */
    public static final int BANDS_MAX = 200;

    /**
     * The estimates for all pairs at or above a threshold.
     *
     * @param fromBits the threshold
     * @param pairs pairs at or above it
     * @param precision the share of them that is one entity
     * @param recall their share of all pairs in the bands that are one entity
     */
    public record At(double fromBits, long pairs, Estimate precision, Estimate recall) {}

    /** Keeps a copy. */
    public LabelledSample {
        thresholds = List.copyOf(thresholds);
    }

    /**
     * The estimates, or why there are none.
     *
     * @param bands ascending, with the pairs that each holds
     * @param judgements the pairs that were judged; one that was judged twice alike counts once
     * @throws IllegalArgumentException when the bands do not ascend, hold no pairs, or hold fewer than were judged
     */
    public static SampleOutcome of(List<Band> bands, List<Judged> judgements) {
        requireAscending(bands);
        Contradictions contradictions = Contradictions.in(judgements);
        if (!contradictions.isEmpty()) {
            return contradictions;
        }
        int[] judged = new int[bands.size()];
        int[] same = new int[bands.size()];
        // Only the pair counts: a pair that was judged at two weights is one pair, at the first weight in order.
        var distinct = new HashSet<Long>();
        for (Judged pair : judgements.stream()
                .sorted(Comparator.comparingDouble(Judged::bits))
                .toList()) {
            if (distinct.add((long) pair.a() << Integer.SIZE | pair.b())) {
                int band = bandOf(bands, pair.bits());
                judged[band]++;
                same[band] += pair.same() ? 1 : 0;
            }
        }
        List<Stratum> strata = new ArrayList<>();
        for (int band = 0; band < judged.length; band++) {
            long pairs = bands.get(band).pairs();
            if (judged[band] > pairs) {
                throw new IllegalArgumentException(
                        "the band from " + bands.get(band).fromBits() + " bits holds " + pairs + " pairs, yet "
                                + judged[band] + " of it were judged: give the counts of this very linkage");
            }
            int needed = (int) Math.min(BAND_LABELS_MIN, pairs);
            if (judged[band] < needed) {
                return new SampleRefused(bands.get(band).fromBits(), judged[band], needed);
            }
            strata.add(Stratum.of(pairs, judged[band], same[band]));
        }
        return new LabelledSample(distinct.size(), thresholds(bands, strata));
    }

    private static List<At> thresholds(List<Band> bands, List<Stratum> strata) {
        List<At> thresholds = new ArrayList<>();
        for (int from = 0; from < strata.size(); from++) {
            Stratum.Total above = Stratum.total(strata.subList(from, strata.size()));
            Stratum.Total below = Stratum.total(strata.subList(0, from));
            if (above.pairs() > 0) {
                thresholds.add(
                        new At(bands.get(from).fromBits(), above.pairs(), above.share(), above.shareBeside(below)));
            }
        }
        return thresholds;
    }

    private static void requireAscending(List<Band> bands) {
        if (bands.isEmpty() || bands.size() > BANDS_MAX || bands.stream().allMatch(band -> band.pairs() == 0)) {
            throw new IllegalArgumentException(
                    bands.size() + " bands: give 1 to " + BANDS_MAX + ", one of them with pairs");
        }
        for (int i = 1; i < bands.size(); i++) {
            if (bands.get(i).fromBits() <= bands.get(i - 1).fromBits()) {
                throw new IllegalArgumentException("band " + (i + 1) + " begins at "
                        + bands.get(i).fromBits() + " bits, not above the band before it: give the bands ascending");
            }
        }
    }

    private static int bandOf(List<Band> bands, double bits) {
        for (int band = bands.size() - 1; band >= 0; band--) {
            if (bits >= bands.get(band).fromBits()) {
                return band;
            }
        }
        throw new IllegalArgumentException(
                "a pair was judged at " + bits + " bits, below the first band, which begins at "
                        + bands.getFirst().fromBits() + ": give a band for it");
    }
}
