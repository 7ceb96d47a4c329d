package org.fourfold.node.protection.clock;

import java.time.LocalTime;
import java.util.Optional;
import org.fourfold.node.frame.Dated;

/** A date as somebody told it, with the time of day where they know it. */
public record When(Dated dated, Optional<LocalTime> time) {}
