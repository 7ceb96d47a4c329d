package org.fourfold.cluster;

import java.util.List;
import java.util.Map;
import org.fourfold.linkage.model.Rule;
import org.fourfold.linkage.score.Acquainted;

/**
 * Records that lie on many machines, as learning of interactions asks for them.
 *
 * @param population the same records, for learning the rest
 * @param samples of each rule that shows an interaction
 */
record SparkAcquainted(SparkPopulation population, Map<Rule, Sample> samples) implements Acquainted {

    @Override
    public int size() {
        return population.size();
    }

    @Override
    public List<long[]> levels(int[] a, int[] b) {
        return population.levels(a, b);
    }

    @Override
    public Sample sample(Rule rule, long wanted) {
        return samples.getOrDefault(rule, new Sample(List.of(), 1));
    }
}
