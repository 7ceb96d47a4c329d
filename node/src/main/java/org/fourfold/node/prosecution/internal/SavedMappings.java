package org.fourfold.node.prosecution.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.MemberId;
import org.fourfold.node.frame.Tx;
import org.fourfold.node.prosecution.MappingId;
import org.fourfold.node.prosecution.SavedMapping;
import org.fourfold.node.prosecution.tables.Mapping;
import org.fourfold.node.prosecution.tables.MappingJson;

/** The rows of saved mappings. */
public final class SavedMappings {

    private SavedMappings() {}

    /** By name. */
    public static List<SavedMapping> list(Tx tx) {
        return tx.sql("SELECT * FROM prosecution.mapping ORDER BY lower(name), id LIMIT :most")
                .with("most", SavedMapping.MAPPINGS_MAX)
                .list((rs, n) -> saved(rs));
    }

    public static Optional<SavedMapping> find(Tx tx, MappingId id) {
        return tx.sql("SELECT * FROM prosecution.mapping WHERE id = :id")
                .with("id", id.value())
                .optional((rs, n) -> saved(rs));
    }

    /** Whatever the case of its letters. */
    public static Optional<SavedMapping> named(Tx tx, String name) {
        return tx.sql("SELECT * FROM prosecution.mapping WHERE lower(name) = lower(:name)")
                .with("name", name)
                .optional((rs, n) -> saved(rs));
    }

    public static void insert(Tx tx, Actor actor, MappingId id, Mapping mapping, Instant at) {
        tx.sql("""
                INSERT INTO prosecution.mapping (id, organisation, name, body, revision, member, changed_at)
                VALUES (:id, :organisation, :name, :body, 1, :member, :at)
                """)
                .with("id", id.value())
                .with("organisation", actor.organisation().value())
                .with("name", mapping.name())
                .with("body", MappingJson.write(mapping))
                .with("member", actor.member().value())
                .with("at", at)
                .update();
    }

    /** Whether it still had that revision. */
    public static boolean change(Tx tx, Actor actor, MappingId id, int revision, Mapping mapping, Instant at) {
        return tx.sql("""
                UPDATE prosecution.mapping SET name = :name, body = :body, revision = revision + 1, member = :member,
                    changed_at = :at
                WHERE id = :id AND revision = :revision
                """)
                        .with("name", mapping.name())
                        .with("body", MappingJson.write(mapping))
                        .with("member", actor.member().value())
                        .with("at", at)
                        .with("id", id.value())
                        .with("revision", revision)
                        .update()
                == 1;
    }

    public static boolean delete(Tx tx, MappingId id) {
        return tx.sql("DELETE FROM prosecution.mapping WHERE id = :id")
                        .with("id", id.value())
                        .update()
                == 1;
    }

    private static SavedMapping saved(ResultSet rs) throws SQLException {
        return new SavedMapping(
                new MappingId(rs.getObject("id", UUID.class)),
                MappingJson.read(rs.getString("body")),
                rs.getInt("revision"),
                new MemberId(rs.getObject("member", UUID.class)),
                rs.getObject("changed_at", OffsetDateTime.class).toInstant());
    }
}
