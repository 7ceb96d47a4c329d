package org.fourfold.node.protection.internal;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.Event;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.frame.RandomIds;
import org.fourfold.node.frame.Role;
import org.fourfold.node.protection.ShelterRoom;

/** The rooms and beds of the house: things, in which there is no person. */
public final class Furnishing {

    private static final Set<Role> BY_DAY = Set.of(Role.CASEWORKER, Role.SUPERVISOR);

    private final Gate gate;
    private final RandomGenerator random;

    public Furnishing(Gate gate, RandomGenerator random) {
        this.gate = gate;
        this.random = random;
    }

    public List<ShelterRoom> rooms(Actor actor) {
        return gate.keepingHouse(actor, BY_DAY, tx -> {
            tx.record(Event.of(Events.ROOMS_SHOWN));
            return BedRows.rooms(tx);
        });
    }

    public void addRoom(Actor actor, String name) {
        gate.keepingHouse(actor, BY_DAY, tx -> {
            if (BedRows.rooms(tx).size() >= ShelterRoom.ROOMS_MAX) {
                throw new ProblemException(Problem.of("protection.room-too-many"));
            }
            UUID room = RandomIds.uuid(random);
            if (!BedRows.addRoom(tx, room, actor.organisation(), name)) {
                throw new ProblemException(Problem.inField("protection.room-there", "room"));
            }
            tx.record(Event.of(Events.ROOM_CHANGED).about(room).detail("added"));
            return room;
        });
    }

    public void addBed(Actor actor, UUID room, String name) {
        gate.keepingHouse(actor, BY_DAY, tx -> {
            ShelterRoom there = BedRows.rooms(tx).stream()
                    .filter(one -> one.id().equals(room))
                    .findFirst()
                    .orElseThrow(() -> new ProblemException(Problem.inField("protection.bed-gone", "bed")));
            if (there.beds().size() >= ShelterRoom.BEDS_MAX) {
                throw new ProblemException(Problem.of("protection.room-too-many"));
            }
            if (!BedRows.addBed(tx, RandomIds.uuid(random), room, name)) {
                throw new ProblemException(Problem.inField("protection.room-there", "bed"));
            }
            tx.record(Event.of(Events.ROOM_CHANGED).about(room).detail("bed-added"));
            return room;
        });
    }

    public void close(Actor actor, UUID bed, boolean closed) {
        gate.keepingHouse(actor, BY_DAY, tx -> {
            if (!BedRows.close(tx, bed, closed)) {
                throw new ProblemException(Problem.of("protection.bed-in-use"));
            }
            tx.record(Event.of(Events.ROOM_CHANGED).about(bed).detail(closed ? "bed-closed" : "bed-opened"));
            return bed;
        });
    }
}
