package org.fourfold.node.protection;

import java.time.Instant;

/** Until when a consent of this file holds; with whom and about what is nowhere in it. */
public record ConsentEnd(FileNumber number, Instant until) {}
