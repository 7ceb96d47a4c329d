package org.fourfold.node.protection.internal;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.CaseFileId;
import org.fourfold.node.frame.Ciphertext;
import org.fourfold.node.frame.FieldGroup;
import org.fourfold.node.frame.LegalDuty;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.frame.Purpose;
import org.fourfold.node.frame.RandomIds;
import org.fourfold.node.frame.RefusedException;
import org.fourfold.node.frame.Relation;
import org.fourfold.node.frame.Role;
import org.fourfold.node.frame.Tx;
import org.fourfold.node.protection.Arrived;
import org.fourfold.node.protection.CaseFile;
import org.fourfold.node.protection.DemandId;
import org.fourfold.node.protection.LegalDemand;
import org.fourfold.node.protection.LegalDemand.Kind;
import org.fourfold.node.trust.FileKey;

/** Reading and writing demands and their steps, for those who decided that the actor may. */
public final class DemandBook {

    private final InstantSource clock;
    private final RandomGenerator random;
    private final Supplier<ZoneId> zone;

    /** @param zone where the organisation's days begin and end */
    public DemandBook(InstantSource clock, RandomGenerator random, Supplier<ZoneId> zone) {
        this.clock = clock;
        this.random = random;
        this.zone = zone;
    }

    Instant now() {
        return clock.instant();
    }

    /** The organisation's day. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone.get());
    }

    DemandId newId() {
        return DemandId.random(random);
    }

    void arrive(Tx tx, FileKey key, Actor actor, DemandId demand, Optional<CaseFile> file, Arrived arrived) {
        DemandRows.Header header = new DemandRows.Header(
                demand, file.map(CaseFile::id), actor.member(), arrived.received(), arrived.due());
        DemandRows.insert(tx, header, actor.organisation(), file.map(CaseFile::owner));
        LegalDemand.Terms terms = new LegalDemand.Terms(
                arrived.asker().id(),
                Authorities.kind(arrived.authority(), arrived.asker().kind()),
                arrived.authority(),
                arrived.person(),
                arrived.article(),
                arrived.scope(),
                arrived.words(),
                arrived.arrival());
        UUID id = RandomIds.uuid(random);
        put(tx, demand, id, Kind.RECEIVED, actor, Optional.empty(), DemandDocuments.seal(key, id, terms));
    }

    /** The demand of this file, held until the transaction ends; refused as if there were none. */
    LegalDemand require(Tx tx, FileKey key, CaseFileId file, DemandId demand) {
        DemandRows.hold(tx, demand);
        DemandRows.Header header = DemandRows.find(tx, demand)
                .filter(found -> found.file().filter(file::equals).isPresent())
                .orElseThrow(() -> new RefusedException("relation"));
        return DemandRows.open(key, header, DemandRows.steps(tx, demand));
    }

    void add(
            Tx tx,
            FileKey key,
            DemandId demand,
            Kind kind,
            Actor actor,
            DemandDocuments.Told told,
            Optional<LocalDate> until) {
        if (DemandRows.steps(tx, demand).size() >= DemandRows.STEPS_MAX) {
            throw new ProblemException(Problem.of("protection.demand-too-many"));
        }
        UUID id = RandomIds.uuid(random);
        put(tx, demand, id, kind, actor, until, DemandDocuments.seal(key, id, told));
    }

    private void put(
            Tx tx, DemandId demand, UUID id, Kind kind, Actor actor, Optional<LocalDate> until, Ciphertext sealed) {
        DemandRows.add(tx, demand, new DemandRows.Stored(id, kind, clock.instant(), actor.member(), until, sealed));
    }

    static HandingOver.Way way(LegalDemand demand, Set<FieldGroup> groups, Optional<LegalDuty> duty) {
        return new HandingOver.Way(
                demand.terms().kind(),
                demand.terms().asker(),
                Purpose.INVESTIGATION,
                groups,
                duty,
                Optional.empty(),
                Optional.of(demand.id().value()));
    }

    static boolean isLawyer(Gate.Entry entry) {
        return entry.actor().role() == Role.LAWYER && entry.relations().contains(Relation.LAWYER_OF_FILE);
    }

    static void requireLawyer(Gate.Entry entry) {
        if (!isLawyer(entry)) {
            throw new ProblemException(Problem.of("protection.demand-lawyer-only"));
        }
    }
}
