/**
 * Estimates made of estimates: stratum by stratum and their sum, with covariates that only some lists record, and over draws of
 * who is who where linkage left that open. Entries: {@link org.fourfold.estimate.prevalence.strata.Strata},
 * {@link org.fourfold.estimate.prevalence.strata.CovariateModel},
 * {@link org.fourfold.estimate.prevalence.strata.LinkageUncertainty}.
 */
@NullMarked
@CheckReturnValue
package org.fourfold.estimate.prevalence.strata;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
