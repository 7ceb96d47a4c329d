/**
 * What changed with a policy, and may it be called an effect? Interrupted time series of counts with a date that is given
 * ({@link PolicyEffect#of}), places that took a policy up at different times ({@link PolicyEffect#staggered}), and a series held
 * against controls ({@link PolicyEffect#against}).
 *
 * <p>Refused by construction: looking for the date at which something changed. No entry takes a series without a policy's date:
 * on the reference series a search finds month 12, where nothing happened, and not the ban of month 37.
 */
@NullMarked
@CheckReturnValue
package org.fourfold.estimate.policy;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
