package org.fourfold.command;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.fourfold.node.frame.Language;
import org.fourfold.node.ground.Home;
import org.fourfold.node.ground.NodeConfiguration;
import org.fourfold.node.shell.House;
import org.fourfold.node.shell.Room;
import org.jspecify.annotations.Nullable;

/** The organisation as the home's configuration tells it. The first visit writes that, so it is looked for until it is there. */
final class HomeHouse implements House {

    private final Home home;
    private volatile @Nullable NodeConfiguration known;

    HomeHouse(Home home) {
        this.home = home;
    }

    Optional<NodeConfiguration> configuration() {
        NodeConfiguration found = known;
        if (found == null) {
            found = NodeConfiguration.read(home).orElse(null);
            known = found;
        }
        return Optional.ofNullable(found);
    }

    @Override
    public String organisationName() {
        return configuration().map(NodeConfiguration::organisationName).orElse("");
    }

    @Override
    public boolean demonstration() {
        return home.isDemonstration();
    }

    @Override
    public ZoneId zone() {
        return configuration().map(NodeConfiguration::zone).orElse(ZoneOffset.UTC);
    }

    @Override
    public Language language() {
        return configuration().map(NodeConfiguration::language).orElse(Language.ES);
    }

    @Override
    public Set<Room> rooms() {
        Set<Room> rooms = EnumSet.of(Room.TODAY, Room.TRUST);
        configuration().ifPresent(told -> told.kind().rooms().forEach(room -> rooms.add(roomOf(room))));
        return rooms;
    }

    private static Room roomOf(String module) {
        return Room.valueOf(module.toUpperCase(java.util.Locale.ROOT));
    }
}
