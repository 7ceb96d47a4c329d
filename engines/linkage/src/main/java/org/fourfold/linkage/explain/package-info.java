/**
 * Why two records, or all of a cluster, are taken for one: in bits and in words, English and Spanish.
 *
 * <p>Promise: the findings of a pair add up to the scorer's evidence, to the last part of a bit; the same records, model and
 * weights give the same bytes, in whatever order the rows came; values are shown as the caller's masking says. What it refuses:
 * a probability without a calibration, a probability of anything but "these records are one person", and any word about a person
 * that is not a finding.
 *
 * <p>Start reading at {@link org.fourfold.linkage.explain.Explainer}.
 */
@NullMarked
@CheckReturnValue
package org.fourfold.linkage.explain;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
