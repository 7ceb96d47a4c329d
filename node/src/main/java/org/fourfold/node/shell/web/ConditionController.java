package org.fourfold.node.shell.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.fourfold.node.frame.RefusedException;
import org.fourfold.node.frame.Role;
import org.fourfold.node.shell.Desk;
import org.fourfold.node.shell.DeskItem;
import org.fourfold.node.shell.HealthCheck;
import org.fourfold.node.shell.HealthChecks;
import org.fourfold.node.shell.Html;
import org.fourfold.node.shell.Menu;
import org.fourfold.node.shell.MenuEntry;
import org.fourfold.node.shell.PageFrame;
import org.fourfold.node.shell.PageFrames;
import org.fourfold.node.shell.Room;
import org.fourfold.node.shell.Tag;
import org.fourfold.node.shell.Text;
import org.fourfold.node.shell.Viewer;
import org.fourfold.pages.shell.JteconditionGenerated;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * "Is everything all right?", for whoever looks after the node besides other work: what needs them, in plain words, with
 * its mend. A line on their desk leads here when something must be done. Holds no guarded data.
 */
@Controller
public class ConditionController implements Desk, Menu {

    static final String PATH = "/condition";

    private final ObjectProvider<PageFrames> frames;
    private final HealthChecks checks;

    /** The frames are asked for late: they are made of all menus, and this is one. */
    public ConditionController(ObjectProvider<PageFrames> frames, HealthChecks checks) {
        this.frames = frames;
        this.checks = checks;
    }

    @GetMapping(PATH)
    public Html condition(HttpServletRequest request, Viewer viewer) {
        if (!looksAfterTheNode(viewer)) {
            throw new RefusedException("not-for-this-role");
        }
        ConditionPage page = ConditionPage.of(checks.look());
        PageFrame frame = frames.getObject().frame(request, viewer, Room.TRUST, "shell.condition.title");
        return Html.of(output -> JteconditionGenerated.render(output, null, frame, page));
    }

    @Override
    public Room room() {
        return Room.TRUST;
    }

    @Override
    public List<DeskItem> items(Viewer viewer) {
        if (!looksAfterTheNode(viewer)) {
            return List.of();
        }
        long ill = ConditionPage.count(checks.recent(), HealthCheck.State.ILL);
        return ill == 0
                ? List.of()
                : List.of(DeskItem.of(Text.of("shell.condition.desk", "count", ill), PATH)
                        .tag(Tag.stop("shell.health.state.ill")));
    }

    @Override
    public List<MenuEntry> entries(Viewer viewer) {
        return looksAfterTheNode(viewer) ? List.of(MenuEntry.of(Room.TRUST, "shell.condition.title", PATH)) : List.of();
    }

    private static boolean looksAfterTheNode(Viewer viewer) {
        return viewer.holds(Role.ADMINISTRATOR) || viewer.holds(Role.SUPERVISOR);
    }
}
