package org.fourfold.node.protection;

import java.time.Instant;

/** A file with an urgent risk, without what it is. */
public record UrgentFile(CaseFile file, Instant until) {}
