package org.fourfold.node.shell.web;

import java.util.List;
import org.fourfold.node.shell.DeskItem;
import org.fourfold.node.shell.Room;

/** The desk: rooms with work in them, in the order of the navigation. */
public record DeskPage(List<DeskRoom> rooms) {

    /** One room's work. */
    public record DeskRoom(Room room, List<DeskItem> items) {}
}
