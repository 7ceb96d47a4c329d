package org.fourfold.linkage.store;

import java.util.List;
import org.fourfold.linkage.records.RecordName;

/**
 * Somebody who may be the one that was asked for.
 *
 * @param record which record says so
 * @param row its number in the store; it never changes
 * @param cluster the cluster it is in: the row of one of its records
 * @param evidence without the prior, in parts of a bit ({@link org.fourfold.linkage.train.Weights#PARTS})
 * @param weight the same with the prior
 * @param levels per comparison of the model at which level it holds, 0 where one of them says nothing
 */
public record Candidate(RecordName record, int row, int cluster, int evidence, int weight, List<Integer> levels) {

    public Candidate {
        levels = List.copyOf(levels);
    }
}
