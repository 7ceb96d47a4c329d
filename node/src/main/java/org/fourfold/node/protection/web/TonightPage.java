package org.fourfold.node.protection.web;

import java.util.List;
import java.util.Optional;
import org.fourfold.node.shell.Tag;

/**
 * The house tonight.
 *
 * @param mayFurnish whether the reader may add rooms and beds
 */
public record TonightPage(List<Missing> missing, List<RoomLine> rooms, int persons, long free, boolean mayFurnish) {

    public TonightPage {
        missing = List.copyOf(missing);
        rooms = List.copyOf(rooms);
    }

    /** Somebody who is expected and not back; {@code path} leads to whom to call and whom never. */
    public record Missing(String name, String number, String since, String path) {}

    /** A room; {@code held} where it is for one family. */
    public record RoomLine(String name, boolean held, List<BedLine> beds) {}

    /** A bed; {@code path} is empty where the reader may not see whose it is, or nobody has it. */
    public record BedLine(String bed, String who, String number, int children, Optional<Tag> state, String path) {}
}
