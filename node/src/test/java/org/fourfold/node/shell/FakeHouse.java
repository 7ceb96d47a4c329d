package org.fourfold.node.shell;

import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;
import org.fourfold.node.frame.Language;

/** A made-up shelter. */
final class FakeHouse implements House {

    @Override
    public String organisationName() {
        return "Equipo Norte";
    }

    @Override
    public boolean demonstration() {
        return true;
    }

    @Override
    public ZoneId zone() {
        return ZoneId.of("America/Guatemala");
    }

    @Override
    public Language language() {
        return Language.ES;
    }

    @Override
    public Set<Room> rooms() {
        return EnumSet.allOf(Room.class);
    }
}
