package org.fourfold.node.protection;

/** How many persons did not get something, by what came of it and why. */
public record UnmetCount(
        java.time.YearMonth month,
        UnmetNeed.Outcome outcome,
        UnmetNeed.Need need,
        UnmetNeed.Reason reason,
        long persons) {}
