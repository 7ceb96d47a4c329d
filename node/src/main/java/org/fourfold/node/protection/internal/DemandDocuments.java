package org.fourfold.node.protection.internal;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.fourfold.node.frame.Ciphertext;
import org.fourfold.node.frame.FieldGroup;
import org.fourfold.node.frame.Handover.RecipientKind;
import org.fourfold.node.frame.MemberId;
import org.fourfold.node.frame.OrganisationId;
import org.fourfold.node.frame.OverrideFact;
import org.fourfold.node.frame.Purpose;
import org.fourfold.node.frame.Revision;
import org.fourfold.node.protection.LegalDemand;
import org.fourfold.node.protection.OverrideWish;
import org.fourfold.node.trust.FileKey;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What stands encrypted of demands and overrides: like that of consent, in the group of safety, with the row's own id. */
final class DemandDocuments {

    /** Stand for the revision in what a seal authenticates: after consent's, and no text of a file ever has them. */
    private static final Revision STEP = new Revision(Integer.MAX_VALUE - 5);

    private static final Revision OVERRIDE = new Revision(Integer.MAX_VALUE - 6);

    /** Of a step, what is not in clear. */
    record Told(
            String words, String article, Set<FieldGroup> groups, Optional<MemberId> lawyer, Optional<UUID> handover) {

        static final Told NOTHING = of("");

        static Told of(String words) {
            return new Told(words, "", Set.of(), Optional.empty(), Optional.empty());
        }
    }

    /** What would go to whom against the consent rules, and why. */
    record Wish(OrganisationId recipient, RecipientKind kind, OverrideWish wish) {}

    private DemandDocuments() {}

    static Ciphertext seal(FileKey key, UUID id, LegalDemand.Terms terms) {
        ObjectNode document = ConsentDocuments.begin(id)
                .put("asker", terms.asker().toString())
                .put("kind", terms.kind().name())
                .put("authority", terms.authority().name())
                .put("person", terms.person())
                .put("article", terms.article())
                .put("words", terms.words())
                .put("arrival", terms.arrival().name());
        ConsentDocuments.groups(document, terms.scope());
        return seal(key, STEP, document);
    }

    static LegalDemand.Terms terms(FileKey key, UUID id, Ciphertext sealed) {
        JsonNode document = ConsentDocuments.open(key, STEP, id, sealed);
        return new LegalDemand.Terms(
                OrganisationId.parse(ConsentDocuments.text(document, "asker")),
                RecipientKind.valueOf(ConsentDocuments.text(document, "kind")),
                LegalDemand.Authority.valueOf(ConsentDocuments.text(document, "authority")),
                ConsentDocuments.text(document, "person"),
                ConsentDocuments.text(document, "article"),
                ConsentDocuments.groups(document),
                ConsentDocuments.text(document, "words"),
                LegalDemand.Arrival.valueOf(ConsentDocuments.text(document, "arrival")));
    }

    static Ciphertext seal(FileKey key, UUID id, Told told) {
        ObjectNode document =
                ConsentDocuments.begin(id).put("words", told.words()).put("article", told.article());
        told.lawyer().ifPresent(lawyer -> document.put("lawyer", lawyer.toString()));
        told.handover().ifPresent(handover -> document.put("handover", handover.toString()));
        ConsentDocuments.groups(document, told.groups());
        return seal(key, STEP, document);
    }

    static Told told(FileKey key, UUID id, Ciphertext sealed) {
        JsonNode document = ConsentDocuments.open(key, STEP, id, sealed);
        return new Told(
                ConsentDocuments.text(document, "words"),
                ConsentDocuments.text(document, "article"),
                ConsentDocuments.groups(document),
                ConsentDocuments.id(document, "lawyer").map(MemberId::new),
                ConsentDocuments.id(document, "handover"));
    }

    /** A step under another key: when a demand is tied to a file. */
    static Ciphertext reseal(FileKey from, FileKey to, Ciphertext sealed) {
        return to.seal(ConsentDocuments.GROUP, STEP, from.open(ConsentDocuments.GROUP, STEP, sealed));
    }

    static Ciphertext seal(FileKey key, UUID id, Wish wish) {
        ObjectNode document = ConsentDocuments.begin(id)
                .put("recipient", wish.recipient().toString())
                .put("kind", wish.kind().name())
                .put("purpose", wish.wish().purpose().name())
                .put("reason", wish.wish().reason().name())
                .put("words", wish.wish().words());
        ConsentDocuments.groups(document, wish.wish().groups());
        return seal(key, OVERRIDE, document);
    }

    static Wish wish(FileKey key, UUID id, Ciphertext sealed) {
        JsonNode document = ConsentDocuments.open(key, OVERRIDE, id, sealed);
        return new Wish(
                OrganisationId.parse(ConsentDocuments.text(document, "recipient")),
                RecipientKind.valueOf(ConsentDocuments.text(document, "kind")),
                new OverrideWish(
                        Purpose.valueOf(ConsentDocuments.text(document, "purpose")),
                        ConsentDocuments.groups(document),
                        OverrideFact.Reason.valueOf(ConsentDocuments.text(document, "reason")),
                        ConsentDocuments.text(document, "words")));
    }

    private static Ciphertext seal(FileKey key, Revision what, ObjectNode document) {
        return key.seal(ConsentDocuments.GROUP, what, ConsentDocuments.JSON.writeValueAsBytes(document));
    }
}
