/**
 * Latent classes: persons are of kinds that nobody recorded, each kind with its own chances to come onto the lists; within a
 * kind the lists are independent. Entry: {@link org.fourfold.estimate.prevalence.latent.LatentClasses}.
 */
@NullMarked
@CheckReturnValue
package org.fourfold.estimate.prevalence.latent;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
