package org.fourfold.node.access.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.fourfold.node.access.OneTimeCode;
import org.fourfold.node.frame.MemberId;
import org.fourfold.node.frame.RandomIds;
import org.fourfold.node.frame.Tx;

/**
 * One-time codes: 16 signs of an alphabet of 32 (Crockford's: no I, L, O, U), so 80 random bits. Guessing is bounded by
 * the throttle while the node runs; offline, 2^80 hashes are out of reach, so a plain SHA-256 is kept.
 */
public final class Codes {

    /** What a code is for. Names are stored. */
    public enum Kind {
        INVITATION,
        RECOVERY
    }

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int SIGNS = 16;
    private static final int GROUP = 4;

    private Codes() {}

    /** A fresh code, in groups of four. */
    public static String random(RandomGenerator random) {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < SIGNS; i++) {
            if (i > 0 && i % GROUP == 0) {
                code.append('-');
            }
            code.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return code.toString();
    }

    /** Makes a code for a member and keeps its hash. */
    public static OneTimeCode make(
            Tx tx, MemberId member, Kind kind, Instant at, Optional<Instant> expiresAt, RandomGenerator random) {
        String text = random(random);
        tx.sql("""
                INSERT INTO access.one_time_code (id, member, kind, hash, made_at, expires_at)
                VALUES (:id, :member, :kind, :hash, :at, :expires::timestamptz)
                """)
                .with("id", RandomIds.uuid(random))
                .with("member", member.value())
                .with("kind", kind)
                .with("hash", hash(text))
                .with("at", at)
                .with("expires", expiresAt.map(Instant::toString).orElse(null))
                .update();
        return new OneTimeCode(text, expiresAt);
    }

    /** Uses a code up: true at most once. */
    public static boolean use(Tx tx, MemberId member, String typed, Instant at) {
        return tx.sql("""
                DELETE FROM access.one_time_code
                WHERE member = :member AND hash = :hash AND (expires_at IS NULL OR expires_at > :at)
                """)
                        .with("member", member.value())
                        .with("hash", hash(typed))
                        .with("at", at)
                        .update()
                == 1;
    }

    public static void forget(Tx tx, MemberId member, Kind kind) {
        tx.sql("DELETE FROM access.one_time_code WHERE member = :member AND kind = :kind")
                .with("member", member.value())
                .with("kind", kind)
                .update();
    }

    /** How many codes of a kind are left. */
    public static int left(Tx tx, MemberId member, Kind kind) {
        return tx.sql("SELECT count(*) AS left_over FROM access.one_time_code WHERE member = :member AND kind = :kind")
                .with("member", member.value())
                .with("kind", kind)
                .one((row, n) -> row.getInt("left_over"));
    }

    /** The hash of what was typed; hyphens, blanks, small letters and the easily confused signs do not matter. */
    public static byte[] hash(String typed) {
        String plain = typed.toUpperCase(Locale.ROOT)
                .replaceAll("[^0-9A-Z]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        return sha256(plain.getBytes(StandardCharsets.UTF_8));
    }

    /** SHA-256, as every Java must have it. */
    public static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
