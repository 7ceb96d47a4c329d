package org.fourfold.node.protection;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.CaseFileId;
import org.fourfold.node.frame.Database;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.protection.internal.Furnishing;
import org.fourfold.node.protection.internal.Gate;
import org.fourfold.node.protection.internal.Staying;
import org.fourfold.node.trust.Keyring;

/**
 * The house at night: rooms and beds, who sleeps here, who is out and not back. Each method asks the one decision first;
 * refusals are recorded and thrown as {@link org.fourfold.node.frame.RefusedException}. Where the house stands is nowhere in it.
 * Threads: safe.
 */
public final class Nights {

    /** Somebody may be out for so long and keep the bed. */
    public static final Duration OUT_MAX = Duration.ofDays(14);

    /** Who noticed late that somebody was expected may still write down since when. */
    public static final Duration PAST_MAX = Duration.ofDays(2);

    private final Furnishing furnishing;
    private final Staying staying;
    private final InstantSource clock;

    public Nights(Database database, Keyring keyring, InstantSource clock, RandomGenerator random) {
        Gate gate = new Gate(database);
        this.furnishing = new Furnishing(gate, random);
        this.staying = new Staying(gate, keyring, clock, random);
        this.clock = clock;
    }

    /** Rooms and beds without who has them. */
    public List<ShelterRoom> rooms(Actor actor) {
        return furnishing.rooms(actor);
    }

    /** Adds a room; for those who look after the house by day. */
    public void addRoom(Actor actor, String name) {
        furnishing.addRoom(actor, named(name, "room"));
    }

    public void addBed(Actor actor, UUID room, String name) {
        furnishing.addBed(actor, room, named(name, "bed"));
    }

    /** Takes a bed out of use, or back into it; never one that somebody has. */
    public void close(Actor actor, UUID bed, boolean closed) {
        furnishing.close(actor, bed, closed);
    }

    /** Who sleeps here tonight. */
    public Tonight tonight(Actor actor) {
        return staying.tonight(actor);
    }

    public StayView of(Actor actor, CaseFileId file) {
        return staying.of(actor, file);
    }

    /** Gives a bed, or another bed. A bed is given once, whoever is quicker. */
    public void place(Actor actor, CaseFileId file, Placing placing) {
        if (placing.children() < 0 || placing.children() > ShelterStay.CHILDREN_MAX) {
            throw new ProblemException(Problem.inField("protection.stay-children", "children"));
        }
        staying.place(actor, file, placing);
    }

    /** The person sleeps here no more. */
    public void leave(Actor actor, CaseFileId file) {
        staying.leave(actor, file);
    }

    /** The person is out and keeps the bed. */
    public void goOut(Actor actor, CaseFileId file, Instant expected, String agreed) {
        List<Problem> faults = new ArrayList<>();
        Instant now = clock.instant();
        if (expected.isAfter(now.plus(OUT_MAX)) || expected.isBefore(now.minus(PAST_MAX))) {
            faults.add(Problem.inField("protection.absence-when", "day"));
        }
        String words = agreed.replace("\r\n", "\n").strip();
        if (words.length() > Field.WORDS_MAX) {
            faults.add(Problem.inField("protection.words-too-long", "agreed"));
        }
        if (!faults.isEmpty()) {
            throw new ProblemException(faults);
        }
        staying.goOut(actor, file, expected, words);
    }

    /** The person is back. */
    public void back(Actor actor, CaseFileId file) {
        staying.back(actor, file);
    }

    private static String named(String typed, String field) {
        String name = typed.strip().replaceAll("\\s+", " ");
        if (name.isEmpty() || name.length() > ShelterRoom.NAME_MAX) {
            throw new ProblemException(Problem.inField("protection.room-name", field));
        }
        return name;
    }
}
