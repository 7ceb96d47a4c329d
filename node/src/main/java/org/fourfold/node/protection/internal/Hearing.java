package org.fourfold.node.protection.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.CaseFileId;
import org.fourfold.node.frame.Ciphertext;
import org.fourfold.node.frame.Event;
import org.fourfold.node.frame.FieldGroup;
import org.fourfold.node.frame.MemberId;
import org.fourfold.node.frame.OrganisationId;
import org.fourfold.node.frame.PrivateJson;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.frame.RandomIds;
import org.fourfold.node.frame.RefusedException;
import org.fourfold.node.frame.Revision;
import org.fourfold.node.frame.Tx;
import org.fourfold.node.protection.Complaint;
import org.fourfold.node.protection.ComplaintCode;
import org.fourfold.node.trust.FileKey;
import org.fourfold.node.trust.Keyring;
import org.fourfold.node.trust.SealBrokenException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Complaints: taken by the node itself, so that no member stands beside them; read by trustees; asked after by a code. */
public final class Hearing {

    private static final JsonMapper JSON = PrivateJson.mapper();
    private static final String LABEL = "complaints";

    /** Stands for the revision in what a seal authenticates: no text of a file ever has it. */
    private static final Revision PART = new Revision(Integer.MAX_VALUE - 320);

    /** More than a house ever has, each with its steps. */
    private static final int ROWS_MAX = 5_000;

    private static final String TOLD = "TOLD";

    private final Gate gate;
    private final Keyring keyring;
    private final RandomGenerator random;

    private record Found(UUID complaint, List<Part> parts) {}

    private record Part(UUID id, UUID complaint, String kind, LocalDate day, Ciphertext sealed) {}

    public Hearing(Gate gate, Keyring keyring, RandomGenerator random) {
        this.gate = gate;
        this.keyring = keyring;
        this.random = random;
    }

    public ComplaintCode tell(OrganisationId organisation, Complaint.Told told) {
        UUID id = RandomIds.uuid(random);
        UUID part = RandomIds.uuid(random);
        ComplaintCode code = ComplaintCode.random(random);
        byte[] token = keyring.tokens(LABEL).token(code.text());
        FileKey key = keyring.create(new CaseFileId(id));
        ObjectNode document = begin(part).put("whose", told.whose().name()).put("words", told.words());
        told.writer().ifPresent(writer -> document.put("writer", writer.toString()));
        Ciphertext sealed = seal(key, document);
        gate.asNode(tx -> {
            key.keep(tx);
            tx.sql("INSERT INTO protection.complaint (id, organisation, token) VALUES (:id, :organisation, :token)")
                    .with("id", id)
                    .with("organisation", organisation.value())
                    .with("token", token)
                    .update();
            insert(tx, new Part(part, id, TOLD, told.on(), sealed));
            tx.record(Event.of(Events.COMPLAINT_TOLD).about(id));
            return id;
        });
        return code;
    }

    /** The code is named in this transaction, which row security asks for. Nothing in the record tells which one it was. */
    public Optional<Complaint> asked(Actor actor, ComplaintCode code) {
        String token = HexFormat.of().formatHex(keyring.tokens(LABEL).token(code.text()));
        Optional<Found> found = gate.asMember(actor, tx -> {
            tx.sql("SELECT set_config('fourfold.number', :token, true)")
                    .with("token", token)
                    .run();
            Optional<UUID> complaint = tx.sql("SELECT id FROM protection.complaint WHERE encode(token, 'hex') = :token")
                    .with("token", token)
                    .optional((rs, n) -> rs.getObject("id", UUID.class));
            tx.record(Event.of(Events.COMPLAINT_ASKED).count(complaint.isPresent() ? 1 : 0));
            return complaint.map(id -> new Found(id, parts(tx, id)));
        });
        return found.flatMap(one -> keyring.find(new CaseFileId(one.complaint()))
                .map(key -> opened(key, one.complaint(), withoutTold(one.parts()))));
    }

    /** Row security holds it back already, but from a trustee who asks by the code. */
    private static List<Part> withoutTold(List<Part> parts) {
        return parts.stream().filter(one -> !one.kind().equals(TOLD)).toList();
    }

