/**
 * Records as columns of numbers: every distinct value is looked at once.
 */
@NullMarked
@CheckReturnValue
package org.fourfold.linkage.records;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
