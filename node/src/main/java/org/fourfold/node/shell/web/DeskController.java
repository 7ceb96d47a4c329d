package org.fourfold.node.shell.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.fourfold.node.shell.Desk;
import org.fourfold.node.shell.DeskItem;
import org.fourfold.node.shell.House;
import org.fourfold.node.shell.Html;
import org.fourfold.node.shell.PageFrame;
import org.fourfold.node.shell.PageFrames;
import org.fourfold.node.shell.Room;
import org.fourfold.node.shell.Tag;
import org.fourfold.node.shell.Text;
import org.fourfold.node.shell.Viewer;
import org.fourfold.pages.shell.JtedeskGenerated;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** "My work today": what each room puts on the member's desk. */
@Controller
public class DeskController {

    /** What must be done now, then soon, then the rest; among equals as the rooms told them. */
    private static final Comparator<DeskItem> MOST_PRESSING_FIRST = Comparator.comparingInt(
            item -> item.tag().map(tag -> pressing(tag.tone())).orElse(2));

    private final PageFrames frames;
    private final House house;
    private final List<Desk> desks;

    public DeskController(PageFrames frames, House house, List<Desk> desks) {
        this.frames = frames;
        this.house = house;
        this.desks = List.copyOf(desks);
    }

    @GetMapping("/")
    public Html desk(HttpServletRequest request, Viewer viewer) {
        List<DeskPage.DeskRoom> rooms = house.rooms().stream()
                .sorted()
                .map(room -> new DeskPage.DeskRoom(room, items(room, viewer)))
                .filter(room -> !room.items().isEmpty())
                .toList();
        PageFrame frame = frames.frame(
                request, viewer, Room.TODAY, Optional.empty(), Text.of("shell.desk.title", "name", viewer.name()));
        return Html.of(output -> JtedeskGenerated.render(output, null, frame, new DeskPage(rooms)));
    }

    private List<DeskItem> items(Room room, Viewer viewer) {
        return desks.stream()
                .filter(desk -> desk.room() == room)
                .flatMap(desk -> desk.items(viewer).stream())
                .sorted(MOST_PRESSING_FIRST)
                .limit(Desk.ITEMS_MAX)
                .toList();
    }

    private static int pressing(Tag.Tone tone) {
        return switch (tone) {
            case STOP -> 0;
            case WARN -> 1;
            case DONE, QUIET -> 2;
        };
    }
}
