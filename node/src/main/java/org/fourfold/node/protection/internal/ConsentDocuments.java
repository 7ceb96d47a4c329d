package org.fourfold.node.protection.internal;

import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.fourfold.node.frame.Ciphertext;
import org.fourfold.node.frame.ConsentFact;
import org.fourfold.node.frame.FieldGroup;
import org.fourfold.node.frame.OrganisationId;
import org.fourfold.node.frame.PrivateJson;
import org.fourfold.node.frame.Purpose;
import org.fourfold.node.frame.Revision;
import org.fourfold.node.protection.Consent;
import org.fourfold.node.protection.Sound;
import org.fourfold.node.trust.FileKey;
import org.fourfold.node.trust.SealBrokenException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What stands encrypted in the tables of consent, as JSON with the row's own id, so that no ciphertext serves for another
 * row. All of it belongs to the group of safety: who may know of dangers may know to whom nothing must go.
 */
final class ConsentDocuments {

    static final JsonMapper JSON = PrivateJson.mapper();
    private static final int VERSION = 1;
    static final FieldGroup GROUP = FieldGroup.SAFETY;

    /** Stand for the revision in what a seal authenticates: no text of a file ever has them. */
    private static final Revision CONSENT = new Revision(Integer.MAX_VALUE - 2);

    private static final Revision WITHHOLDING = new Revision(Integer.MAX_VALUE - 3);
    private static final Revision HANDOVER = new Revision(Integer.MAX_VALUE - 4);
    private static final Revision VOICE = new Revision(Integer.MAX_VALUE - 7);

    private static final int ID_BYTES = 16;

    /**
     * What went out, and by what.
     *
     * @param under the demand or the override that it went by
     */
    record Went(
            OrganisationId recipient, Purpose purpose, Set<FieldGroup> groups, String reason, Optional<UUID> under) {}

    private ConsentDocuments() {}

    static Ciphertext seal(FileKey key, UUID id, Consent.Terms terms) {
        ObjectNode document = begin(id)
                .put("recipient", terms.recipient().toString())
                .put("purpose", terms.purpose().name())
                .put("by", terms.givenBy().name())
                .put("how", terms.how().name())
                .put("language", terms.language())
                .put("informed", terms.informed())
                .put("condition", terms.conditionOfService());
        terms.heard().ifPresent(heard -> document.put("heard", heard.toString()));
        groups(document, terms.groups());
        return key.seal(GROUP, CONSENT, JSON.writeValueAsBytes(document));
    }

    static Consent.Terms terms(FileKey key, UUID id, Ciphertext sealed) {
        JsonNode document = open(key, CONSENT, id, sealed);
        return new Consent.Terms(
                OrganisationId.parse(text(document, "recipient")),
                Purpose.valueOf(text(document, "purpose")),
                groups(document),
                ConsentFact.GivenBy.valueOf(text(document, "by")),
                Consent.How.valueOf(text(document, "how")),
                text(document, "language"),
                document.required("informed").asBoolean(),
                document.required("condition").asBoolean(),
                id(document, "heard"));
    }

    static Ciphertext seal(FileKey key, UUID id, OrganisationId withheldFrom) {
        ObjectNode document = begin(id).put("from", withheldFrom.toString());
        return key.seal(GROUP, WITHHOLDING, JSON.writeValueAsBytes(document));
    }

    static OrganisationId withheldFrom(FileKey key, UUID id, Ciphertext sealed) {
        return OrganisationId.parse(text(open(key, WITHHOLDING, id, sealed), "from"));
    }

    static Ciphertext seal(FileKey key, UUID id, Went went) {
        ObjectNode document = begin(id)
                .put("recipient", went.recipient().toString())
                .put("purpose", went.purpose().name())
                .put("reason", went.reason());
        went.under().ifPresent(under -> document.put("under", under.toString()));
        groups(document, went.groups());
        return key.seal(GROUP, HANDOVER, JSON.writeValueAsBytes(document));
    }

    static Went went(FileKey key, UUID id, Ciphertext sealed) {
        JsonNode document = open(key, HANDOVER, id, sealed);
        return new Went(
                OrganisationId.parse(text(document, "recipient")),
                Purpose.valueOf(text(document, "purpose")),
                groups(document),
                text(document, "reason"),
                id(document, "under"));
    }

    /** The sound follows the id: it is no text. */
    static Ciphertext seal(FileKey key, UUID id, Sound sound) {
        byte[] bytes = sound.bytes();
        byte[] plain = ByteBuffer.allocate(ID_BYTES + bytes.length)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .put(bytes)
                .array();
        return key.seal(GROUP, VOICE, plain);
    }

    static Sound voice(FileKey key, UUID id, Ciphertext sealed) {
        ByteBuffer plain = ByteBuffer.wrap(key.open(GROUP, VOICE, sealed));
        if (!new UUID(plain.getLong(), plain.getLong()).equals(id)) {
            throw new SealBrokenException();
        }
        byte[] bytes = new byte[plain.remaining()];
        plain.get(bytes);
        return Sound.of(bytes);
    }

    static ObjectNode begin(UUID id) {
        return JSON.createObjectNode().put("v", VERSION).put("id", id.toString());
    }

    static void groups(ObjectNode document, Collection<FieldGroup> groups) {
        var array = document.putArray("groups");
        groups.stream().sorted().forEach(group -> array.add(group.name()));
    }

    static Set<FieldGroup> groups(JsonNode document) {
        Set<FieldGroup> groups = EnumSet.noneOf(FieldGroup.class);
        document.required("groups").forEach(group -> groups.add(FieldGroup.valueOf(group.asString())));
        return groups;
    }

    static JsonNode open(FileKey key, Revision what, UUID id, Ciphertext sealed) {
        JsonNode document = JSON.readTree(key.open(GROUP, what, sealed));
        if (!text(document, "id").equals(id.toString())) {
            throw new SealBrokenException();
        }
        return document;
    }

    /** Empty where there is none. */
    static Optional<UUID> id(JsonNode document, String name) {
        return Optional.ofNullable(document.get(name)).map(node -> UUID.fromString(node.asString()));
    }

    static String text(JsonNode document, String name) {
        return document.required(name).asString();
    }
}
