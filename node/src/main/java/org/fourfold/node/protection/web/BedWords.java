package org.fourfold.node.protection.web;

import java.util.List;
import java.util.UUID;
import org.fourfold.node.protection.Bed;
import org.fourfold.node.protection.ShelterRoom;
import org.fourfold.node.shell.Choice;
import org.fourfold.node.shell.PageFrame;

/** Beds in the reader's language: a bed is called by its room and its own name. */
final class BedWords {

    private BedWords() {}

    /** The free ones to choose from; one of a room that is held for a family says so. */
    static List<Choice> free(PageFrame frame, List<ShelterRoom> rooms) {
        return rooms.stream()
                .flatMap(room -> room.beds().stream().filter(Bed::isFree).map(bed -> choice(frame, room, bed)))
                .toList();
    }

    private static Choice choice(PageFrame frame, ShelterRoom room, Bed bed) {
        String label = name(room, bed);
        return Choice.of(
                bed.id().toString(),
                room.heldFor().isEmpty() ? label : frame.text("protection.bed.in-held-room", "bed", label));
    }

    /** Empty for a bed that there is not. */
    static String name(List<ShelterRoom> rooms, UUID id) {
        return rooms.stream()
                .flatMap(room ->
                        room.beds().stream().filter(bed -> bed.id().equals(id)).map(bed -> name(room, bed)))
                .findFirst()
                .orElse("");
    }

    private static String name(ShelterRoom room, Bed bed) {
        return room.name() + " · " + bed.name();
    }
}
