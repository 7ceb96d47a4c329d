/**
 * Which pairs of records are looked at.
 */
@NullMarked
@CheckReturnValue
package org.fourfold.linkage.block;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
