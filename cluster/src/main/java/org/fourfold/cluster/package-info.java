/**
 * The linkage engine on Apache Spark: moves records, keys, pairs and components between machines, around the same classes that
 * link within one process.
 */
@NullMarked
@CheckReturnValue
package org.fourfold.cluster;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
