/**
 * What agreement is worth: learnt from the records themselves, without labels.
 */
@NullMarked
@CheckReturnValue
package org.fourfold.linkage.train;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
