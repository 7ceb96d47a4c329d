package org.fourfold.node.registry;

import java.time.InstantSource;
import org.fourfold.node.frame.Database;
import org.fourfold.node.registry.internal.PlaceEdition;

/**
 * The registry's door. What it shows is public, so nobody has to act for it to be read and reading it is not recorded.
 */
public final class Registry {

    private final Places places;

    private Registry(Places places) {
        this.places = places;
    }

    /**
     * Opens the registry: loads the shipped edition of the places into the database unless it, or a newer one, is there
     * already. Doing so twice changes nothing.
     */
    public static Registry open(Database database, InstantSource clock) {
        return new Registry(PlaceEdition.shipped().loadInto(database, clock));
    }

    /** All places. */
    public Places places() {
        return places;
    }
}
