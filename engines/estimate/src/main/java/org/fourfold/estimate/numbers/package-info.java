/** Small numerical tools that more than one estimate needs. */
@NullMarked
@CheckReturnValue
package org.fourfold.estimate.numbers;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
