/**
 * Bayesian averaging over decomposable graphical models: which lists depend on each other is not chosen, all patterns that can
 * be worked out in closed form are weighed. Entry: {@link org.fourfold.estimate.prevalence.graphs.GraphAveraging}.
 */
@NullMarked
@CheckReturnValue
package org.fourfold.estimate.prevalence.graphs;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
