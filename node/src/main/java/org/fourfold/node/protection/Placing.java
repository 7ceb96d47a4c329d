package org.fourfold.node.protection;

import java.util.UUID;

/**
 * Giving a bed.
 *
 * @param children small children who share it
 * @param hold whether the other beds of the room are held for this person's family
 * @param family whether the person belongs to the family for whom the room is held
 */
public record Placing(UUID bed, int children, boolean hold, boolean family) {}
