package org.fourfold.node.trust;

import java.time.Instant;

/** How far a check of everything has come. */
public record CheckProgress(long done, long all, Instant since) {}
