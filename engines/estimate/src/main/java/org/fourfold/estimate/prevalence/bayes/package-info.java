/**
 * Bayesian thresholding: all pairs of lists may depend on each other, those whose dependence the posterior leaves in doubt are
 * dropped, and what is left is estimated again. Entry:
 * {@link org.fourfold.estimate.prevalence.bayes.BayesianThreshold}.
 */
@NullMarked
@CheckReturnValue
package org.fourfold.estimate.prevalence.bayes;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
