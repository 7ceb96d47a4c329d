package org.fourfold.linkage.evaluate;

/** Estimates from a sample of whole clusters, or why there are none. */
public sealed interface ClusterSampleOutcome permits ClusterSample, ClusterSampleRefused, Contradictions {}
