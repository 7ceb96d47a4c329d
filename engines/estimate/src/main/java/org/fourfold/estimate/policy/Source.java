package org.fourfold.estimate.policy;

/**
 * A series and who counted it.
 *
 * @param origin who collected it and how: two sources of one origin are one witness
 */
public record Source(String origin, Series series) {}
