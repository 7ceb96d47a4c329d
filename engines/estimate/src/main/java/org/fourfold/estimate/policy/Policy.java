package org.fourfold.estimate.policy;

import java.time.LocalDate;

/**
 * A policy whose date is known from what was decided, never from the series.
 *
 * @param date from which it was in force
 */
public record Policy(String name, LocalDate date) {}
