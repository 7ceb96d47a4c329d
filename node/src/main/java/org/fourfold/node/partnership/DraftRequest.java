package org.fourfold.node.partnership;

import org.fourfold.node.registry.FigureRequest;

/**
 * What a draft is to hold.
 *
 * @param ownRecords the author says that the organisation made these records itself or may publish them in writing; needed
 *     where the source's terms are not known
 */
public record DraftRequest(FigureRequest figures, boolean ownRecords) {}
