package org.fourfold.node.protection.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.CaseFileId;
import org.fourfold.node.frame.Ciphertext;
import org.fourfold.node.frame.Event;
import org.fourfold.node.frame.FieldGroup;
import org.fourfold.node.frame.MemberId;
import org.fourfold.node.frame.Operation;
import org.fourfold.node.frame.OrganisationId;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.frame.RandomIds;
import org.fourfold.node.frame.RefusedException;
import org.fourfold.node.frame.Relation;
import org.fourfold.node.protection.Consent;
import org.fourfold.node.protection.ConsentDuty;
import org.fourfold.node.protection.ConsentEnd;
import org.fourfold.node.protection.ConsentId;
import org.fourfold.node.protection.FileNumber;
import org.fourfold.node.protection.HandedOver;
import org.fourfold.node.protection.Permissions;
import org.fourfold.node.protection.Sound;
import org.fourfold.node.trust.FileKey;
import org.fourfold.node.trust.Keyring;

/** What a person says about who may know: agreeing, taking back, withholding. */
public final class Consenting {

    private static final Set<FieldGroup> GROUP = Set.of(FieldGroup.SAFETY);

    private final Gate gate;
    private final Keyring keyring;
    private final InstantSource clock;
    private final RandomGenerator random;

    public Consenting(Gate gate, Keyring keyring, InstantSource clock, RandomGenerator random) {
        this.gate = gate;
        this.keyring = keyring;
        this.clock = clock;
        this.random = random;
    }

    public Permissions of(Actor actor, CaseFileId id) {
        FileKey key = key(keyring, id);
        return gate.pass(actor, id, Operation.VIEW, GROUP, (tx, entry) -> {
            tx.record(Event.of(Events.CONSENT_SHOWN).about(id.value()));
            List<Consent> consents = ConsentRows.consents(tx, key);
            return new Permissions(
                    entry.file(),
                    consents,
                    ConsentRows.withheld(tx, key),
                    ConsentRows.handedOver(tx, key, consents),
                    OverrideRows.untold(tx, id),
                    ConsentRows.voiced(tx, id),
                    entry.would(Operation.WRITE).permitted().contains(FieldGroup.SAFETY),
                    entry.would(Operation.PRINT).allowed());
        });
    }

    public void give(Actor actor, CaseFileId id, Consent.Terms terms, Instant from, Instant until) {
        FileKey key = key(keyring, id);
        gate.pass(actor, id, Operation.WRITE, GROUP, (tx, entry) -> {
            ConsentRows.holdWithdrawals(tx, id);
            if (ConsentRows.consents(tx, key).size() >= ConsentRows.ROWS_MAX) {
                throw new ProblemException(Problem.of("protection.consent-too-many"));
            }
            ConsentId consent = ConsentId.random(random);
            ConsentRows.give(
                    tx,
                    consent,
                    id,
                    entry.file().owner(),
                    from,
                    until,
                    ConsentDocuments.seal(key, consent.value(), terms));
            tx.record(Event.of(Events.CONSENT_GIVEN).about(id.value()).groups(terms.groups()));
            return id;
        });
    }

    /** For who oversees. */
    public List<ConsentEnd> ends(Actor actor, Duration within) {
        Instant now = clock.instant();
        return gate.helping(actor, Operation.SEE_READERS, Set.of(), tx -> {
            List<ConsentEnd> ends = ConsentRows.ends(tx, now, now.plus(within));
            tx.record(Event.of(Events.LISTED).detail("consent-ends").count(ends.size()));
            return ends;
        });
    }

    /** Sealed before the transaction: a recording is long. */
    public void addVoice(Actor actor, CaseFileId id, ConsentId consent, Sound sound) {
        Ciphertext sealed = ConsentDocuments.seal(key(keyring, id), consent.value(), sound);
        gate.pass(actor, id, Operation.WRITE, GROUP, (tx, entry) -> {
            if (!ConsentRows.addVoice(tx, id, consent, sealed)) {
                throw new ProblemException(Problem.inField("protection.voice-there", "sound"));
            }
            tx.record(Event.of(Events.VOICE_ADDED).about(id.value()).groups(GROUP));
            return id;
        });
    }

    public Sound voice(Actor actor, CaseFileId id, ConsentId consent) {
        FileKey key = key(keyring, id);
        Ciphertext sealed = gate.pass(actor, id, Operation.VIEW, GROUP, (tx, entry) -> {
            tx.record(Event.of(Events.VOICE_HEARD).about(id.value()).groups(GROUP));
            return ConsentRows.voice(tx, id, consent).orElseThrow(() -> new RefusedException("relation"));
        });
        return ConsentDocuments.voice(key, consent.value(), sealed);
    }

