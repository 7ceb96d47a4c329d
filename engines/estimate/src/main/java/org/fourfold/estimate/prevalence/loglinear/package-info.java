/**
 * Log-linear models of a capture-history table: the Poisson fit, whether an estimate exists at all, the choice of interactions
 * (stepwise, or by BIC over hierarchical models), and intervals that include that choice.
 *
 * <p>A model is a set of {@link org.fourfold.estimate.prevalence.loglinear.Interactions}; the main effects are always in it. Each
 * fit, of the data and of every replicate, asks {@link org.fourfold.estimate.prevalence.loglinear.Existence} first.
 */
@NullMarked
@CheckReturnValue
package org.fourfold.estimate.prevalence.loglinear;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
