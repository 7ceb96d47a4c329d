package org.fourfold.node.protection.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.fourfold.node.frame.CaseFileId;
import org.fourfold.node.frame.Ciphertext;
import org.fourfold.node.frame.FieldGroup;
import org.fourfold.node.frame.MemberId;
import org.fourfold.node.frame.PrivateJson;
import org.fourfold.node.frame.Revision;
import org.fourfold.node.protection.Absence;
import org.fourfold.node.protection.PlanEntry;
import org.fourfold.node.protection.Relative;
import org.fourfold.node.protection.ServiceGiven;
import org.fourfold.node.protection.ServiceKind;
import org.fourfold.node.protection.UrgentRisk;
import org.fourfold.node.trust.FileKey;
import org.fourfold.node.trust.SealBrokenException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What stands encrypted in the tables of the day, as JSON with the row's own id, so that no ciphertext serves for another
 * row. It belongs to the group of needs, for the night shift and the team work with it; an urgent risk to the group of safety.
 */
final class DayDocuments {

    private static final JsonMapper JSON = PrivateJson.mapper();
    private static final int VERSION = 1;
    private static final FieldGroup GROUP = FieldGroup.NEEDS;

    /** Stand for the revision in what a seal authenticates, from MAX-300 downwards: no text of a file ever has them. */
    private static final Revision STAY = new Revision(Integer.MAX_VALUE - 300);

    private static final Revision ABSENCE = new Revision(Integer.MAX_VALUE - 301);

    private static final Revision ENTRY = new Revision(Integer.MAX_VALUE - 302);
    private static final Revision RISK = new Revision(Integer.MAX_VALUE - 303);

    private static final Revision TASK = new Revision(Integer.MAX_VALUE - 304);

    private static final Revision PLAN = new Revision(Integer.MAX_VALUE - 305);

    private static final Revision RELATIVE = new Revision(Integer.MAX_VALUE - 306);

    private static final Revision SERVICE = new Revision(Integer.MAX_VALUE - 320);

    /** Where somebody sleeps. */
    record Slept(UUID bed, int children) {}

    private DayDocuments() {}

    static Ciphertext seal(FileKey key, UUID id, Slept slept) {
        return seal(key, STAY, begin(id).put("bed", slept.bed().toString()).put("children", slept.children()));
    }

    static Slept slept(FileKey key, UUID id, Ciphertext sealed) {
        JsonNode document = open(key, STAY, id, sealed);
        return new Slept(
                UUID.fromString(text(document, "bed")),
                document.required("children").asInt());
    }

    /** With when they came back, once they did. */
    static Ciphertext seal(FileKey key, Absence absence, Optional<Instant> back) {
        ObjectNode document = begin(absence.id())
                .put("out", absence.out().toString())
                .put("expected", absence.expected().toString())
                .put("agreed", absence.agreed())
                .put("noted", absence.noted().toString());
        back.ifPresent(at -> document.put("back", at.toString()));
        return seal(key, ABSENCE, document);
    }

    static Absence absence(FileKey key, UUID id, Ciphertext sealed) {
        JsonNode document = open(key, ABSENCE, id, sealed);
        return new Absence(
                id,
                Instant.parse(text(document, "out")),
                Instant.parse(text(document, "expected")),
                text(document, "agreed"),
                MemberId.parse(text(document, "noted")));
    }

    static Ciphertext seal(FileKey key, UUID id, String entry) {
        return seal(key, ENTRY, begin(id).put("text", entry));
    }

    static String entry(FileKey key, UUID id, Ciphertext sealed) {
        return text(open(key, ENTRY, id, sealed), "text");
    }

    static Ciphertext sealTask(FileKey key, UUID id, String what) {
        return seal(key, TASK, begin(id).put("what", what));
    }

    static String task(FileKey key, UUID id, Ciphertext sealed) {
        return text(open(key, TASK, id, sealed), "what");
    }

    static Ciphertext seal(FileKey key, PlanEntry entry) {
        ObjectNode document = begin(entry.id())
                .put("kind", entry.kind().name())
                .put("state", entry.state().name())
                .put("words", entry.words())
                .put("time", entry.time())
                .put("quantity", entry.quantity())
                .put("changed", entry.changed().toString())
                .put("by", entry.by().toString());
        entry.day().ifPresent(day -> document.put("day", day.toString()));
        entry.interpreter().ifPresent(one -> document.put("interpreter", one.toString()));
        return key.seal(entry.kind().group(), PLAN, JSON.writeValueAsBytes(document));
    }

