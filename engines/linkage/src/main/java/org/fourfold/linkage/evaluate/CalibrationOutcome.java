package org.fourfold.linkage.evaluate;

/** A calibration, or why there is none. Without one, match weights are published and no probability is. */
public sealed interface CalibrationOutcome permits Calibration, CalibrationRefused {}
