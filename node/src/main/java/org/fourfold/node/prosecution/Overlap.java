package org.fourfold.node.prosecution;

import java.util.Optional;

/**
 * An identifier that stands in two sources or more, exactly. It says that two files name the same number, and nothing about
 * anybody: whose it is, since when and why it is in both is for a person to find out.
 *
 * @param value in its normal form
 * @param hub what a member said it is
 */
public record Overlap(
        OverlapId id, IdentifierKind kind, String value, int sources, int entities, Optional<HubKind> hub) {

    /** From this many entities on, an identifier is probably a place that many use. */
    public static final int PROBABLE_HUB_ENTITIES = 10;

    public boolean isProbablyHub() {
        return hub.isPresent() || entities >= PROBABLE_HUB_ENTITIES;
    }
}
