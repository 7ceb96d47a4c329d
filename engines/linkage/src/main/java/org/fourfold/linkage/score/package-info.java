/**
 * Evidence that two records are one person, in bits.
 */
@NullMarked
@CheckReturnValue
package org.fourfold.linkage.score;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
