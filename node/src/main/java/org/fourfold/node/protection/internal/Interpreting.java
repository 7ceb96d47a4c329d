package org.fourfold.node.protection.internal;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.Ciphertext;
import org.fourfold.node.frame.Event;
import org.fourfold.node.frame.OrganisationId;
import org.fourfold.node.frame.PrivateJson;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.frame.RandomIds;
import org.fourfold.node.frame.RefusedException;
import org.fourfold.node.frame.Role;
import org.fourfold.node.frame.Tx;
import org.fourfold.node.protection.Interpreter;
import org.fourfold.node.protection.PlanEntry;
import org.fourfold.node.trust.Box;
import org.fourfold.node.trust.Keyring;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The interpreters of the house, in a lasting box: who they are is known to those who took the machine by nothing of it. */
public final class Interpreting {

    static final String LABEL = "interpreters";

    private static final JsonMapper JSON = PrivateJson.mapper();
    private static final int VERSION = 1;

    /** Who writes the list. */
    private static final Set<Role> WRITE = Set.of(Role.CASEWORKER, Role.SUPERVISOR);

    private static final Comparator<Interpreter> ORDER = Comparator.comparing(
                    (Interpreter one) -> one.terms().active(), Comparator.reverseOrder())
            .thenComparing(one -> one.terms().name().toLowerCase(Locale.ROOT));

    private final Gate gate;
    private final Keyring keyring;
    private final RandomGenerator random;

    public Interpreting(Gate gate, Keyring keyring, RandomGenerator random) {
        this.gate = gate;
        this.keyring = keyring;
        this.random = random;
    }

    public List<Interpreter> all(Actor actor) {
        Box box = keyring.lastingBox(LABEL);
        return gate.keepingHouse(actor, Gate.HOUSE, tx -> {
            tx.record(Event.of(Events.INTERPRETERS_SHOWN));
            return all(tx, box);
        });
    }

    public void put(Actor actor, Optional<UUID> which, Interpreter.Terms terms) {
        UUID id = which.orElseGet(() -> RandomIds.uuid(random));
        Ciphertext sealed = keyring.lastingBox(LABEL).seal(context(id), write(terms));
        gate.keepingHouse(actor, WRITE, tx -> {
            tx.record(Event.of(Events.INTERPRETER_CHANGED).about(id));
            if (which.isEmpty()) {
                add(tx, actor, id, sealed);
            } else if (change(tx, id, sealed) == 0) {
                throw new RefusedException("relation");
            }
            return id;
        });
    }

    private static void add(Tx tx, Actor actor, UUID id, Ciphertext sealed) {
        int there = tx.sql("SELECT count(*) AS n FROM protection.interpreter").one((rs, n) -> rs.getInt("n"));
        if (there >= Interpreter.INTERPRETERS_MAX) {
            throw new ProblemException(Problem.of("protection.interpreters-full"));
        }
        tx.sql("INSERT INTO protection.interpreter (id, organisation, ciphertext) VALUES (:id, :organisation, :sealed)")
                .with("id", id)
                .with("organisation", actor.organisation().value())
                .with("sealed", sealed.bytes())
                .update();
    }

    private static int change(Tx tx, UUID id, Ciphertext sealed) {
        return tx.sql("UPDATE protection.interpreter SET ciphertext = :sealed WHERE id = :id")
                .with("id", id)
                .with("sealed", sealed.bytes())
                .update();
    }

    /** Those that the reader may see; none for a lawyer. */
    static List<Interpreter> all(Tx tx, Box box) {
        return tx
                .sql("SELECT id, ciphertext FROM protection.interpreter ORDER BY id LIMIT :rows")
                .with("rows", Interpreter.INTERPRETERS_MAX)
                .list((rs, n) -> {
                    UUID id = rs.getObject("id", UUID.class);
                    return new Interpreter(id, read(box.open(context(id), Ciphertext.of(rs.getBytes("ciphertext")))));
                })
                .stream()
                .sorted(ORDER)
                .toList();
    }

    /** Those who interpreted for the person first, the most often before the others: a person need not begin anew with each. */
    static List<Interpreter.Bookable> bookable(List<Interpreter> all, List<PlanEntry> plan) {
        Map<UUID, Long> before = plan.stream()
                .filter(entry -> entry.state() != PlanEntry.State.DROPPED)
                .flatMap(entry -> entry.interpreter().stream())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return all.stream()
                .map(one -> new Interpreter.Bookable(
                        one, before.getOrDefault(one.id(), 0L).intValue()))
                .sorted(Comparator.comparing(Interpreter.Bookable::before, Comparator.reverseOrder()))
                .toList();
    }

    private static byte[] write(Interpreter.Terms terms) {
        ObjectNode document = JSON.createObjectNode()
                .put("v", VERSION)
                .put("name", terms.name())
                .put("languages", terms.languages())
                .put("reach", terms.reach())
                .put("notFor", terms.notFor())
                .put("active", terms.active());
        terms.promised().ifPresent(day -> document.put("promised", day.toString()));
        terms.from().ifPresent(from -> document.put("from", from.toString()));
        return JSON.writeValueAsBytes(document);
    }

    private static Interpreter.Terms read(byte[] bytes) {
        JsonNode document = JSON.readTree(bytes);
        return new Interpreter.Terms(
                text(document, "name"),
                text(document, "languages"),
                text(document, "reach"),
                Optional.ofNullable(document.get("promised")).map(day -> LocalDate.parse(day.asString())),
                text(document, "notFor"),
                Optional.ofNullable(document.get("from")).map(from -> OrganisationId.parse(from.asString())),
                document.required("active").asBoolean());
    }

    private static String text(JsonNode document, String name) {
        return document.required(name).asString();
    }

    private static byte[] context(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }
}
