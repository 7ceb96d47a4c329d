package org.fourfold.node.trust;

import org.fourfold.node.frame.MemberId;

/**
 * How often a member asked for something, and how often nothing was found.
 *
 * @param found rows that all of it showed
 */
public record Asking(MemberId member, int times, int inVain, long found) {}
