package org.fourfold.node.protection.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.Ciphertext;
import org.fourfold.node.frame.Event;
import org.fourfold.node.frame.MemberId;
import org.fourfold.node.frame.Operation;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.frame.RandomIds;
import org.fourfold.node.frame.RefusedException;
import org.fourfold.node.frame.Tx;
import org.fourfold.node.protection.Breach;
import org.fourfold.node.protection.BreachEntry;
import org.fourfold.node.trust.Box;
import org.fourfold.node.trust.Keyring;

/** Entries about breaches and their way through the gate. */
public final class BreachBook {

    private static final String LABEL = "breaches";

    /** More than a house has in its time; no entry is taken that would not be shown. */
    private static final int ROWS_MAX = 5_000;

    private final Gate gate;
    private final Keyring keyring;
    private final InstantSource clock;
    private final RandomGenerator random;

    private record Stored(UUID id, UUID breach, Instant at, MemberId by, Ciphertext sealed) {}

    public BreachBook(Gate gate, Keyring keyring, InstantSource clock, RandomGenerator random) {
        this.gate = gate;
        this.keyring = keyring;
        this.clock = clock;
        this.random = random;
    }

    public UUID report(Actor actor, BreachEntry.Reported reported) {
        UUID id = RandomIds.uuid(random);
        Ciphertext sealed = BreachDocuments.seal(keyring.lastingBox(LABEL), id, reported);
        return gate.asMember(actor, tx -> {
            insert(tx, actor, new Stored(id, id, clock.instant(), actor.member(), sealed));
            tx.record(Event.of(Events.BREACH_REPORTED).about(id));
            return id;
        });
    }

    public List<Breach> listed(Actor actor) {
        List<Stored> entries = gate.helping(actor, Operation.SEE_READERS, Set.of(), tx -> {
            List<Stored> rows = entries(tx);
            tx.record(Event.of(Events.BREACHES_SHOWN).count(rows.size()));
            return rows;
        });
        Box box = keyring.lastingBox(LABEL);
        Map<UUID, List<BreachEntry>> byBreach = new LinkedHashMap<>();
        for (Stored one : entries) {
            byBreach.computeIfAbsent(one.breach(), none -> new ArrayList<>())
                    .add(new BreachEntry(one.at(), one.by(), BreachDocuments.open(box, one.id(), one.sealed())));
        }
        return byBreach.entrySet().stream()
                .map(one -> new Breach(one.getKey(), one.getValue()))
                .sorted(Comparator.comparing((Breach one) -> one.reported().noticed())
                        .reversed())
                .toList();
    }

    public void add(Actor actor, UUID breach, BreachEntry.What what) {
        UUID id = RandomIds.uuid(random);
        Ciphertext sealed = BreachDocuments.seal(keyring.lastingBox(LABEL), id, what);
        gate.helping(actor, Operation.SEE_READERS, Set.of(), tx -> {
            List<Stored> there = entries(tx);
            if (there.stream()
                    .noneMatch(one -> one.id().equals(breach) && one.breach().equals(breach))) {
                throw new RefusedException("relation");
            }
            if (there.size() >= ROWS_MAX) {
                throw new ProblemException(Problem.of("protection.breach-full"));
            }
            insert(tx, actor, new Stored(id, breach, clock.instant(), actor.member(), sealed));
            tx.record(Event.of(Events.BREACH_WRITTEN).about(breach));
            return id;
        });
    }

    private static List<Stored> entries(Tx tx) {
        return tx.sql("""
                SELECT id, breach, at, member, ciphertext FROM protection.breach_entry
                ORDER BY breach <> id, at, id LIMIT :rows
                """).with("rows", ROWS_MAX).list(BreachBook::stored);
    }

    private static void insert(Tx tx, Actor actor, Stored entry) {
        tx.sql("""
                INSERT INTO protection.breach_entry (id, organisation, breach, at, member, ciphertext)
                VALUES (:id, :organisation, :breach, :at, :member, :sealed)
                """)
                .with("id", entry.id())
                .with("organisation", actor.organisation().value())
                .with("breach", entry.breach())
                .with("at", entry.at())
                .with("member", entry.by().value())
                .with("sealed", entry.sealed().bytes())
                .update();
    }

    private static Stored stored(ResultSet rs, int number) throws SQLException {
        return new Stored(
                rs.getObject("id", UUID.class),
                rs.getObject("breach", UUID.class),
                FileRows.instant(rs, "at"),
                new MemberId(rs.getObject("member", UUID.class)),
                Ciphertext.of(rs.getBytes("ciphertext")));
    }
}