    public List<Complaint> listed(Actor trustee) {
        List<Part> parts = gate.hearing(trustee, tx -> {
            List<Part> rows = tx.sql("""
                    SELECT id, complaint, kind, day, ciphertext FROM protection.complaint_part
                    ORDER BY number LIMIT :rows
                    """).with("rows", ROWS_MAX).list(Hearing::part);
            tx.record(Event.of(Events.COMPLAINTS_SHOWN).count(rows.size()));
            return rows;
        });
        Map<UUID, List<Part>> byComplaint = new LinkedHashMap<>();
        parts.forEach(one -> byComplaint
                .computeIfAbsent(one.complaint(), none -> new ArrayList<>())
                .add(one));
        Map<CaseFileId, FileKey> keys = keyring.findAll(
                new HashSet<>(byComplaint.keySet().stream().map(CaseFileId::new).toList()));
        return byComplaint.entrySet().stream()
                .flatMap(one -> Optional.ofNullable(keys.get(new CaseFileId(one.getKey())))
                        .map(key -> opened(key, one.getKey(), one.getValue()))
                        .stream())
                .sorted(Comparator.comparing(Complaint::isAnswered))
                .toList();
    }

    public void answer(Actor trustee, UUID complaint, Complaint.Step step) {
        FileKey key = key(complaint);
        UUID id = RandomIds.uuid(random);
        Ciphertext sealed = seal(key, begin(id).put("words", step.words()));
        gate.hearing(trustee, tx -> {
            List<Part> there = parts(tx, complaint);
            if (there.isEmpty()) {
                throw new RefusedException("relation");
            }
            if (there.size() > Complaint.STEPS_MAX) {
                throw new ProblemException(Problem.of("protection.complaint-full"));
            }
            insert(tx, new Part(id, complaint, step.state().name(), step.on(), sealed));
            tx.record(Event.of(Events.COMPLAINT_ANSWERED).about(complaint));
            return id;
        });
    }

    public void forget(Actor trustee, UUID complaint) {
        gate.hearing(trustee, tx -> {
            if (parts(tx, complaint).stream().noneMatch(one -> one.kind().equals(Complaint.State.ANSWERED.name()))) {
                throw new ProblemException(Problem.of("protection.complaint-not-answered"));
            }
            keyring.destroy(tx, new CaseFileId(complaint));
            tx.sql("DELETE FROM protection.complaint WHERE id = :id")
                    .with("id", complaint)
                    .update();
            tx.record(Event.of(Events.COMPLAINT_FORGOTTEN).about(complaint));
            return complaint;
        });
    }

    private FileKey key(UUID complaint) {
        return keyring.find(new CaseFileId(complaint)).orElseThrow(() -> new RefusedException("relation"));
    }

    private static List<Part> parts(Tx tx, UUID complaint) {
        return tx.sql("""
                SELECT id, complaint, kind, day, ciphertext FROM protection.complaint_part
                WHERE complaint = :complaint ORDER BY number LIMIT :rows
                """).with("complaint", complaint).with("rows", ROWS_MAX).list(Hearing::part);
    }

    private static void insert(Tx tx, Part part) {
        tx.sql("""
                INSERT INTO protection.complaint_part (id, complaint, kind, day, ciphertext)
                VALUES (:id, :complaint, :kind, :day, :sealed)
                """)
                .with("id", part.id())
                .with("complaint", part.complaint())
                .with("kind", part.kind())
                .with("day", part.day())
                .with("sealed", part.sealed().bytes())
                .update();
    }

    private static Part part(ResultSet rs, int number) throws SQLException {
        return new Part(
                rs.getObject("id", UUID.class),
                rs.getObject("complaint", UUID.class),
                rs.getString("kind"),
                rs.getObject("day", LocalDate.class),
                Ciphertext.of(rs.getBytes("ciphertext")));
    }

    private static Complaint opened(FileKey key, UUID id, List<Part> parts) {
        Optional<Complaint.Told> told = Optional.empty();
        List<Complaint.Step> steps = new ArrayList<>();
        for (Part part : parts) {
            JsonNode document = open(key, part);
            String words = document.required("words").asString();
            if (part.kind().equals(TOLD)) {
                told = Optional.of(new Complaint.Told(
                        part.day(),
                        Complaint.Whose.valueOf(document.required("whose").asString()),
                        words,
                        Optional.ofNullable(document.get("writer")).map(writer -> MemberId.parse(writer.asString()))));
            } else {
                steps.add(new Complaint.Step(part.day(), Complaint.State.valueOf(part.kind()), words));
            }
        }
        return new Complaint(id, told, steps);
    }

    private static ObjectNode begin(UUID part) {
        return JSON.createObjectNode().put("v", 1).put("id", part.toString());
    }

    private static Ciphertext seal(FileKey key, ObjectNode document) {
        return key.seal(FieldGroup.NARRATIVE, PART, JSON.writeValueAsBytes(document));
    }

    private static JsonNode open(FileKey key, Part part) {
        JsonNode document = JSON.readTree(key.open(FieldGroup.NARRATIVE, PART, part.sealed()));
        if (!document.required("id").asString().equals(part.id().toString())) {
            throw new SealBrokenException();
        }
        return document;
    }
}
