package org.fourfold.linkage.report;

import java.util.List;
import java.util.Optional;
import org.fourfold.linkage.evaluate.CalibrationRefused;
import org.fourfold.linkage.evaluate.CalibrationReport;
import org.fourfold.linkage.evaluate.ClusterSample;
import org.fourfold.linkage.evaluate.ClusterScores;
import org.fourfold.linkage.evaluate.Estimate;
import org.fourfold.linkage.evaluate.LabelledSample;

/**
 * What one run of a linkage tells about itself. Counts and names of columns and rules, never a value of a record.
 *
 * @param model which model linked
 * @param sources where the records come from, at least one
 * @param pairsScored pairs that were compared
 * @param links pairs that were taken for one entity
 * @param rules the blocking rules, in the model's order
 * @param comparisons the compared fields with their levels, in the model's order
 * @param weights how many pairs have which match weight, ascending; at most {@link #WEIGHT_BINS_MAX}
 * @param calibration how probabilities were learnt, or why none is published
 * @param blockingLoss what the rules seem to have missed, where that could be estimated
 * @param evaluation precision and recall, where people judged or a truth is known
 * @param clusterSizes how many clusters have how many records, ascending
 * @param refused the largest clusters that the size guard did not let grow together
 * @param warnings what must be known before any figure
 */
