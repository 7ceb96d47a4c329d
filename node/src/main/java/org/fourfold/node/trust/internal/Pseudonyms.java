package org.fourfold.node.trust.internal;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.fourfold.ledger.entry.Commitment;
import org.fourfold.ledger.entry.Pseudonym;
import org.fourfold.node.frame.CopyInto;
import org.fourfold.node.frame.CopyLine;
import org.fourfold.node.frame.Tx;

/**
 * The pseudonyms that members and subjects have in one epoch, within one transaction: each is drawn when it is first
 * needed and kept with its salt, which alone can prove whom it means.
 */
final class Pseudonyms {

    /** Whose pseudonym it is. */
    enum Kind {
        MEMBER,
        SUBJECT
    }

    private record Known(UUID id, Pseudonym pseudonym) {}

    private final Tx tx;
    private final int epoch;
    private final RandomGenerator random;

    Pseudonyms(Tx tx, int epoch, RandomGenerator random) {
        this.tx = tx;
        this.epoch = epoch;
        this.random = random;
    }

    static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(Pseudonym.ID_BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    /** Those of all these ids. */
    Map<UUID, Pseudonym> of(Kind kind, Set<UUID> ids) {
        Map<UUID, Pseudonym> all = new HashMap<>();
        if (ids.isEmpty()) {
            return all;
        }
        List<Known> known = tx.sql("""
                SELECT id, pseudonym FROM trust.pseudonym WHERE epoch = :epoch AND kind = :kind AND id = ANY (:ids)
                """)
                .with("epoch", epoch)
                .with("kind", kind)
                .with("ids", ids.toArray(UUID[]::new))
                .list((rs, n) -> new Known(rs.getObject("id", UUID.class), pseudonym(rs.getBytes("pseudonym"))));
        known.forEach(one -> all.put(one.id(), one.pseudonym()));
        draw(kind, ids.stream().filter(id -> !all.containsKey(id)).toList(), all);
        return all;
    }

    private void draw(Kind kind, List<UUID> ids, Map<UUID, Pseudonym> all) {
        CopyInto rows = new CopyInto(tx, "COPY trust.pseudonym (epoch, kind, pseudonym, id, salt) FROM STDIN");
        CopyLine line = new CopyLine();
        for (UUID id : ids) {
            byte[] salt = new byte[Commitment.SALT_BYTES];
            random.nextBytes(salt);
            Pseudonym pseudonym = Pseudonym.of(bytes(id), salt);
            all.put(id, pseudonym);
            rows.line(line.number(epoch)
                    .text(kind.name())
                    .bytes(bytes(pseudonym))
                    .text(id.toString())
                    .bytes(salt)
                    .take());
        }
        rows.send();
    }

    static Pseudonym pseudonym(byte[] bytes) {
        return new Pseudonym(HexFormat.of().formatHex(bytes));
    }

    static byte[] bytes(Pseudonym pseudonym) {
        return HexFormat.of().parseHex(pseudonym.hex());
    }
}
