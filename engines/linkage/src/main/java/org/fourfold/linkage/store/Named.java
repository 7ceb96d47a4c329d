package org.fourfold.linkage.store;

import org.fourfold.linkage.cluster.ClusterIds;
import org.fourfold.linkage.records.Records;

/**
 * A store's clusters by ids that last from one state to the next, and from one training to the next.
 *
 * @param records the records that the store holds, in the order of records
 * @param ids per record the id of its cluster, and what became of each cluster since
 */
public record Named(Records records, ClusterIds ids) {}
