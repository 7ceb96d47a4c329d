package org.fourfold.node.access.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fourfold.node.access.Access;
import org.fourfold.node.access.GrantRule;
import org.fourfold.node.access.RoleGrant;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.MemberId;
import org.fourfold.node.frame.Role;
import org.fourfold.node.shell.Desk;
import org.fourfold.node.shell.DeskItem;
import org.fourfold.node.shell.Menu;
import org.fourfold.node.shell.MenuEntry;
import org.fourfold.node.shell.Room;
import org.fourfold.node.shell.Text;
import org.fourfold.node.shell.Viewer;
import org.springframework.stereotype.Component;

/** What waits for administrators and supervisors: roles to confirm, and what changed about those they supervise. */
@Component
public class MembersDesk implements Desk, Menu {

    private final Access access;

    public MembersDesk(Access access) {
        this.access = access;
    }

    @Override
    public Room room() {
        return Room.TRUST;
    }

    @Override
    public List<DeskItem> items(Viewer viewer) {
        if (!mayGrant(viewer)) {
            return List.of();
        }
        Actor actor = MembersController.Granting.actor(viewer);
        List<RoleGrant.Proposed> waiting = access.waiting(actor).stream()
                .filter(one -> GrantRule.mayConfirm(one, viewer.member()))
                .toList();
        Map<MemberId, String> names = access.displayNames(waiting.stream()
                .flatMap(one -> java.util.stream.Stream.of(one.member(), one.proposedBy()))
                .toList());
        List<DeskItem> items = new ArrayList<>();
        for (RoleGrant.Proposed one : waiting) {
            items.add(DeskItem.of(
                            Text.of("access.desk.confirm", "name", names.getOrDefault(one.member(), "")),
                            "/members/" + one.member())
                    .detail(Text.of("access.members.proposed-by", "name", names.getOrDefault(one.proposedBy(), ""))));
        }
        int changes = access.changes(actor).size();
        if (changes > 0) {
            items.add(DeskItem.of(Text.of("access.desk.changes", "count", changes), "/members"));
        }
        return items;
    }

    @Override
    public List<MenuEntry> entries(Viewer viewer) {
        List<MenuEntry> entries = new ArrayList<>();
        if (mayGrant(viewer)) {
            entries.add(MenuEntry.of(Room.TRUST, "access.menu.members", "/members"));
        }
        entries.add(MenuEntry.of(Room.TODAY, "access.menu.account", "/account"));
        return entries;
    }

    private static boolean mayGrant(Viewer viewer) {
        return viewer.holds(Role.ADMINISTRATOR) || viewer.holds(Role.SUPERVISOR);
    }
}
