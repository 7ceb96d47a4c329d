package org.fourfold.node.protection;

import java.time.Instant;
import org.fourfold.node.frame.MemberId;
import org.fourfold.node.protection.clock.Fact;

/**
 * A fact as it stands in its latest revision, and who wrote that down when.
 *
 * @param struck it does not hold; it is kept as it was and starts and stops nothing
 */
public record ToldFact(Fact fact, int revision, MemberId by, Instant at, boolean struck) {}
