package org.fourfold.node.prosecution.reading;

/** Takes entities as they are read, in the order of the file. Called on the reading thread. */
@FunctionalInterface
public interface EntityHandler {

    /** One entity or fragment; what it throws ends the reading. */
    void entity(ReadEntity entity);
}
