/**
 * Sorting and counting over plain arrays, where the JDK's collections would take ten times the room.
 */
@NullMarked
@CheckReturnValue
package org.fourfold.linkage.arrays;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
