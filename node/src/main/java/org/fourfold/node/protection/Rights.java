package org.fourfold.node.protection;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.Database;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.protection.clock.WorkingDays;
import org.fourfold.node.protection.internal.Gate;
import org.fourfold.node.protection.internal.RightsAsked;

/**
 * Requests of access, rectification, erasure and objection, each with its clock. Whoever helps takes one, by the number that
 * the person gives; the file's owner, who supervises them, or the privacy officer answers it. Threads: safe.
 */
public final class Rights {

    /**
     * Working days until a request is to be answered: as Mexico's law on data held by private parties sets it (Ley Federal de
     * Protección de Datos Personales en Posesión de los Particulares, 20 days; the text itself was not read), and the house's
     * own promise elsewhere. Weekends only are left out, so the end is never later than by any calendar of rest days.
     */
    public static final int WORKING_DAYS = 20;

    /** How long an answered one is still listed. */
    private static final Duration LISTED_AFTER = Duration.ofDays(30);

    private final RightsAsked asked;
    private final InstantSource clock;
    private final Supplier<ZoneId> zone;

    /** @param zone where the organisation is: a request is due at the end of a day there */
    public Rights(Database database, InstantSource clock, RandomGenerator random, Supplier<ZoneId> zone) {
        this.asked = new RightsAsked(new Gate(database), random);
        this.clock = clock;
        this.zone = zone;
    }

    /** Writes down that it was asked. A number that no file has is a problem of the field {@code number}. */
    public void receive(Actor actor, FileNumber number, RightsRequest.Kind kind, Consent.How how) {
        Instant now = clock.instant();
        ZoneId here = zone.get();
        LocalDate last = WorkingDays.WEEKENDS_ONLY.after(LocalDate.ofInstant(now, here), WORKING_DAYS);
        asked.receive(
                actor,
                number,
                kind,
                how,
                now,
                last.plusDays(1).atStartOfDay(here).toInstant());
    }

    /** What waits, the first due first, then what was answered in the last days: of the actor's files, or all for who oversees. */
    public List<RightsRequest> listed(Actor actor) {
        return asked.listed(actor, clock.instant().minus(LISTED_AFTER));
    }

    /** Says what came of it. Throws {@code protection.request-not-yours} where the actor may not, or it was answered before. */
    public void answer(Actor actor, UUID request, RightsRequest.Outcome outcome) {
        if (!asked.answer(actor, request, outcome, clock.instant())) {
            throw new ProblemException(Problem.of("protection.request-not-yours"));
        }
    }
}
