package org.fourfold.node.frame;

/** Where an event goes while the database takes none, until it can be brought into the record. */
@FunctionalInterface
public interface EventReserve {

    /** On the disk when this returns; a reserve that is full or broken throws, and what was to be recorded is refused. */
    void keep(Actor actor, Event event);
}
