package org.fourfold.node.protection.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.fourfold.node.frame.Ciphertext;
import org.fourfold.node.frame.Dated;
import org.fourfold.node.frame.FieldGroup;
import org.fourfold.node.frame.MemberId;
import org.fourfold.node.frame.PrivateJson;
import org.fourfold.node.frame.Revision;
import org.fourfold.node.protection.ToldFact;
import org.fourfold.node.protection.clock.Fact;
import org.fourfold.node.protection.clock.FactKind;
import org.fourfold.node.trust.FileKey;
import org.fourfold.node.trust.SealBrokenException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A fact as it stands encrypted: JSON with the row's own id and revision, so that no ciphertext serves for another row. */
final class FactDocuments {

    private static final JsonMapper JSON = PrivateJson.mapper();
    private static final int VERSION = 1;

    /** Stands for the revision in what a seal authenticates, in every group: no text of a file ever has it. */
    private static final Revision FACT = new Revision(Integer.MAX_VALUE - 41);

    private FactDocuments() {}

    static Ciphertext seal(FileKey key, ToldFact told) {
        Fact fact = told.fact();
        ObjectNode document = JSON.createObjectNode()
                .put("v", VERSION)
                .put("id", fact.id().toString())
                .put("revision", told.revision())
                .put("kind", fact.kind().name())
                .put("from", fact.dated().from().toString())
                .put("to", fact.dated().to().toString())
                .put("precision", fact.dated().precision().name())
                .put("proof", fact.proof())
                .put("by", told.by().toString())
                .put("at", told.at().toString())
                .put("struck", told.struck());
        fact.moment().ifPresent(moment -> document.put("moment", moment.toString()));
        fact.of().ifPresent(of -> document.put("of", of.toString()));
        return key.seal(fact.kind().group(), FACT, JSON.writeValueAsBytes(document));
    }

    static ToldFact open(FileKey key, FieldGroup group, UUID id, int revision, Ciphertext sealed) {
        JsonNode document = JSON.readTree(key.open(group, FACT, sealed));
        if (!text(document, "id").equals(id.toString())
                || document.required("revision").asInt() != revision) {
            throw new SealBrokenException();
        }
        Fact fact = new Fact(
                id,
                FactKind.valueOf(text(document, "kind")),
                new Dated(
                        LocalDate.parse(text(document, "from")),
                        LocalDate.parse(text(document, "to")),
                        Dated.Precision.valueOf(text(document, "precision"))),
                optional(document, "moment").map(Instant::parse),
                optional(document, "of").map(UUID::fromString),
                text(document, "proof"));
        return new ToldFact(
                fact,
                revision,
                MemberId.parse(text(document, "by")),
                Instant.parse(text(document, "at")),
                document.required("struck").asBoolean());
    }

    private static String text(JsonNode document, String name) {
        return document.required(name).asString();
    }

    private static Optional<String> optional(JsonNode document, String name) {
        return Optional.ofNullable(document.get(name)).map(JsonNode::asString);
    }
}
