package org.fourfold.linkage.explain;

import java.util.List;
import java.util.OptionalDouble;
import org.fourfold.linkage.model.Rule;
import org.fourfold.linkage.records.RecordName;
import org.fourfold.linkage.train.Weights;

/**
 * Why two records are, or are not, taken for one.
 *
 * @param model its name
 * @param version of the model
 * @param persons whether the records are about persons
 * @param findings one for each comparison of the model, in its order; behind them an interaction, where one counts
 * @param rules that brought the two together, in the model's order
 * @param judgements that people made on these two, in order of their days
 * @param priorParts what is so before anything is compared, in parts of a bit
 * @param probability that the records are one person; only if there is a calibration
 */
public record PairExplanation(
        String model,
        String version,
        boolean persons,
        RecordName a,
        RecordName b,
        List<Finding> findings,
        List<Rule> rules,
        List<AppliedJudgement> judgements,
        int priorParts,
        OptionalDouble probability) {

    public PairExplanation {
        findings = List.copyOf(findings);
        rules = List.copyOf(rules);
        judgements = List.copyOf(judgements);
        probability.ifPresent(value -> {
            if (!(value >= 0 && value <= 1)) {
                throw new IllegalArgumentException("a calibration gave a probability that is not between 0 and 1");
            }
        });
    }

    /** What the records say, the prior left out, in parts of a bit. */
    public int evidenceParts() {
        return findings.stream().mapToInt(Finding::parts).sum();
    }

    /** Evidence and prior, in parts of a bit. */
    public int weightParts() {
        return evidenceParts() + priorParts;
    }

    /** The same in bits. */
    public double weightBits() {
        return (double) weightParts() / Weights.PARTS;
    }
}
