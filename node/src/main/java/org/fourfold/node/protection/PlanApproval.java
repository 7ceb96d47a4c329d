package org.fourfold.node.protection;

import java.time.Instant;
import org.fourfold.node.frame.MemberId;

/** A supervisor approved the plan as it stood then. */
public record PlanApproval(MemberId supervisor, Instant at) {}
