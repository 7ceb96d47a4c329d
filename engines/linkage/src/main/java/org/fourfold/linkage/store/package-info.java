/**
 * Records that stay: an index on disk that answers who one record may be, takes batches in, and clusters anew only what they
 * touch. Begin at {@link org.fourfold.linkage.store.LinkageStore}.
 *
 * <p>What it promises: its pairs and clusters follow from the records it holds and from the frozen model alone, in whatever
 * portions the records came or went; a write that is killed leaves the whole state before it. What it does not do: learn. The
 * model is frozen until somebody trains anew and creates another store; {@link org.fourfold.linkage.store.Drift} says when.
 */
@NullMarked
@CheckReturnValue
package org.fourfold.linkage.store;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
