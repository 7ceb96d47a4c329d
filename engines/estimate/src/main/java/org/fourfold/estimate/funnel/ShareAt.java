package org.fourfold.estimate.funnel;

/**
 * A share at a time.
 *
 * @param time since the beginning, in the data's unit
 * @param share from 0 to 1
 * @param standardError of the share
 * @param lower limit of the interval; NaN where none can be given (nobody is left)
 * @param upper limit of the interval
 * @param atRisk how many were under observation at that time or, where nothing happens then, at the next at which something does
 */
public record ShareAt(double time, double share, double standardError, double lower, double upper, int atRisk) {}
