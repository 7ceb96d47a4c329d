package org.fourfold.node.registry;

import java.util.List;
import java.util.Optional;
import org.fourfold.node.frame.Actor;

/**
 * What a room offers to be published: totals, never rows. A room that counts something implements it as one bean; whoever
 * publishes asks through it, so that no room ever imports another. What can pass is closed by its types: {@link FigureCell}
 * refuses every total below {@link FigureCell#LEAST}, so a small count never leaves the room that made it.
 */
public interface Figures {

    /** More cells than this are no table any more; the request is refused. */
    int CELLS_MAX = 20_000;

    /** The series this room can count for the actor. Recorded; refused for who may not look. */
    List<FigureSeries> offered(Actor actor);

    /**
     * The totals of one series, each at least {@link FigureCell#LEAST}; empty when this room has no such series. Cells never
     * overlap: each thing counted is in one cell at most. At most {@link #CELLS_MAX}, else a problem.
     */
    Optional<List<FigureCell>> totals(Actor actor, FigureRequest request);
}
