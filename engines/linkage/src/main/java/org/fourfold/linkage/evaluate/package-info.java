/**
 * How good is a linkage, and how honest are its probabilities? Measures against a known truth
 * ({@link org.fourfold.linkage.evaluate.ClusterScores}, {@link org.fourfold.linkage.evaluate.PairCurve}), the map from match
 * weights to probabilities ({@link org.fourfold.linkage.evaluate.Calibration}), and estimates with intervals where only a
 * sample was looked at by people ({@link org.fourfold.linkage.evaluate.LabelledSample} for pairs,
 * {@link org.fourfold.linkage.evaluate.ClusterSample} for whole clusters).
 *
 * <p>Promise: records are row numbers and labels are plain arrays, so nothing here knows a model or a field; the same input
 * in another order gives the same figures. What it refuses, with the reason as data: a calibration from too few labels, an
 * estimate from a band that nobody looked at, and labels that contradict each other, which are told and never averaged.
 *
 * <p>Start reading at {@link org.fourfold.linkage.evaluate.ClusterScores}.
 */
@NullMarked
@CheckReturnValue
package org.fourfold.linkage.evaluate;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
