package org.fourfold.node.tour.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.fourfold.node.ground.NodeKind;
import org.fourfold.node.shell.DeskItem;
import org.fourfold.node.shell.House;
import org.fourfold.node.shell.Html;
import org.fourfold.node.shell.Menu;
import org.fourfold.node.shell.MenuEntry;
import org.fourfold.node.shell.NotFoundException;
import org.fourfold.node.shell.PageFrame;
import org.fourfold.node.shell.PageFrames;
import org.fourfold.node.shell.Room;
import org.fourfold.node.shell.Text;
import org.fourfold.node.shell.Viewer;
import org.fourfold.node.tour.Neighbours;
import org.fourfold.pages.tour.JtesceneGenerated;
import org.fourfold.pages.tour.JtetourGenerated;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The guided tour. Open before sign-in, for it says as whom to sign in; not there where data are real. */
@Controller
public class TourController implements Menu {

    static final String PATH = "/tour";

    private final ObjectProvider<PageFrames> frames;
    private final House house;
    private final Neighbours neighbours;

    /** The frames are asked for late: they are made of all menus, and this is one. */
    public TourController(ObjectProvider<PageFrames> frames, House house, ObjectProvider<Neighbours> neighbours) {
        this.frames = frames;
        this.house = house;
        this.neighbours = neighbours.getIfAvailable(() -> kind -> Optional.empty());
    }

    @GetMapping(PATH)
    public Html tour(HttpServletRequest request) {
        PageFrame frame = frame(request, "tour.title").withLead(Text.of("tour.lead"));
        TourPage page = new TourPage(
                Stream.of(NodeKind.SHELTER, NodeKind.INVESTIGATION_UNIT)
                        .map(kind -> new TourPage.Node(
                                Text.of("tour.node." + kind.code()), kind == here(), neighbours.address(kind)))
                        .toList(),
                Scene.ALL.stream()
                        .map(scene -> DeskItem.of(Text.of(scene.key() + ".title"), scene.path())
                                .detail(Text.of(scene.key() + ".for")))
                        .toList());
        return Html.of(output -> JtetourGenerated.render(output, null, frame, page));
    }

    @GetMapping(PATH + "/{number}")
    public Html scene(HttpServletRequest request, @PathVariable String number) {
        Scene scene = Scene.numbered(number).orElseThrow(NotFoundException::new);
        PageFrame frame = frame(request, scene.key() + ".title").withLead(Text.of("tour.scene.lead"));
        ScenePage page = ScenePage.of(scene, this::base);
        return Html.of(output -> JtesceneGenerated.render(output, null, frame, page));
    }

    @Override
    public List<MenuEntry> entries(Viewer viewer) {
        return viewer.demonstration() ? List.of(MenuEntry.of(Room.TODAY, "tour.title", PATH)) : List.of();
    }

    private PageFrame frame(HttpServletRequest request, String titleKey) {
        if (!house.demonstration()) {
            throw new NotFoundException();
        }
        return frames.getObject().frameForAnybody(request, titleKey);
    }

    private Optional<String> base(NodeKind node) {
        return node == here() ? Optional.of("") : neighbours.address(node);
    }

    private NodeKind here() {
        return house.rooms().contains(Room.PROTECTION) ? NodeKind.SHELTER : NodeKind.INVESTIGATION_UNIT;
    }
}
