package org.fourfold.node.protection.web;

import java.util.List;
import org.fourfold.node.shell.Choice;

/**
 * The rooms and beds of the house, to add to.
 *
 * @param typedRoom what stands in the form of a room after a fault
 * @param typedIn the room chosen in the form of a bed
 */
public record RoomsPage(
        List<Line> rooms,
        List<Choice> choices,
        String roomKey,
        String bedKey,
        String typedRoom,
        String typedIn,
        String typedBed) {

    public RoomsPage {
        rooms = List.copyOf(rooms);
        choices = List.copyOf(choices);
    }

    /** A room with its beds. */
    public record Line(String name, List<BedLine> beds) {}

    /** A bed and where it is taken out of use or back into it; the path is empty while somebody has it. */
    public record BedLine(String name, boolean closed, String path) {}
}
