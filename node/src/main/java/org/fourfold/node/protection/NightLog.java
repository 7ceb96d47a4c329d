package org.fourfold.node.protection;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.CaseFileId;
import org.fourfold.node.frame.Database;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.protection.internal.Gate;
import org.fourfold.node.protection.internal.Logging;
import org.fourfold.node.trust.Keyring;

/**
 * What the night leaves to the morning: about the house, or about a person as a part of their file's needs. For those who look
 * after the house; others are refused as {@link org.fourfold.node.frame.RefusedException}. Entries about the house are read for
 * {@link #HOUSE_DAYS} days. Threads: safe.
 */
public final class NightLog {

    /** How long entries about the house can be read. */
    public static final int HOUSE_DAYS = 30;

    /** A night ends at noon. */
    private static final LocalTime ENDS = LocalTime.NOON;

    private final Logging logging;

    public NightLog(Database database, Keyring keyring, InstantSource clock, RandomGenerator random) {
        this.logging = new Logging(new Gate(database), keyring, clock, random);
    }

    /** The day on which the night of a moment began, on the organisation's clock. */
    public static LocalDate night(Instant at, ZoneId zone) {
        var local = at.atZone(zone);
        return local.toLocalTime().isBefore(ENDS) ? local.toLocalDate().minusDays(1) : local.toLocalDate();
    }

    public NightRecord of(Actor actor, LocalDate night) {
        return logging.of(actor, night);
    }

    /** Writes down about the house, or about a person. */
    public void write(Actor actor, LocalDate night, Optional<CaseFileId> file, String text) {
        String words = text.replace("\r\n", "\n").strip();
        if (words.isEmpty()) {
            throw new ProblemException(Problem.inField("protection.night-empty", "text"));
        }
        if (words.length() > NightEntry.TEXT_MAX) {
            throw new ProblemException(Problem.inField("protection.night-too-long", "text"));
        }
        logging.write(actor, night, file, words);
    }

    /** The actor takes over and has read what there is until now. */
    public void read(Actor actor, LocalDate night) {
        logging.read(actor, night);
    }
}
