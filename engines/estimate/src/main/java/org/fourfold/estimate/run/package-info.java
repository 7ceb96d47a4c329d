/** What every estimate shares: how it is run, what it was made from, and what is wrong with the data or the answer. */
@NullMarked
@CheckReturnValue
package org.fourfold.estimate.run;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
