package org.fourfold.node.tour.web;

import java.util.List;
import java.util.Optional;
import org.fourfold.node.shell.DeskItem;
import org.fourfold.node.shell.Text;

/** The tour's first page: the nodes of the demonstration and the scenes. */
public record TourPage(List<Node> nodes, List<DeskItem> scenes) {

    public TourPage {
        nodes = List.copyOf(nodes);
        scenes = List.copyOf(scenes);
    }

    /**
     * One of the nodes.
     *
     * @param address empty for this one, and while it does not run
     */
    public record Node(Text name, boolean here, Optional<String> address) {}
}
