package org.fourfold.node.registry;

import java.text.Normalizer;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.Database;
import org.fourfold.node.frame.Event;
import org.fourfold.node.frame.EventType;
import org.fourfold.node.frame.Handover.RecipientKind;
import org.fourfold.node.frame.OrganisationId;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.frame.RefusedException;
import org.fourfold.node.frame.Role;

/**
 * The organisations that the house works with, each once: consent, withholding and what goes out name them by their id, so
 * that no spelling lets something through. Read without an actor, as all of the registry; who helps, and who answers for
 * data, adds to them. None is ever taken away, for what went to it stays.
 */
public final class Organisations {

    public static final int NAME_MAX = 120;

    /** The kinds that an organisation can be of; the person is none. */
    public static final List<RecipientKind> KINDS = List.of(
            RecipientKind.SERVICE,
            RecipientKind.PROSECUTION,
            RecipientKind.COURT,
            RecipientKind.IMMIGRATION_AUTHORITY,
            RecipientKind.FUNDER,
            RecipientKind.SHARED_STORE);

    private static final EventType ADDED = new EventType("registry.organisation-added");
    private static final EventType REFUSED = new EventType("registry.refused");
    private static final int NAME_MIN = 2;
    private static final Set<Role> ADDERS = EnumSet.of(
            Role.CASEWORKER, Role.NIGHT_STAFF, Role.SUPERVISOR, Role.LAWYER, Role.PRIVACY_OFFICER, Role.ADMINISTRATOR);

    private final Database database;
    private final InstantSource clock;
    private final RandomGenerator random;

    public Organisations(Database registry, InstantSource clock, RandomGenerator random) {
        this.database = registry;
        this.clock = clock;
        this.random = random;
    }

    /** All, in the order of their names. */
    public List<Organisation> all() {
        return database.asNode(tx -> tx.sql("SELECT id, name, kind FROM registry.organisation ORDER BY key")
                .list((rs, n) -> new Organisation(
                        new OrganisationId(rs.getObject("id", UUID.class)),
                        rs.getString("name"),
                        RecipientKind.valueOf(rs.getString("kind")))));
    }

    public Optional<Organisation> find(OrganisationId id) {
        return all().stream().filter(one -> one.id().equals(id)).findFirst();
    }

    /** Adds one; throws {@code registry.organisation-there} where one of that name is there. */
    @com.google.errorprone.annotations.CanIgnoreReturnValue
    public Organisation add(Actor actor, String typed, RecipientKind kind) {
        if (!ADDERS.contains(actor.role())) {
            database.write(actor, tx -> {
                tx.record(Event.of(REFUSED).detail("role"));
                return true;
            });
            throw new RefusedException("role");
        }
        String name = typed.strip().replaceAll("\\s+", " ");
        String key = key(name);
        if (name.length() < NAME_MIN || name.length() > NAME_MAX || key.isEmpty()) {
            throw new ProblemException(Problem.inField("registry.organisation-name", "name"));
        }
        if (!KINDS.contains(kind)) {
            throw new ProblemException(Problem.inField("registry.organisation-kind", "kind"));
        }
        Organisation added = new Organisation(OrganisationId.random(random), name, kind);
        database.write(actor, tx -> {
            int rows = tx.sql("""
                    INSERT INTO registry.organisation (id, name, key, kind, added_at)
                    VALUES (:id, :name, :key, :kind, :at) ON CONFLICT (key) DO NOTHING
                    """)
                    .with("id", added.id().value())
                    .with("name", name)
                    .with("key", key)
                    .with("kind", kind)
                    .with("at", clock.instant())
                    .update();
            if (rows == 0) {
                throw new ProblemException(Problem.inField("registry.organisation-there", "name"));
            }
            tx.record(Event.of(ADDED).about(added.id().value()));
            return true;
        });
        return added;
    }

    /** The name without accents, case, marks and spaces. */
    private static String key(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKD)
                .replaceAll("[^\\p{L}\\p{N}]", "")
                .toLowerCase(Locale.ROOT);
    }
}
