package org.fourfold.linkage.evaluate;

/**
 * Too few true clusters were reviewed.
 *
 * @param found how many were
 * @param needed how many must be
 */
public record ClusterSampleRefused(int found, int needed) implements ClusterSampleOutcome {}
