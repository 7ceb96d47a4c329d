/**
 * How many persons does no list have? Multiple systems estimation from lists that overlap: what each method says, how far each
 * may be wrong, and when none may be believed.
 */
@NullMarked
@CheckReturnValue
package org.fourfold.estimate.prevalence;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
