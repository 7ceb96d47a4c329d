package org.fourfold.command.demo;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.Purpose;
import org.fourfold.node.protection.Consents;
import org.fourfold.node.protection.Protection;
import org.fourfold.node.registry.Organisations;

/**
 * Fills the demonstration's shelter through its façades. Begun again after a cut, it goes on where it stopped: files that
 * are there are left, and what was imported is found to be known.
 */
public final class ShelterLoad {

    private final Demonstration demonstration;
    private final Function<InstantSource, Protection> room;
    private final Function<InstantSource, Consents> gate;
    private final Organisations organisations;
    private final DemonstrationDay day;
    private final RegionLoad region;
    private final RandomGenerator random;

    /**
     * With the ways into the house.
     *
     * @param room makes the protection room on a given clock
     * @param gate makes the gate of consent on a given clock
     */
    public ShelterLoad(
            Demonstration demonstration,
            Function<InstantSource, Protection> room,
            Function<InstantSource, Consents> gate,
            Organisations organisations,
            DemonstrationDay day,
            RegionLoad region,
            RandomGenerator random) {
        this.demonstration = demonstration;
        this.room = room;
        this.gate = gate;
        this.organisations = organisations;
        this.day = day;
        this.region = region;
        this.random = random;
    }

    /** Who acts: a member, by sign-in name, for a purpose. */
    @FunctionalInterface
    public interface Actors {
        Actor of(String signInName, Purpose purpose);
    }

    /** Loads what is missing and says what the truth is. */
    public Demonstration.Truth load(Actors actors) throws IOException {
        InventedFiles.Told told = demonstration.files();
        List<String> numbers = new DemonstrationFiles(room, random, demonstration.firstDay())
                .open(told.stories(), owner -> actors.of(owner, Purpose.PROTECTION));
        Instant now = demonstration.firstDay();
        List<String> scenes = numbers.subList(numbers.size() - Story.SCENES.size(), numbers.size());
        Function<String, Actor> owners = name -> actors.of(name, Purpose.PROTECTION);
        new DemonstrationConsents(room.apply(() -> now), gate, organisations, now).agree(scenes, owners);
        day.live(scenes, owners, now);
        region.load(actors.of(DemonstrationMembers.ANALYST, Purpose.PREVENTION));
        return demonstration.truth(numbers, told.twice());
    }
}
