package org.fourfold.node.partnership.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.Purpose;
import org.fourfold.node.partnership.Partnership;
import org.fourfold.node.shell.Desk;
import org.fourfold.node.shell.DeskItem;
import org.fourfold.node.shell.House;
import org.fourfold.node.shell.Menu;
import org.fourfold.node.shell.MenuEntry;
import org.fourfold.node.shell.Room;
import org.fourfold.node.shell.Tag;
import org.fourfold.node.shell.Text;
import org.fourfold.node.shell.Viewer;
import org.springframework.stereotype.Component;

/** What waits for a signature, and the way to the room. */
@Component
public class PartnershipDesk implements Desk, Menu {

    private final Partnership partnership;
    private final House house;

    public PartnershipDesk(Partnership partnership, House house) {
        this.partnership = partnership;
        this.house = house;
    }

    @Override
    public Room room() {
        return Room.PARTNERSHIP;
    }

    @Override
    public List<DeskItem> items(Viewer viewer) {
        List<DeskItem> items = new ArrayList<>();
        if (!house.rooms().contains(Room.PARTNERSHIP)) {
            return items;
        }
        if (Callers.mayPermit(viewer)) {
            boolean asked = partnership
                    .permission(Callers.permitter(viewer))
                    .flatMap(permission -> Callers.agreeing(viewer, permission))
                    .isPresent();
            if (asked) {
                items.add(DeskItem.of(Text.of("partnership.desk.permission"), "/publications/permission")
                        .tag(Tag.warn("partnership.desk.waits")));
            }
        }
        if (viewer.mayActFor(Purpose.PARTNERSHIP)) {
            Actor actor = Callers.publisher(viewer);
            partnership.publications(actor, Optional.empty()).rows().stream()
                    .filter(publication -> Callers.signer(viewer, publication).isPresent())
                    .limit(ITEMS_MAX)
                    .forEach(publication -> items.add(DeskItem.of(
                                    Text.of(
                                            "partnership.desk.sign",
                                            "source",
                                            publication.edition().source()),
                                    "/publications/" + publication.id())
                            .tag(Tag.warn("partnership.desk.waits"))));
        }
        return items;
    }

    @Override
    public List<MenuEntry> entries(Viewer viewer) {
        List<MenuEntry> entries = new ArrayList<>();
        if (viewer.mayActFor(Purpose.PARTNERSHIP)) {
            entries.add(MenuEntry.of(Room.PARTNERSHIP, "partnership.menu.publications", "/publications"));
        }
        if (Callers.mayPermit(viewer)) {
            entries.add(MenuEntry.of(Room.PARTNERSHIP, "partnership.menu.permission", "/publications/permission"));
        }
        return entries;
    }
}
