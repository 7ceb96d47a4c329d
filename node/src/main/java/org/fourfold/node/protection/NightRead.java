package org.fourfold.node.protection;

import java.time.Instant;
import org.fourfold.node.frame.MemberId;

/** Somebody took over from a night: they had read what was written until then. */
public record NightRead(MemberId reader, Instant at) {}
