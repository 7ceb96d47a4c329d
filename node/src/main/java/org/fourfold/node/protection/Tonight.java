package org.fourfold.node.protection;

import java.time.Instant;
import java.util.List;

/**
 * Who sleeps here, and which beds are free.
 *
 * @param sleepers those whose file the reader may see; a bed that is taken by none of them is taken all the same
 */
public record Tonight(Instant at, List<ShelterRoom> rooms, List<Sleeper> sleepers) {

    public Tonight {
        rooms = List.copyOf(rooms);
        sleepers = List.copyOf(sleepers);
    }

    /** Expected and not back, the longest first. */
    public List<Sleeper> missing() {
        return sleepers.stream()
                .filter(one -> one.absence().filter(out -> out.isMissing(at)).isPresent())
                .sorted(java.util.Comparator.comparing(
                        one -> one.absence().orElseThrow().expected()))
                .toList();
    }

    /** Beds that anybody may have; those of a room that is held for a family are not among them. */
    public long free() {
        return rooms.stream()
                .filter(room -> room.heldFor().isEmpty())
                .mapToLong(ShelterRoom::free)
                .sum();
    }

    /** Persons who sleep here as far as the reader sees: small children who share a bed are counted, who is out is not. */
    public int persons() {
        return sleepers.stream()
                .filter(one -> one.absence().isEmpty())
                .mapToInt(one -> 1 + one.stay().children())
                .sum();
    }
}
