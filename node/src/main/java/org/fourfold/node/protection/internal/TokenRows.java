package org.fourfold.node.protection.internal;

import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fourfold.node.frame.CaseFileId;
import org.fourfold.node.frame.MemberId;
import org.fourfold.node.frame.Tx;
import org.fourfold.node.trust.TokenKey;

/** The keyed tokens by which a name is found: one row each, asked by equality only. */
public final class TokenRows {

    /** How common a token is, is learned from one in so many files: their ids are drawn at random. */
    private static final int SAMPLE_BITS = 6;

    private static final int SAMPLED = 1 << SAMPLE_BITS;
    private static final UUID SAMPLE_END = new UUID(1L << (Long.SIZE - SAMPLE_BITS), 0);

    /**
     * A token that is asked for.
     *
     * @param mask what it says of a file that has it; masks of several are joined
     * @param spared asked for of those files only that have another which is not spared
     */
    public record Asked(ByteBuffer token, long mask, boolean spared) {}

    /** A file that has some of them, with their masks joined. */
    public record Hit(UUID file, long mask) {}

    /** What may be known of a file. */
    public record Known(UUID file, MemberId owner, boolean sealed) {}

    private TokenRows() {}

    /** All in one statement: under row security each is planned anew, and a file has dozens of tokens. */
    public static void insert(Tx tx, CaseFileId file, Collection<byte[]> tokens) {
        ByteBuffer all = ByteBuffer.allocate(tokens.size() * TokenKey.BYTES);
        tokens.forEach(all::put);
        tx.sql("""
                INSERT INTO protection.search_token (token, file, organisation, sealed)
                SELECT substring(:all FROM 1 + :bytes * place FOR :bytes), p.file, p.organisation, p.sealed
                FROM protection.presence p, generate_series(0, :tokens - 1) AS place
                WHERE p.file = :file
                ON CONFLICT DO NOTHING
                """)
                .with("all", all.array())
                .with("bytes", TokenKey.BYTES)
                .with("tokens", tokens.size())
                .with("file", file.value())
                .update();
    }

    public static int delete(Tx tx, CaseFileId file) {
        return tx.sql("DELETE FROM protection.search_token WHERE file = :file")
                .with("file", file.value())
                .update();
    }

    public static int count(Tx tx, CaseFileId file) {
        return tx.sql("SELECT count(*) AS tokens FROM protection.search_token WHERE file = :file")
                .with("file", file.value())
                .one((row, n) -> row.getInt("tokens"));
    }

    /** About how many files have each token; one that few have may be missing. */
    public static Map<ByteBuffer, Long> common(Tx tx, Collection<ByteBuffer> tokens) {
        return tx
                .sql("""
                SELECT t.token, count(*) AS files
                FROM unnest(CAST(:tokens AS bytea[])) AS a (token)
                JOIN protection.search_token t ON t.token = a.token AND t.file < :end
                GROUP BY t.token
                """)
                .with("tokens", tokens.stream().map(ByteBuffer::array).toArray(byte[][]::new))
                .with("end", SAMPLE_END)
                .list((row, n) -> Map.entry(ByteBuffer.wrap(row.getBytes("token")), row.getLong("files") * SAMPLED))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /**
     * The files that have any of these tokens which is not spared. Each token's files are read once, from the index alone. Files with the
     * same mask are as good as each other, so that of them the first few by id are enough.
     *
     * @param alike the most files of one mask
     */
    public static List<Hit> find(Tx tx, Collection<Asked> asked, int alike) {
        if (asked.isEmpty()) {
            return List.of();
        }
        return tx.sql("""
                WITH asked AS MATERIALIZED (
                    SELECT a.token, a.mask, a.spared
                    FROM unnest(CAST(:tokens AS bytea[]), CAST(:masks AS bigint[]), CAST(:spared AS boolean[]))
                        AS a (token, mask, spared)),
                found AS (
                    SELECT t.file, bit_or(a.mask) AS mask
                    FROM asked a JOIN protection.search_token t ON t.token = a.token
                    WHERE NOT a.spared GROUP BY t.file),
                matched AS (
                    SELECT f.file, CASE WHEN :any_spared THEN f.mask | coalesce((
                        SELECT bit_or(a.mask)
                        FROM asked a JOIN protection.search_token t ON t.token = a.token AND t.file = f.file
                        WHERE a.spared), 0) ELSE f.mask END AS mask
                    FROM found f)
                SELECT file, mask
                FROM (SELECT file, mask, row_number() OVER (PARTITION BY mask ORDER BY file) AS place FROM matched) m
                WHERE place <= :alike
                """)
                .with("tokens", asked.stream().map(one -> one.token().array()).toArray(byte[][]::new))
                .with("masks", asked.stream().mapToLong(Asked::mask).toArray())
                .with("spared", asked.stream().map(Asked::spared).toArray(Boolean[]::new))
                .with("any_spared", asked.stream().anyMatch(Asked::spared))
                .with("alike", alike)
                .list((row, n) -> new Hit(row.getObject("file", UUID.class), row.getLong("mask")));
    }

    /** Whose these files are. */
    public static Map<UUID, Known> known(Tx tx, Collection<UUID> files) {
        if (files.isEmpty()) {
            return Map.of();
        }
        return tx
                .sql("SELECT file, owner, sealed FROM protection.presence WHERE file = ANY (CAST(:files AS uuid[]))")
                .with("files", files.toArray(UUID[]::new))
                .list((row, n) -> new Known(
                        row.getObject("file", UUID.class),
                        new MemberId(row.getObject("owner", UUID.class)),
                        row.getBoolean("sealed")))
                .stream()
                .collect(Collectors.toMap(Known::file, Function.identity()));
    }
}
