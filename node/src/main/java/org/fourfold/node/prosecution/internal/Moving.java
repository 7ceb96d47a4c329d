package org.fourfold.node.prosecution.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.Database;
import org.fourfold.node.frame.Tx;
import org.fourfold.node.prosecution.reading.FtmModel;
import org.springframework.dao.DataAccessException;

/** From the temporary tables into the store, whole statements at a time; and out of it again. */
final class Moving {

    private Moving() {}

    /** Puts the fragments of one id together under the first; the number of entities there are then. */
    static long merge(Tx tx, FtmModel model) {
        // For this transaction's sorts; given back as each ends.
        tx.sql("SET LOCAL work_mem = '32MB'").update();
        tx.sql("""
                CREATE TEMPORARY TABLE staged_merge ON COMMIT DROP AS
                SELECT id, first FROM (
                    SELECT id, first_value(id) OVER (PARTITION BY external_id ORDER BY id) AS first
                    FROM pg_temp.staged_entity) AS numbered
                WHERE id <> first
                """).update();
        long merged = count(tx);
        if (merged > 0) {
            tx.sql("ANALYZE pg_temp.staged_merge, pg_temp.staged_entity").update();
            describe(tx);
            narrow(tx, model);
            repoint(tx);
        }
        return tx.sql("SELECT count(*) FROM pg_temp.staged_entity").one((rs, n) -> rs.getLong(1));
    }

    private static long count(Tx tx) {
        return tx.sql("SELECT count(*) FROM pg_temp.staged_merge").one((rs, n) -> rs.getLong(1));
    }

    /** The first fragment that has a caption gives it; countries are those of all. */
    private static void describe(Tx tx) {
        tx.sql("""
                UPDATE pg_temp.staged_entity e
                SET caption = coalesce(nullif(e.caption, ''), others.caption, ''),
                    countries = trim(e.countries || ' ' || others.countries)
                FROM (SELECT m.first, min(s.caption) FILTER (WHERE s.caption <> '') AS caption,
                             string_agg(DISTINCT s.countries, ' ') AS countries
                      FROM pg_temp.staged_merge m JOIN pg_temp.staged_entity s ON s.id = m.id
                      GROUP BY m.first) AS others
                WHERE e.id = others.first
                """).update();
    }

    /** Where fragments differ in their schema, the narrower one holds. */
    private static void narrow(Tx tx, FtmModel model) {
        record Said(UUID first, String own, String other) {}
        List<Said> differing = new ArrayList<>(tx.sql("""
                SELECT DISTINCT m.first, e.schema, s.schema AS other
                FROM pg_temp.staged_merge m JOIN pg_temp.staged_entity s ON s.id = m.id
                JOIN pg_temp.staged_entity e ON e.id = m.first
                WHERE s.schema <> e.schema ORDER BY m.first, other
                """)
                .list((rs, n) ->
                        new Said(rs.getObject("first", UUID.class), rs.getString("schema"), rs.getString("other"))));
        for (int i = 0; i < differing.size(); i++) {
            Said said = differing.get(i);
            boolean goesOn = i > 0 && differing.get(i - 1).first().equals(said.first());
            String own = goesOn ? differing.get(i - 1).own() : said.own();
            String narrower = model.narrower(own, said.other());
            differing.set(i, new Said(said.first(), narrower, said.other()));
            if (!narrower.equals(own)) {
                tx.sql("UPDATE pg_temp.staged_entity SET schema = :schema WHERE id = :id")
                        .with("schema", narrower)
                        .with("id", said.first())
                        .update();
            }
        }
    }

    private static void repoint(Tx tx) {
        tx.sql("UPDATE pg_temp.staged_claim c SET entity = m.first FROM pg_temp.staged_merge m WHERE m.id = c.entity")
                .update();
        tx.sql("UPDATE pg_temp.staged_identifier i SET entity = m.first FROM pg_temp.staged_merge m"
                        + " WHERE m.id = i.entity")
                .update();
        tx.sql("UPDATE pg_temp.staged_token t SET entity = m.first FROM pg_temp.staged_merge m WHERE m.id = t.entity")
                .update();
        tx.sql("DELETE FROM pg_temp.staged_entity e USING pg_temp.staged_merge m WHERE m.id = e.id")
                .update();
    }

    /**
     * Lets one import or undoing after the other count what sources have in common: of two that end at once, neither would see
     * the other's rows, and what only they share would stand nowhere. Held until the transaction ends; reading goes on.
     */
    static void takeTurn(Tx tx) {
        tx.sql("LOCK TABLE prosecution.overlap IN SHARE ROW EXCLUSIVE MODE").update();
    }

