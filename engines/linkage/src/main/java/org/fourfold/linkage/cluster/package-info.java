/**
 * From pairs to clusters, held to what contradicts them.
 *
 * <p>Promise: the order of records, edges and judgements changes nothing; with the model frozen a record that is unrelated changes
 * no other cluster; what a person judged holds in every run, whatever was learnt since, and where persons contradict each other,
 * records stay apart and the contradiction is told with its chain. What is refused is told too, so that nobody takes "not joined"
 * for "not alike". What it refuses: to merge roles that only a person may merge, and to link sources that must not be linked.
 *
 * <p>Start reading at {@link org.fourfold.linkage.cluster.Clusterer}; judgements at
 * {@link org.fourfold.linkage.cluster.Judgements}; ids that last at {@link org.fourfold.linkage.cluster.ClusterIds}.
 */
@NullMarked
@CheckReturnValue
package org.fourfold.linkage.cluster;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
