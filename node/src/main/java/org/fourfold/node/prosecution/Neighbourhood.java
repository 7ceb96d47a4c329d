package org.fourfold.node.prosecution;

import java.util.List;
import java.util.Optional;

/**
 * What stands next to an entity: things it names, things that name it, and through a tie (a payment, an ownership, a family)
 * the thing at its other end. One step only, so that no circle can lead astray.
 *
 * @param hidden how many ties are not among them because there are more than {@link #TIES_MAX}
 */
public record Neighbourhood(List<Tie> ties, long hidden) {

    /** Ties shown; an entity with more of them is still a page. */
    public static final int TIES_MAX = 100;

    public Neighbourhood {
        ties = List.copyOf(ties);
    }

    /**
     * One tie.
     *
     * @param property the property that says it
     * @param outward whether it is said by the entity itself; else by the other
     * @param through the tie as a thing of its own, where it is one
     */
    public record Tie(String property, boolean outward, Optional<EntityView.Target> through, EntityView.Target other) {}
}
