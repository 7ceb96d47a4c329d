/**
 * What a number from overlapping lists is worth: whether the lists can foretell each other, and what of a table may be shown.
 */
@NullMarked
@CheckReturnValue
package org.fourfold.estimate.prevalence.checks;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
