/**
 * What the Bayesian estimates share: their quantiles, draws from distributions that their samplers need, and whether chains may
 * be believed.
 */
@NullMarked
@CheckReturnValue
package org.fourfold.estimate.prevalence.chains;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
