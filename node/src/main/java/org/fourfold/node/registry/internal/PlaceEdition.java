package org.fourfold.node.registry.internal;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.fourfold.node.frame.Database;
import org.fourfold.node.frame.Tx;
import org.fourfold.node.registry.Outline;
import org.fourfold.node.registry.Place;
import org.fourfold.node.registry.PlaceCode;
import org.fourfold.node.registry.Places;
import org.postgresql.PGConnection;

/**
 * The places this release ships with, made by {@code tools/places}: a line of its own that names version and digest, then
 * one line a place.
 */
public final class PlaceEdition {

    private static final String NAME = "places";
    private static final String RESOURCE = "/places/places.tsv";
    private static final String COPY = """
            COPY registry.place (code, kind, parent, name_es, name_en, iso_number, other_names, outline)
            FROM STDIN""";

    private final int version;
    private final String digest;
    private final String rows;

    private PlaceEdition(int version, String digest, String rows) {
        this.version = version;
        this.digest = digest;
        this.rows = rows;
    }

    /** The edition in this release. */
    public static PlaceEdition shipped() {
        try (var stream = Objects.requireNonNull(PlaceEdition.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            int lineEnd = text.indexOf('\n');
            List<String> head = List.of(text.substring(0, lineEnd).split("\t", -1));
            if (head.size() != 4
                    || !head.getFirst().equals("fourfold-places")
                    || Integer.parseInt(head.getLast()) != Outline.UNITS_PER_DEGREE) {
                throw new IllegalStateException(RESOURCE + " has another form");
            }
            return new PlaceEdition(Integer.parseInt(head.get(1)), head.get(2), text.substring(lineEnd + 1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Loads it unless it or a newer one is there, and reads what is there. */
    public Places loadInto(Database database, InstantSource clock) {
        return database.asNode(tx -> {
            if (isWanted(tx)) {
                replace(tx, clock);
            }
            return new Places(tx.sql("""
                    SELECT code, name_es, name_en, iso_number, other_names, outline FROM registry.place
                    """).list((rs, n) -> place(rs)));
        });
    }

    private boolean isWanted(Tx tx) {
        // Two nodes cannot share a database, yet two starts may follow closely: the lock makes the second one wait.
        tx.sql("SELECT pg_advisory_xact_lock(hashtext('registry.places'))").run();
        Optional<Boolean> known = tx.sql("""
                SELECT version > :version OR digest = :digest AS known FROM registry.edition WHERE name = :name
                """)
                .with("version", version)
                .with("digest", digest)
                .with("name", NAME)
                .optional((rs, n) -> rs.getBoolean("known"));
        return !known.orElse(false);
    }

    private void replace(Tx tx, InstantSource clock) {
        tx.sql("DELETE FROM registry.place").update();
        try (Reader copied = new StringReader(forCopy())) {
            tx.connectionForCopy().unwrap(PGConnection.class).getCopyAPI().copyIn(COPY, copied);
        } catch (SQLException | IOException e) {
            throw new IllegalStateException("the places could not be loaded", e);
        }
        tx.sql("""
                INSERT INTO registry.edition (name, version, digest, loaded_at)
                VALUES (:name, :version, :digest, :at)
                ON CONFLICT (name) DO UPDATE SET version = :version, digest = :digest, loaded_at = :at
                """)
                .with("name", NAME)
                .with("version", version)
                .with("digest", digest)
                .with("at", clock.instant())
                .update();
    }

    /** A country's empty parent is a null to COPY. */
    private String forCopy() {
        return rows.replace("\tCOUNTRY\t\t", "\tCOUNTRY\t\\N\t");
    }

    private static Place place(ResultSet rs) throws SQLException {
        String others = rs.getString("other_names");
        return new Place(
                new PlaceCode(rs.getString("code")),
                rs.getString("name_es"),
                rs.getString("name_en"),
                rs.getString("iso_number"),
                others.isEmpty() ? List.of() : List.of(others.split("\\|", -1)),
                Outline.parse(rs.getString("outline")));
    }
}
