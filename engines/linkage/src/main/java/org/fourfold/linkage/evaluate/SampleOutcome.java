package org.fourfold.linkage.evaluate;

/** Estimates from a sample of pairs, or why there are none. */
public sealed interface SampleOutcome permits LabelledSample, SampleRefused, Contradictions {}