    /** Needs no key: what is taken back is not read. */
    public void withdraw(Actor actor, CaseFileId id, Optional<ConsentId> consent, Consent.How how) {
        gate.helping(actor, Operation.SEARCH, Set.of(), tx -> {
            MemberId owner = FileRows.ownerKnown(tx, id).orElseThrow(() -> new RefusedException("relation"));
            ConsentRows.holdHandovers(tx, id);
            ConsentRows.withdraw(tx, RandomIds.uuid(random), id, owner, consent, clock.instant(), actor.member(), how);
            tx.record(Event.of(Events.CONSENT_WITHDRAWN).about(id.value()).detail(consent.isPresent() ? "one" : "all"));
            return id;
        });
    }

    /** The same for the file whose number the person gives, also a sealed one: nothing of it is shown. */
    public void withdraw(Actor actor, FileNumber number, Consent.How how) {
        gate.helping(actor, Operation.SEARCH, Set.of(), tx -> {
            ConsentRows.Named named = ConsentRows.named(tx, number)
                    .orElseThrow(() -> new ProblemException(Problem.inField("protection.no-such-number", "number")));
            ConsentRows.holdHandovers(tx, named.file());
            ConsentRows.withdraw(
                    tx,
                    RandomIds.uuid(random),
                    named.file(),
                    named.owner(),
                    Optional.empty(),
                    clock.instant(),
                    actor.member(),
                    how);
            tx.record(Event.of(Events.CONSENT_WITHDRAWN)
                    .about(named.file().value())
                    .detail("all"));
            return named;
        });
    }

    /** What an owner has to see to: consents about to end, and recipients to tell. */
    public List<ConsentDuty> duties(Actor actor, Duration soon) {
        Instant now = clock.instant();
        record Found(List<ConsentDuty> ending, List<ConsentDuty> perhaps) {}
        Found found = gate.helping(actor, Operation.SEE_EXISTS, Set.of(Relation.OWNER), tx -> {
            List<ConsentDuty> ending = ConsentRows.ending(tx, actor.member(), now, now.plus(soon));
            List<ConsentDuty> perhaps = ConsentRows.perhapsToTell(tx, actor.member());
            tx.record(Event.of(Events.LISTED).detail("consents").count(ending.size() + (long) perhaps.size()));
            return new Found(ending, perhaps);
        });
        return Stream.concat(toTell(actor, found.perhaps()).stream(), found.ending().stream())
                .toList();
    }

    /** Those from which something that was taken back did go out: to whom and by what is sealed. */
    private List<ConsentDuty> toTell(Actor actor, List<ConsentDuty> perhaps) {
        if (perhaps.isEmpty()) {
            return List.of();
        }
        Map<CaseFileId, FileKey> keys =
                keyring.findAll(perhaps.stream().map(ConsentDuty::file).toList());
        return gate.helping(actor, Operation.SEE_EXISTS, Set.of(Relation.OWNER), tx -> {
            List<ConsentDuty> duties = perhaps.stream()
                    .filter(duty -> Optional.ofNullable(keys.get(duty.file()))
                            .filter(key -> ConsentRows.handedOver(tx, key, ConsentRows.consents(tx, key)).stream()
                                    .anyMatch(HandedOver::waits))
                            .isPresent())
                    .toList();
            tx.record(Event.of(Events.LISTED).groups(GROUP).detail("to-tell").count(duties.size()));
            return duties;
        });
    }

    public void withhold(Actor actor, CaseFileId id, OrganisationId from) {
        FileKey key = key(keyring, id);
        gate.pass(actor, id, Operation.WRITE, GROUP, (tx, entry) -> {
            ConsentRows.holdHandovers(tx, id);
            boolean there = ConsentRows.withheld(tx, key).stream()
                    .anyMatch(one -> one.from().equals(from));
            if (!there) {
                UUID withholding = RandomIds.uuid(random);
                ConsentRows.withhold(
                        tx,
                        withholding,
                        id,
                        entry.file().owner(),
                        clock.instant(),
                        ConsentDocuments.seal(key, withholding, from));
            }
            tx.record(Event.of(Events.WITHHELD).about(id.value()));
            return id;
        });
    }

    public void lift(Actor actor, CaseFileId id, UUID withholding) {
        gate.pass(actor, id, Operation.WRITE, GROUP, (tx, entry) -> {
            if (!entry.relations().contains(Relation.OWNER)) {
                throw new ProblemException(Problem.of("protection.lift-owner-only"));
            }
            int lifted = ConsentRows.lift(tx, id, withholding, clock.instant());
            tx.record(Event.of(Events.WITHHOLDING_LIFTED).about(id.value()).count(lifted));
            return id;
        });
    }

    /** Throws as for a file that is not there. */
    static FileKey key(Keyring keyring, CaseFileId id) {
        return keyring.find(id).orElseThrow(() -> new RefusedException("relation"));
    }
}
