package org.fourfold.node.protection.internal;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.Ciphertext;
import org.fourfold.node.frame.Event;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.frame.RandomIds;
import org.fourfold.node.frame.RefusedException;
import org.fourfold.node.frame.Role;
import org.fourfold.node.frame.Tx;
import org.fourfold.node.protection.Sound;
import org.fourfold.node.protection.Spoken;
import org.fourfold.node.protection.Spoken.Recording;
import org.fourfold.node.trust.Keyring;

/** Recordings of what the house says. Of nobody in care, but somebody's voice: sealed in a lasting box. */
public final class Speaking {

    private static final String LABEL = "spoken";
    private static final Set<Role> ADD = Set.of(Role.SUPERVISOR);

    private final Gate gate;
    private final Keyring keyring;
    private final RandomGenerator random;

    private record Row(UUID id, Spoken.Text text, String language, Instant added, boolean away) {

        Recording recording(boolean latest) {
            return new Recording(id, text, language, added, latest && !away);
        }
    }

    public Speaking(Gate gate, Keyring keyring, RandomGenerator random) {
        this.gate = gate;
        this.keyring = keyring;
        this.random = random;
    }

    public List<Recording> all(Actor actor) {
        List<Row> rows = gate.keepingHouse(actor, Gate.HOUSE, tx -> {
            List<Row> found = rows(tx);
            tx.record(Event.of(Events.SPOKEN_SHOWN).count(found.size()));
            return found;
        });
        record Said(Spoken.Text text, String language) {}
        Set<Said> seen = new HashSet<>();
        return rows.stream()
                .map(row -> row.recording(seen.add(new Said(row.text(), row.language()))))
                .toList();
    }

    private static List<Row> rows(Tx tx) {
        return tx.sql("""
                SELECT id, said, language, added_at, away FROM protection.spoken
                ORDER BY said, language, added_at DESC, id LIMIT :rows
                """)
                .with("rows", Spoken.RECORDINGS_MAX)
                .list((rs, n) -> new Row(
                        rs.getObject("id", UUID.class),
                        Spoken.Text.valueOf(rs.getString("said")),
                        rs.getString("language"),
                        FileRows.instant(rs, "added_at"),
                        rs.getBoolean("away")));
    }

    public void add(Actor actor, Spoken.Text text, String language, Sound sound, Instant now) {
        UUID id = RandomIds.uuid(random);
        Ciphertext sealed = keyring.lastingBox(LABEL).seal(context(id), sound.bytes());
        gate.keepingHouse(actor, ADD, tx -> {
            if (rows(tx).size() >= Spoken.RECORDINGS_MAX) {
                throw new ProblemException(Problem.of("protection.sounds-full"));
            }
            tx.sql("""
                    INSERT INTO protection.spoken (id, organisation, said, language, added_at, ciphertext)
                    VALUES (:id, :organisation, :said, :language, :now, :sealed)
                    """)
                    .with("id", id)
                    .with("organisation", actor.organisation().value())
                    .with("said", text)
                    .with("language", language)
                    .with("now", now)
                    .with("sealed", sealed.bytes())
                    .update();
            tx.record(Event.of(Events.SPOKEN_CHANGED).about(id));
            return id;
        });
    }

    public void takeAway(Actor actor, UUID recording) {
        gate.keepingHouse(actor, ADD, tx -> {
            int rows = tx.sql("UPDATE protection.spoken SET away = true WHERE id = :id")
                    .with("id", recording)
                    .update();
            tx.record(Event.of(Events.SPOKEN_CHANGED).about(recording).count(rows));
            return rows;
        });
    }

    public Sound play(Actor actor, UUID recording) {
        Ciphertext sealed = gate.keepingHouse(actor, Gate.HOUSE, tx -> {
            tx.record(Event.of(Events.SPOKEN_PLAYED).about(recording));
            return tx.sql("SELECT ciphertext FROM protection.spoken WHERE id = :id")
                    .with("id", recording)
                    .optional((rs, n) -> Ciphertext.of(rs.getBytes("ciphertext")))
                    .orElseThrow(() -> new RefusedException("relation"));
        });
        return Sound.of(keyring.lastingBox(LABEL).open(context(recording), sealed));
    }

    private static byte[] context(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }
}