    /** Everything under its source. */
    static void move(Tx tx, int source) {
        tx.sql("""
                INSERT INTO prosecution.entity (id, source, row_number, external_id, schema, caption, countries)
                SELECT id, :source, row_number, external_id, schema, caption, countries FROM pg_temp.staged_entity
                ORDER BY id
                """).with("source", source).update();
        tx.sql("""
                INSERT INTO prosecution.claim
                    (entity, source, row_number, refers, property, value, original, column_name, language)
                SELECT entity, :source, row_number, refers, property, value, original, column_name, language
                FROM pg_temp.staged_claim
                """).with("source", source).update();
        // In the order of its index, so that each of its pages is touched once.
        tx.sql("""
                INSERT INTO prosecution.identifier (entity, source, kind, value, property)
                SELECT said.entity, CAST(:source AS integer), said.kind, said.value, said.property
                FROM (SELECT DISTINCT value, kind, entity, property FROM pg_temp.staged_identifier) AS said
                ORDER BY said.value, said.kind, said.entity
                """).with("source", source).update();
        tx.sql("""
                INSERT INTO prosecution.token (token, entity, source, schema)
                SELECT said.token, said.entity, CAST(:source AS integer), said.schema
                FROM (SELECT t.token, t.entity, e.schema
                      FROM pg_temp.staged_token t JOIN pg_temp.staged_entity e ON e.id = t.entity
                      UNION SELECT 'k' || schema, id, schema FROM pg_temp.staged_entity) AS said
                ORDER BY said.token, said.entity
                """).with("source", source).update();
        tx.sql("""
                INSERT INTO prosecution.tally (source, facet, code, count)
                SELECT CAST(:source AS integer), 'SCHEMA', schema, count(*) FROM pg_temp.staged_entity GROUP BY schema
                """).with("source", source).update();
        tx.sql("""
                INSERT INTO prosecution.tally (source, facet, code, count)
                SELECT CAST(:source AS integer), 'COUNTRY', substr(token, 2), count(DISTINCT entity)
                FROM pg_temp.staged_token WHERE left(token, 1) = 'c' GROUP BY token
                """).with("source", source).update();
    }

    /**
     * The planner must know many new rows at once; the server looks by itself, but only minutes later. Of a store that is
     * large already one more file says little, and to look costs as much as for a small one. Not for what is taken back:
     * the count of rows would stay.
     */
    static void analyze(Tx tx) {
        if (hasOutgrownItsStatistics(tx)) {
            tx.sql("ANALYZE prosecution.entity, prosecution.claim, prosecution.identifier, prosecution.token")
                    .update();
        }
    }

    private static boolean hasOutgrownItsStatistics(Tx tx) {
        return tx.sql("""
                SELECT (SELECT sum(claims) FROM prosecution.source WHERE undone_by IS NULL)
                       > 1.5 * (SELECT reltuples FROM pg_class WHERE oid = CAST('prosecution.claim' AS regclass))
                """).one((rs, n) -> rs.getBoolean(1));
    }

    /**
     * Marks the new pages as seen by all, once they are committed: until then a search reads the table's row behind every
     * entry of its index, which takes ten times as long, and the server's own housekeeping comes only minutes later.
     */
    static void settle(Database database) {
        try {
            database.outsideTransaction("VACUUM (INDEX_CLEANUP OFF, TRUNCATE OFF)"
                    + " prosecution.entity, prosecution.claim, prosecution.identifier, prosecution.token");
        } catch (DataAccessException slowForNow) {
            // What was taken in stands; the server will find the time itself.
        }
    }

    /** Remembers which identifiers a source touches, before its rows come or after they went. */
    static void touch(Tx tx, int source) {
        tx.sql("""
                CREATE TEMPORARY TABLE touched ON COMMIT DROP AS
                SELECT DISTINCT kind, value FROM prosecution.identifier WHERE source = :source
                """).with("source", source).update();
    }

    /** Counts anew what was touched; how many of it stand in two sources or more. */
    static long countOverlaps(Tx tx, Actor actor) {
        tx.sql("""
                DELETE FROM prosecution.overlap o USING pg_temp.touched t WHERE o.kind = t.kind AND o.value = t.value
                """).update();
        // One look into the index for each that was touched, in its order: the store's size does not matter.
        return tx.sql("""
                INSERT INTO prosecution.overlap (id, organisation, kind, value, sources, entities)
                SELECT gen_random_uuid(), :organisation, t.kind, t.value, c.sources, c.entities
                FROM (SELECT kind, value FROM pg_temp.touched ORDER BY value, kind) AS t
                CROSS JOIN LATERAL (
                    SELECT count(DISTINCT i.source) AS sources, count(DISTINCT i.entity) AS entities
                    FROM prosecution.identifier i WHERE i.value = t.value AND i.kind = t.kind) AS c
                WHERE c.sources >= 2
                """).with("organisation", actor.organisation().value()).update();
    }

    /** Takes out everything that a source brought. */
    static void takeOut(Tx tx, int source) {
        tx.sql("DELETE FROM prosecution.token WHERE source = :source")
                .with("source", source)
                .update();
        tx.sql("DELETE FROM prosecution.identifier WHERE source = :source")
                .with("source", source)
                .update();
        tx.sql("DELETE FROM prosecution.claim WHERE source = :source")
                .with("source", source)
                .update();
        tx.sql("DELETE FROM prosecution.entity WHERE source = :source")
                .with("source", source)
                .update();
        tx.sql("DELETE FROM prosecution.tally WHERE source = :source")
                .with("source", source)
                .update();
    }
}
