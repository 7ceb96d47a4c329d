package org.fourfold.node.protection;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A room of the house, by a name that tells nobody outside where it is.
 *
 * @param heldFor the stay for whose family it is held
 */
public record ShelterRoom(UUID id, String name, Optional<UUID> heldFor, List<Bed> beds) {

    /** The longest name of a room or a bed, in characters. */
    public static final int NAME_MAX = 40;

    /** More rooms, and more beds in one, than any house has. */
    public static final int ROOMS_MAX = 100;

    public static final int BEDS_MAX = 40;

    public ShelterRoom {
        beds = List.copyOf(beds);
    }

    public long free() {
        return beds.stream().filter(Bed::isFree).count();
    }
}
