package org.fourfold.node.protection;

import java.time.Instant;

/**
 * A conversation that its writer began and did not finish.
 *
 * @param kept when something was last put into it
 */
public record Interrupted(CaseFile file, Instant kept) {}
