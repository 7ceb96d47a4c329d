/**
 * From pairs to clusters, held to what contradicts them.
 */
@NullMarked
@CheckReturnValue
package org.fourfold.linkage.cluster;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