public record QualityReport(
        Model model,
        List<Source> sources,
        long pairsScored,
        long links,
        List<Rule> rules,
        List<Comparison> comparisons,
        List<WeightBin> weights,
        CalibrationState calibration,
        Optional<BlockingLoss> blockingLoss,
        Evaluation evaluation,
        List<ClusterSize> clusterSizes,
        List<RefusedCluster> refused,
        List<Warning> warnings) {

    /** Bins of match weights: more cannot be told apart in a picture. */
    public static final int WEIGHT_BINS_MAX = 120;

    /** Keeps copies and checks the bins. */
    public QualityReport {
        sources = List.copyOf(sources);
        rules = List.copyOf(rules);
        comparisons = List.copyOf(comparisons);
        weights = List.copyOf(weights);
        clusterSizes = List.copyOf(clusterSizes);
        refused = List.copyOf(refused);
        warnings = List.copyOf(warnings);
        if (weights.size() > WEIGHT_BINS_MAX) {
            throw new IllegalArgumentException(weights.size() + " bins of match weights; at most " + WEIGHT_BINS_MAX
                    + " are drawn: take wider ones");
        }
        for (int i = 1; i < weights.size(); i++) {
            if (weights.get(i).fromBits() < weights.get(i - 1).toBits()) {
                throw new IllegalArgumentException(
                        "bin " + (i + 1) + " of the match weights begins before the one before it ends");
            }
        }
        for (int i = 1; i < clusterSizes.size(); i++) {
            if (clusterSizes.get(i).records() <= clusterSizes.get(i - 1).records()) {
                throw new IllegalArgumentException("cluster size " + (i + 1) + " is not above the one before it");
            }
        }
    }

    /** The records of all sources. */
    public long records() {
        return sources.stream().mapToLong(Source::records).sum();
    }

    /** The clusters of all sizes. */
    public long clusters() {
        return clusterSizes.stream().mapToLong(ClusterSize::clusters).sum();
    }

    /** A model by its name and version. */
    public record Model(String name, String version) {}

    /** A source and how many records it brought. */
    public record Source(String name, long records) {}

    /**
     * A blocking rule.
     *
     * @param name the rule in the model's words
     * @param pairs pairs that it gave and no rule above it did
     * @param yield what it found, where somebody counted
     */
    public record Rule(String name, long pairs, Optional<Yield> yield) {

        /** Checks the count. */
        public Rule {
            if (pairs < 0) {
                throw new IllegalArgumentException("a rule gives " + pairs + " pairs");
            }
        }
    }

    /**
     * What one rule found.
     *
     * @param kept pairs that it gives, alone or with others, and that were looked at closely
     * @param matches how many of these are expected to be one entity
     * @param alone how many of these no other rule gives
     * @param crowdedBlocks blocks above its limit
     * @param leftOut records in them
     */
    public record Yield(long kept, double matches, double alone, long crowdedBlocks, long leftOut) {

        /** Checks the counts. */
        public Yield {
            if (!(kept >= 0 && alone >= 0 && alone <= matches * (1 + 1e-9) && crowdedBlocks >= 0 && leftOut >= 0)) {
                throw new IllegalArgumentException("a rule finds " + matches + " matches, " + alone
                        + " of them alone: a part is not more than the whole");
            }
        }
    }

    /** A compared field and its levels, strongest first. */
    public record Comparison(String name, List<Level> levels) {

        /** Keeps a copy. */
        public Comparison {
            levels = List.copyOf(levels);
        }
    }

    /**
     * A level of agreement.
     *
     * @param name what agrees
     * @param m the share of pairs of one entity at this level
     * @param u the share of pairs of two entities at this level
     * @param bits the match weight, the logarithm of m/u to base 2; finite
     */
    public record Level(String name, double m, double u, double bits) {

        /** Checks that there is something to draw. */
        public Level {
            if (!(m >= 0 && m <= 1 && u >= 0 && u <= 1 && Double.isFinite(bits))) {
                throw new IllegalArgumentException("a level with m " + m + ", u " + u + ", " + bits
                        + " bits: m and u are shares and the weight is finite");
            }
        }
    }

    /** How many pairs have a match weight from {@code fromBits} to below {@code toBits}. */
    public record WeightBin(double fromBits, double toBits, long pairs) {

        /** Checks that the bin has a width. */
        public WeightBin {
            if (!(Double.isFinite(fromBits) && Double.isFinite(toBits) && fromBits < toBits && pairs >= 0)) {
                throw new IllegalArgumentException("a bin from " + fromBits + " to " + toBits + " bits with " + pairs
                        + " pairs: it needs a width and a count");
            }
        }
    }

    /** How probabilities were learnt, or why none is published. */
    public sealed interface CalibrationState {

        /** There is a calibration, and this is how honest it is. */
        record Calibrated(CalibrationReport report) implements CalibrationState {}

        /** There were labels, but they do not carry a calibration. */
        record TooFewLabels(CalibrationRefused refused) implements CalibrationState {}

        /** Nobody judged pairs for this model. */
        record NoRecord() implements CalibrationState {}
    }

    /**
     * What the rules let through.
     *
     * @param met the share of true pairs that a rule gave
     * @param basis how that is known
     * @param recapture what it was told by, where the rules themselves told it
     */
    public record BlockingLoss(Estimate met, Basis basis, Optional<Recapture> recapture) {

        /** How the share is known. */
        public enum Basis {
            /** How many pairs few rules found: what only few find, some find not at all. */
            RULES,
            /** Clusters that people reviewed as a whole. */
            REVIEWED_CLUSTERS,
            /** A truth that is known, as with invented data. */
            TRUTH
        }
    }

    /**
     * Matches that few rules found tell of those that none did.
     *
     * @param matchesBy expected matches by how many rules found them, from one on
     * @param missed expected matches that no rule found, by estimate
     * @param low the lower end of its interval
     * @param high the upper end
     * @param silent records that lack a part of every rule
     * @param crowded records of which every key is shared by too many
     */
    public record Recapture(List<Double> matchesBy, double missed, double low, double high, long silent, long crowded) {

        /** Keeps a copy. */
        public Recapture {
            matchesBy = List.copyOf(matchesBy);
        }

        /** Expected matches that some rule found. */
        public double matches() {
            return matchesBy.stream().mapToDouble(Double::doubleValue).sum();
        }
    }

    /**
     * Precision and recall, each part where it is known.
     *
     * @param pairs from a sample of judged pairs
     * @param clusters from a sample of reviewed clusters
     * @param truth against a known truth
     */
    public record Evaluation(
            Optional<LabelledSample> pairs, Optional<ClusterSample> clusters, Optional<ClusterScores> truth) {

        /** Nobody judged, and no truth is known. */
        public static Evaluation none() {
            return new Evaluation(Optional.empty(), Optional.empty(), Optional.empty());
        }
    }

    /** How many clusters have this many records. */
    public record ClusterSize(long records, long clusters) {

        /** Checks the counts. */
        public ClusterSize {
            if (records < 1 || clusters < 0) {
                throw new IllegalArgumentException(
                        clusters + " clusters of " + records + " records: a cluster has one at least");
            }
        }
    }

    /**
     * A group of records that links would have joined, had the size guard not refused.
     *
     * @param name its id in the files beside the report
     * @param records records that would have been one
     * @param clusters into how many they were kept apart
     */
    public record RefusedCluster(String name, long records, long clusters) {}
}
