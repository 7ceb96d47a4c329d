/**
 * Finds rules that bring likely matches together and cost few pairs.
 */
@NullMarked
@CheckReturnValue
package org.fourfold.linkage.search;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
