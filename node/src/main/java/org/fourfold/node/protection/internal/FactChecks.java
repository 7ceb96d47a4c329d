package org.fourfold.node.protection.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fourfold.node.frame.Dated;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.protection.LegalClocks;
import org.fourfold.node.protection.clock.Fact;
import org.fourfold.node.protection.clock.FactKind;

/** What a fact may say: dates that can be, known as well as its kind asks, with a proof of a length that can be kept. */
final class FactChecks {

    /** No one older is in care. */
    private static final int AGE_MAX = 120;

    /** Nothing that starts a clock lies further back, and no paper states a later end. */
    private static final int YEARS_MAX = 30;

    private final FactKind kind;
    private final LegalClocks.Told told;
    private final Instant now;
    private final ZoneId zone;
    private final List<Problem> faults = new ArrayList<>();

    private FactChecks(FactKind kind, LegalClocks.Told told, Instant now, ZoneId zone) {
        this.kind = kind;
        this.told = told;
        this.now = now;
        this.zone = zone;
    }

    /** The fact; throws ProblemException with every fault. */
    static Fact fact(UUID id, FactKind kind, LegalClocks.Told told, Optional<UUID> of, Instant now, ZoneId zone) {
        FactChecks checks = new FactChecks(kind, told, now, zone);
        checks.date();
        Optional<Instant> moment = checks.moment();
        checks.proof(of);
        if (!checks.faults.isEmpty()) {
            throw new ProblemException(checks.faults);
        }
        return new Fact(id, kind, told.when().dated(), moment, of, told.proof());
    }

    private void date() {
        Dated dated = told.when().dated();
        LocalDate today = now.atZone(zone).toLocalDate();
        if (kind.told() != FactKind.Told.ROUGHLY && dated.precision() != Dated.Precision.DAY) {
            faults.add(Problem.inField("protection.fact-day-needed", "day"));
        }
        if (kind.tense() == FactKind.Tense.PAST && dated.from().isAfter(today)) {
            faults.add(Problem.inField("protection.fact-future", "day"));
        }
        boolean birth = kind == FactKind.BIRTH || kind == FactKind.FAMILY_BIRTH;
        if (dated.from().isBefore(today.minusYears(birth ? AGE_MAX : YEARS_MAX))
                || dated.to().isAfter(today.plusYears(YEARS_MAX))) {
            faults.add(Problem.inField("protection.fact-far", "year"));
        }
    }

    /** An hour that a clock set forward leaps over never was; one that comes twice is taken the first time. */
    private Optional<Instant> moment() {
        Optional<LocalTime> time = told.when().time();
        if (kind.told() != FactKind.Told.MOMENT || time.isEmpty()) {
            return Optional.empty();
        }
        LocalDateTime local = told.when().dated().from().atTime(time.get());
        if (zone.getRules().getValidOffsets(local).isEmpty()) {
            faults.add(Problem.inField("protection.fact-hour-skipped", "time"));
        }
        Instant moment = ZonedDateTime.of(local, zone).toInstant();
        if (moment.isAfter(now) && faults.isEmpty()) {
            faults.add(Problem.inField("protection.fact-future", "time"));
        }
        return Optional.of(moment);
    }

    private void proof(Optional<UUID> of) {
        if (told.proof().length() > LegalClocks.PROOF_MAX) {
            faults.add(Problem.inField("protection.fact-proof-long", "proof"));
        }
        if (kind.setsAside() && (told.proof().isBlank() || of.isEmpty())) {
            faults.add(Problem.inField("protection.fact-why", "proof"));
        }
    }
}
