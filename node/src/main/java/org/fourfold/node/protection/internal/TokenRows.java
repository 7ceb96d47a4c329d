package org.fourfold.node.protection.internal;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fourfold.node.frame.CaseFileId;
import org.fourfold.node.frame.MemberId;
import org.fourfold.node.frame.Tx;
import org.fourfold.node.trust.TokenKey;

/** The keyed tokens by which a name is found: one row each, asked by equality only. */
public final class TokenRows {

    /** A file that shares tokens with what was asked for. */
    public record Hit(UUID file, MemberId owner, boolean sealed, List<ByteBuffer> shared) {}

    private TokenRows() {}

    /** All in one statement: under row security each is planned anew, and a file has dozens of tokens. */
    public static void insert(Tx tx, CaseFileId file, Collection<byte[]> tokens) {
        ByteBuffer all = ByteBuffer.allocate(tokens.size() * TokenKey.BYTES);
        tokens.forEach(all::put);
        tx.sql("""
                INSERT INTO protection.search_token (token, file)
                SELECT substring(:all FROM 1 + :bytes * place FOR :bytes), :file
                FROM generate_series(0, :tokens - 1) AS place
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

    /**
     * The files that share most of these tokens, at most {@code rows}. A common name shares tens of thousands: they are read
     * once, counted without being sorted, and whose a file is is asked once a file, not once a token.
     */
    public static List<Hit> find(Tx tx, Collection<byte[]> tokens, int rows) {
        if (tokens.isEmpty()) {
            return List.of();
        }
        record Row(UUID file, UUID owner, boolean sealed, ByteBuffer token) {}
        List<Row> found = tx.sql("""
                WITH shared AS MATERIALIZED (
                    SELECT file, token FROM protection.search_token WHERE token IN (:tokens)),
                most AS (SELECT file FROM shared GROUP BY file ORDER BY count(*) DESC, file LIMIT :rows),
                best AS MATERIALIZED (
                    SELECT p.file, p.owner, p.sealed FROM most m JOIN protection.presence p ON p.file = m.file)
                SELECT b.file, b.owner, b.sealed, s.token FROM best b JOIN shared s ON s.file = b.file
                """)
                .with("tokens", List.copyOf(tokens))
                .with("rows", rows)
                .list((row, n) -> new Row(
                        row.getObject("file", UUID.class),
                        row.getObject("owner", UUID.class),
                        row.getBoolean("sealed"),
                        ByteBuffer.wrap(row.getBytes("token"))));
        Map<UUID, Hit> hits = new HashMap<>();
        for (Row row : found) {
            hits.computeIfAbsent(
                            row.file(),
                            file -> new Hit(file, new MemberId(row.owner()), row.sealed(), new ArrayList<>()))
                    .shared()
                    .add(row.token());
        }
        return List.copyOf(hits.values());
    }
}
