package org.fourfold.node.protection.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.fourfold.node.frame.Answer;
import org.fourfold.node.frame.MemberId;
import org.fourfold.node.frame.OrganisationId;
import org.fourfold.node.frame.PrivateJson;
import org.fourfold.node.frame.Revision;
import org.fourfold.node.protection.DatedText;
import org.fourfold.node.protection.DecisionThreshold;
import org.fourfold.node.protection.ElementFinding;
import org.fourfold.node.protection.IdentificationDecision;
import org.fourfold.node.protection.Replies;
import org.fourfold.node.protection.Screening;
import org.fourfold.node.protection.ScreeningDraft;
import org.fourfold.node.protection.ScreeningId;
import org.fourfold.node.protection.Sign;
import org.fourfold.node.protection.TraffickingElement;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Conversations, signs and decisions as they stand under the file's key: JSON that says what it is and carries its own id,
 * so that no ciphertext serves for another item.
 */
final class IdentificationDocuments {

    static final String SCREENING = "screening";
    static final String SIGN = "sign";
    static final String DECISION = "decision";

    private static final JsonMapper JSON = PrivateJson.mapper();
    private static final int VERSION = 1;

    private IdentificationDocuments() {}

    /** What kind of item a text is; empty for one that is none of these. */
    static String kind(JsonNode document) {
        return document.path("kind").asString("");
    }

    static JsonNode parse(byte[] bytes) {
        return JSON.readTree(bytes);
    }

    /** Whole, or with the replies of one group. */
    static byte[] write(Screening screening, Replies replies) {
        ObjectNode document = begin(SCREENING, screening.id().value(), screening.revision())
                .put("typist", screening.typist().toString())
                .put("at", screening.typedAt().toString());
        put(document.putObject("setting"), screening.setting());
        put(document.putObject("replies"), replies);
        return JSON.writeValueAsBytes(document);
    }

    static Screening screening(JsonNode document) {
        return new Screening(
                new ScreeningId(id(document)),
                revision(document),
                setting(document.required("setting")),
                MemberId.parse(text(document, "typist")),
                Instant.parse(text(document, "at")),
                replies(document.required("replies")));
    }

    static byte[] write(ScreeningDraft draft) {
        ObjectNode document = JSON.createObjectNode()
                .put("v", VERSION)
                .put("id", draft.id().toString())
                .put("base", draft.base())
                .put("at", draft.keptAt().toString());
        draft.setting().ifPresent(setting -> put(document.putObject("setting"), setting));
        put(document.putObject("replies"), draft.replies());
        return JSON.writeValueAsBytes(document);
    }

    static ScreeningDraft draft(byte[] bytes) {
        JsonNode document = JSON.readTree(bytes);
        return new ScreeningDraft(
                new ScreeningId(id(document)),
                document.required("base").asInt(),
                Optional.ofNullable(document.get("setting")).map(IdentificationDocuments::setting),
                replies(document.required("replies")),
                Instant.parse(text(document, "at")));
    }

    static byte[] write(Sign sign) {
        ObjectNode document = begin(SIGN, sign.id(), sign.revision())
                .put("by", sign.by().toString())
                .put("at", sign.at().toString())
                .put("finding", sign.terms().finding().name())
                .put("from", sign.terms().from().name())
                .put("words", sign.terms().words())
                .put("on", DatedText.write(sign.terms().on()));
        var elements = document.putArray("elements");
        sign.terms().elements().stream().sorted().forEach(element -> elements.add(element.name()));
        sign.setAside().ifPresent(reason -> document.put("aside", reason));
        return JSON.writeValueAsBytes(document);
    }

    static Sign sign(JsonNode document) {
        Set<TraffickingElement> elements = EnumSet.noneOf(TraffickingElement.class);
        document.required("elements").forEach(element -> elements.add(TraffickingElement.valueOf(element.asString())));
        return new Sign(
                id(document),
                revision(document),
                new Sign.Terms(
                        elements,
                        ElementFinding.State.valueOf(text(document, "finding")),
                        Sign.From.valueOf(text(document, "from")),
                        text(document, "words"),
                        DatedText.read(text(document, "on"))),
                MemberId.parse(text(document, "by")),
                Instant.parse(text(document, "at")),
                Optional.ofNullable(document.get("aside")).map(JsonNode::asString));
    }