    static PlanEntry plan(FileKey key, FieldGroup group, UUID id, Ciphertext sealed) {
        JsonNode document = opened(key.open(group, PLAN, sealed), id);
        return new PlanEntry(
                id,
                PlanEntry.Kind.valueOf(text(document, "kind")),
                PlanEntry.State.valueOf(text(document, "state")),
                text(document, "words"),
                Optional.ofNullable(document.get("day")).map(day -> LocalDate.parse(day.asString())),
                text(document, "time"),
                document.required("quantity").asInt(),
                Instant.parse(text(document, "changed")),
                MemberId.parse(text(document, "by")),
                Optional.ofNullable(document.get("interpreter")).map(one -> UUID.fromString(one.asString())));
    }

    static Ciphertext seal(FileKey key, ServiceGiven given) {
        return seal(
                key,
                SERVICE,
                begin(given.id())
                        .put("kind", given.kind().name())
                        .put("day", given.day().toString())
                        .put("times", given.times())
                        .put("words", given.words())
                        .put("written", given.written().toString())
                        .put("by", given.by().toString())
                        .put("struck", given.struck()));
    }

    static ServiceGiven service(FileKey key, UUID id, Ciphertext sealed) {
        JsonNode document = open(key, SERVICE, id, sealed);
        return new ServiceGiven(
                id,
                ServiceKind.valueOf(text(document, "kind")),
                LocalDate.parse(text(document, "day")),
                document.required("times").asInt(),
                text(document, "words"),
                Instant.parse(text(document, "written")),
                MemberId.parse(text(document, "by")),
                document.required("struck").asBoolean());
    }

    static Ciphertext seal(FileKey key, Relating.Opened row) {
        ObjectNode document = begin(row.id())
                .put("link", row.link().toString())
                .put("kin", row.kin().name())
                .put("words", row.words());
        row.other().ifPresent(other -> document.put("other", other.toString()));
        return seal(key, RELATIVE, document);
    }

    static Relating.Opened relative(FileKey key, UUID id, Ciphertext sealed) {
        JsonNode document = open(key, RELATIVE, id, sealed);
        return new Relating.Opened(
                id,
                UUID.fromString(text(document, "link")),
                Relative.Kin.valueOf(text(document, "kin")),
                Optional.ofNullable(document.get("other")).map(other -> CaseFileId.parse(other.asString())),
                text(document, "words"));
    }

    /** About the house, which has no file: sealed in a box, with its id as the context. */
    static byte[] plainEntry(String entry) {
        return JSON.writeValueAsBytes(JSON.createObjectNode().put("v", VERSION).put("text", entry));
    }

    static String plainEntry(byte[] bytes) {
        return text(JSON.readTree(bytes), "text");
    }

    static Ciphertext seal(FileKey key, UrgentRisk risk) {
        ObjectNode document = begin(risk.id())
                .put("raised", risk.raised().toString())
                .put("by", risk.by().toString())
                .put("reason", risk.reason());
        return key.seal(FieldGroup.SAFETY, RISK, JSON.writeValueAsBytes(document));
    }

    static UrgentRisk risk(FileKey key, UUID id, Instant until, Ciphertext sealed) {
        JsonNode document = opened(key.open(FieldGroup.SAFETY, RISK, sealed), id);
        return new UrgentRisk(
                id,
                Instant.parse(text(document, "raised")),
                MemberId.parse(text(document, "by")),
                text(document, "reason"),
                until);
    }

    private static ObjectNode begin(UUID id) {
        return JSON.createObjectNode().put("v", VERSION).put("id", id.toString());
    }

    private static Ciphertext seal(FileKey key, Revision what, ObjectNode document) {
        return key.seal(GROUP, what, JSON.writeValueAsBytes(document));
    }

    private static JsonNode open(FileKey key, Revision what, UUID id, Ciphertext sealed) {
        return opened(key.open(GROUP, what, sealed), id);
    }

    private static JsonNode opened(byte[] plain, UUID id) {
        JsonNode document = JSON.readTree(plain);
        if (!text(document, "id").equals(id.toString())) {
            throw new SealBrokenException();
        }
        return document;
    }

    private static String text(JsonNode document, String name) {
        return document.required(name).asString();
    }
}
