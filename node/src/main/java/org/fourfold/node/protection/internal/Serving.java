package org.fourfold.node.protection.internal;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.CaseFileId;
import org.fourfold.node.frame.Event;
import org.fourfold.node.frame.FieldGroup;
import org.fourfold.node.frame.Operation;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.frame.RandomIds;
import org.fourfold.node.frame.RefusedException;
import org.fourfold.node.protection.ServiceGiven;
import org.fourfold.node.protection.ServiceKind;
import org.fourfold.node.protection.ServicesView;
import org.fourfold.node.trust.FileKey;
import org.fourfold.node.trust.Keyring;

/** The services that a person received. */
public final class Serving {

    private static final Set<FieldGroup> NEEDS = Set.of(FieldGroup.NEEDS);

    private static final Comparator<ServiceGiven> LATEST = Comparator.comparing(ServiceGiven::day)
            .thenComparing(ServiceGiven::written)
            .reversed();

    private final Gate gate;
    private final Keyring keyring;
    private final InstantSource clock;
    private final RandomGenerator random;

    public Serving(Gate gate, Keyring keyring, InstantSource clock, RandomGenerator random) {
        this.gate = gate;
        this.keyring = keyring;
        this.clock = clock;
        this.random = random;
    }

    public ServicesView of(Actor actor, CaseFileId id) {
        FileKey key = Consenting.key(keyring, id);
        return gate.pass(actor, id, Operation.VIEW, NEEDS, (tx, entry) -> {
            tx.record(Event.of(Events.SERVICES_SHOWN).about(id.value()).groups(NEEDS));
            List<ServiceGiven> given =
                    ServiceRows.of(tx, key).stream().sorted(LATEST).toList();
            boolean mayWrite = entry.would(Operation.WRITE).permitted().contains(FieldGroup.NEEDS);
            return new ServicesView(entry.file(), given, mayWrite);
        });
    }

    public void give(Actor actor, CaseFileId id, ServiceKind kind, LocalDate day, int times, String words) {
        FileKey key = Consenting.key(keyring, id);
        gate.pass(actor, id, Operation.WRITE, NEEDS, (tx, entry) -> {
            if (ServiceRows.of(tx, key).size() >= ServiceRows.ROWS_MAX) {
                throw new ProblemException(Problem.of("protection.service-full"));
            }
            // The database keeps microseconds.
            ServiceGiven given = new ServiceGiven(
                    RandomIds.uuid(random),
                    kind,
                    day,
                    times,
                    words,
                    clock.instant().truncatedTo(ChronoUnit.MICROS),
                    actor.member(),
                    false);
            ServiceRows.insert(tx, key, given);
            tx.record(Event.of(Events.SERVICE_GIVEN).about(id.value()).groups(NEEDS));
            return id;
        });
    }

    public void strike(Actor actor, CaseFileId id, UUID service) {
        FileKey key = Consenting.key(keyring, id);
        gate.pass(actor, id, Operation.WRITE, NEEDS, (tx, entry) -> {
            ServiceGiven given = ServiceRows.of(tx, key).stream()
                    .filter(one -> one.id().equals(service))
                    .findFirst()
                    .orElseThrow(() -> new RefusedException("relation"));
            ServiceRows.change(
                    tx,
                    key,
                    new ServiceGiven(
                            given.id(),
                            given.kind(),
                            given.day(),
                            given.times(),
                            given.words(),
                            given.written(),
                            given.by(),
                            true));
            tx.record(Event.of(Events.SERVICE_STRUCK).about(id.value()).groups(NEEDS));
            return id;
        });
    }
}
