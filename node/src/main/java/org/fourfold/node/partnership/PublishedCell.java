package org.fourfold.node.partnership;

import org.fourfold.node.registry.FigureCell;

/**
 * A total as it is published.
 *
 * @param asBefore whether an earlier publication showed this very figure. Readers could see that themselves, so it tells
 *     them nothing about whether the true total changed by a little.
 */
public record PublishedCell(FigureCell cell, boolean asBefore) {}