    static byte[] write(IdentificationDecision decision) {
        IdentificationDecision.Terms terms = decision.terms();
        ObjectNode document = begin(DECISION, decision.id(), decision.revision())
                .put("by", decision.by().toString())
                .put("at", decision.at().toString())
                .put("threshold", terms.threshold().name())
                .put("body", terms.body().toString())
                .put("on", DatedText.write(terms.on()))
                .put("outcome", terms.outcome())
                .put("reasons", terms.reasons());
        var evidence = document.putArray("evidence");
        terms.evidence().forEach(evidence::add);
        ObjectNode review = document.putObject("review")
                .put("state", terms.review().state().name())
                .put("outcome", terms.review().outcome());
        terms.review().by().ifPresent(by -> review.put("by", DatedText.write(by)));
        return JSON.writeValueAsBytes(document);
    }

    static IdentificationDecision decision(JsonNode document) {
        JsonNode review = document.required("review");
        List<String> evidence = new ArrayList<>();
        document.required("evidence").forEach(line -> evidence.add(line.asString()));
        return new IdentificationDecision(
                id(document),
                revision(document),
                new IdentificationDecision.Terms(
                        DecisionThreshold.valueOf(text(document, "threshold")),
                        OrganisationId.parse(text(document, "body")),
                        DatedText.read(text(document, "on")),
                        text(document, "outcome"),
                        text(document, "reasons"),
                        evidence,
                        new IdentificationDecision.Review(
                                IdentificationDecision.ReviewState.valueOf(text(review, "state")),
                                Optional.ofNullable(review.get("by")).map(by -> DatedText.read(by.asString())),
                                text(review, "outcome"))),
                MemberId.parse(text(document, "by")),
                Instant.parse(text(document, "at")));
    }

    private static void put(ObjectNode node, Screening.Setting setting) {
        node.put("told", DatedText.write(setting.toldOn()))
                .put("asker", setting.asker())
                .put("instrument", setting.instrument())
                .put("version", setting.version());
        setting.interpreting()
                .ifPresent(by -> node.putObject("interpreting")
                        .put("language", by.language())
                        .put("role", by.role().name()));
        var room = node.putArray("room");
        setting.room().stream().sorted().forEach(one -> room.add(one.name()));
    }

    private static Screening.Setting setting(JsonNode node) {
        Set<Screening.Present> room = EnumSet.noneOf(Screening.Present.class);
        node.required("room").forEach(one -> room.add(Screening.Present.valueOf(one.asString())));
        return new Screening.Setting(
                DatedText.read(text(node, "told")),
                text(node, "asker"),
                Optional.ofNullable(node.get("interpreting"))
                        .map(by -> new Screening.Interpreting(
                                text(by, "language"), Screening.InterpreterRole.valueOf(text(by, "role")))),
                room,
                text(node, "instrument"),
                text(node, "version"));
    }

    private static void put(ObjectNode node, Replies replies) {
        replies.byIndicator().forEach((id, answer) -> Documents.put(node.putObject(id), answer));
    }

    private static Replies replies(JsonNode node) {
        Map<String, Answer<String>> replies = new LinkedHashMap<>();
        node.properties().forEach(entry -> replies.put(entry.getKey(), Documents.answer(entry.getValue())));
        return new Replies(replies);
    }

    private static ObjectNode begin(String kind, UUID id, Revision revision) {
        return JSON.createObjectNode()
                .put("v", VERSION)
                .put("kind", kind)
                .put("id", id.toString())
                .put("revision", revision.number());
    }

    private static UUID id(JsonNode document) {
        return UUID.fromString(text(document, "id"));
    }

    private static Revision revision(JsonNode document) {
        return new Revision(document.required("revision").asInt());
    }

    private static String text(JsonNode document, String name) {
        return document.required(name).asString();
    }
}
