package org.fourfold.node.trust.web;

import java.util.List;
import org.fourfold.node.frame.Purpose;
import org.fourfold.node.frame.Role;
import org.fourfold.node.shell.Desk;
import org.fourfold.node.shell.DeskItem;
import org.fourfold.node.shell.Room;
import org.fourfold.node.shell.Text;
import org.fourfold.node.shell.Viewer;
import org.fourfold.node.trust.Seals;
import org.springframework.stereotype.Component;

/** Requests that wait for a second person. */
@Component
public class RecordDesk implements Desk {

    private final Seals seals;

    public RecordDesk(Seals seals) {
        this.seals = seals;
    }

    @Override
    public Room room() {
        return Room.TRUST;
    }

    @Override
    public List<DeskItem> items(Viewer viewer) {
        if (!viewer.holds(Role.SUPERVISOR) && !viewer.holds(Role.PRIVACY_OFFICER)) {
            return List.of();
        }
        int waiting = seals.waiting(viewer.actor(Purpose.OVERSIGHT));
        return waiting == 0
                ? List.of()
                : List.of(DeskItem.of(Text.of("trust.desk.seals", "count", waiting), "/record/seals"));
    }
}
