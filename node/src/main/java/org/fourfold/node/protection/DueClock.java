package org.fourfold.node.protection;

import java.time.Instant;
import org.fourfold.node.frame.CaseFileId;

/**
 * A deadline on somebody's desk, without what it is about.
 *
 * @param lawyers whether it is the lawyer's
 * @param ends the first moment that is too late
 * @param stale reckoned by other rules than today's: the file has to be opened
 */
public record DueClock(CaseFileId file, FileNumber number, boolean lawyers, Instant ends, boolean stale) {}
