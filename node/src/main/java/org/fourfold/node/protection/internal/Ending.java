package org.fourfold.node.protection.internal;

import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Set;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.Answer;
import org.fourfold.node.frame.CaseFileId;
import org.fourfold.node.frame.Event;
import org.fourfold.node.frame.FieldGroup;
import org.fourfold.node.frame.MemberId;
import org.fourfold.node.frame.Operation;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.frame.Relation;
import org.fourfold.node.frame.Role;
import org.fourfold.node.frame.Tx;
import org.fourfold.node.protection.Answers;
import org.fourfold.node.protection.CaseState;
import org.fourfold.node.protection.ErasureReceipt;
import org.fourfold.node.protection.Field;
import org.fourfold.node.trust.FileKey;
import org.fourfold.node.trust.Keyring;

/** What changes a file as a whole: closing, sealing, erasing, naming its lawyer. */
public final class Ending {

    private final Gate gate;
    private final Keyring keyring;
    private final Reading reading;
    private final InstantSource clock;

    public Ending(Gate gate, Keyring keyring, Reading reading, InstantSource clock) {
        this.gate = gate;
        this.keyring = keyring;
        this.reading = reading;
        this.clock = clock;
    }

    public void close(Actor actor, CaseFileId id, Answers reason) {
        if (reason.given(Field.CLOSING_REASON).isEmpty()) {
            throw new ProblemException(
                    Problem.inField("protection.closing-reason-missing", Field.CLOSING_REASON.formName()));
        }
        FileKey key = reading.require(id);
        gate.pass(actor, id, Operation.CLOSE, Set.of(), (tx, entry) -> {
            if (entry.file().isOpen()) {
                if (StayRows.running(tx, id).isPresent()) {
                    throw new ProblemException(Problem.of("protection.close-still-here"));
                }
                if (entry.relations().contains(Relation.OWNER)) {
                    reading.record(tx, key, id, FieldGroup.NEEDS, reason);
                }
                FileRows.state(tx, entry.file(), CaseState.CLOSED, clock.instant());
            }
            tx.record(Event.of(Events.CLOSED).about(id.value()).detail(code(reason)));
            return id;
        });
    }

    public void reopen(Actor actor, CaseFileId id) {
        gate.pass(actor, id, Operation.CLOSE, Set.of(), (tx, entry) -> {
            if (!entry.file().isOpen()) {
                FileRows.state(tx, entry.file(), CaseState.OPEN, clock.instant());
            }
            tx.record(Event.of(Events.REOPENED).about(id.value()));
            return id;
        });
    }

    public void seal(Actor actor, CaseFileId id, boolean sealed) {
        gate.pass(actor, id, Operation.CLOSE, Set.of(), (tx, entry) -> {
            if (!entry.relations().contains(Relation.OWNER)) {
                throw new ProblemException(Problem.of("protection.seal-owner-only"));
            }
            FileRows.seal(tx, entry.file(), sealed);
            tx.record(Event.of(sealed ? Events.SEALED : Events.UNSEALED).about(id.value()));
            return id;
        });
    }

    /** Destroys the key, the texts, the tokens and the drafts. The events and the receipt stay. */
    public ErasureReceipt erase(Actor actor, CaseFileId id) {
        Instant until = keyring.epochStarted().plus(Keyring.EPOCH);
        return gate.pass(actor, id, Operation.ERASE, Set.of(), (tx, entry) -> {
            Instant now = clock.instant();
            ErasureReceipt receipt = new ErasureReceipt(
                    id,
                    entry.file().number(),
                    actor.member(),
                    now,
                    ContentRows.count(tx, id),
                    TokenRows.count(tx, id),
                    until.isAfter(now) ? until : now);
            keyring.destroy(tx, id);
            Erasures.insert(tx, receipt, entry.file().owner(), actor.organisation());
            FileRows.delete(tx, entry.file());
            tx.record(Event.of(Events.ERASED).about(id.value()).groups(EnumSet.allOf(FieldGroup.class)));
            return receipt;
        });
    }

    public ErasureReceipt receipt(Actor actor, CaseFileId id) {
        return gate.helping(actor, Operation.SEARCH, Set.of(), tx -> {
            tx.record(Event.of(Events.RECEIPT_SHOWN).about(id.value()));
            return Erasures.find(tx, id).orElseThrow(() -> new ProblemException(Problem.of("protection.no-receipt")));
        });
    }

    public void nameLawyer(Actor actor, CaseFileId id, MemberId lawyer) {
        gate.pass(actor, id, Operation.CLOSE, Set.of(), (tx, entry) -> {
            if (!holds(tx, lawyer, Role.LAWYER)) {
                throw new ProblemException(Problem.inField("protection.not-a-lawyer", "lawyer"));
            }
            GlassRows.nameLawyer(tx, entry.file(), lawyer);
            tx.record(Event.of(Events.LAWYER_NAMED).about(id.value()));
            return id;
        });
    }

    private static boolean holds(Tx tx, MemberId member, Role role) {
        return tx.sql("SELECT access.member_holds(:member, :role) AS holds")
                .with("member", member.value())
                .with("role", role)
                .one((row, n) -> row.getBoolean("holds"));
    }

    /** The reason's code is not in the record: it could tell something of the person. Only that there was one. */
    private static String code(Answers reason) {
        return reason.of(Field.CLOSING_REASON) instanceof Answer.Given<String> ? "reason-given" : "";
    }
}
