package org.fourfold.node.protection.internal;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.fourfold.node.frame.Ciphertext;
import org.fourfold.node.frame.FieldGroup;
import org.fourfold.node.frame.PrivateJson;
import org.fourfold.node.protection.BreachEntry;
import org.fourfold.node.protection.BreachEntry.What;
import org.fourfold.node.trust.Box;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What an entry about a breach says, as JSON in a lasting box of the house: it is of no file. The entry's id is the context. */
final class BreachDocuments {

    private static final JsonMapper JSON = PrivateJson.mapper();

    private BreachDocuments() {}

    static Ciphertext seal(Box box, UUID id, What what) {
        return box.seal(context(id), JSON.writeValueAsBytes(document(what).put("v", 1)));
    }

    static What open(Box box, UUID id, Ciphertext sealed) {
        return what(JSON.readTree(box.open(context(id), sealed)));
    }

    private static ObjectNode document(What what) {
        ObjectNode document = JSON.createObjectNode();
        return switch (what) {
            case BreachEntry.Reported reported ->
                document.put("step", "reported")
                        .put("kind", reported.kind().name())
                        .put("noticed", reported.noticed().toString())
                        .put("happened", reported.happened())
                        .put("words", reported.words());
            case BreachEntry.Weighed weighed -> {
                ArrayNode groups = document.put("step", "weighed")
                        .put("persons", weighed.persons().name())
                        .put("severity", weighed.severity().name())
                        .putArray("groups");
                weighed.groups().stream().sorted().forEach(group -> groups.add(group.name()));
                yield document;
            }
            case BreachEntry.Done done -> document.put("step", "done").put("words", done.words());
            case BreachEntry.PersonsTold told ->
                document.put("step", "persons-told").put("on", told.on().toString());
            case BreachEntry.PersonsNotYet not ->
                document.put("step", "persons-not-yet").put("words", not.why());
            case BreachEntry.AuthorityTold told ->
                document.put("step", "authority-told")
                        .put("on", told.on().toString())
                        .put("words", told.which());
            case BreachEntry.AuthorityNotNeeded not ->
                document.put("step", "authority-not-needed").put("words", not.why());
        };
    }

    private static What what(JsonNode document) {
        return switch (text(document, "step")) {
            case "reported" ->
                new BreachEntry.Reported(
                        BreachEntry.Kind.valueOf(text(document, "kind")),
                        Instant.parse(text(document, "noticed")),
                        text(document, "happened"),
                        text(document, "words"));
            case "weighed" ->
                new BreachEntry.Weighed(
                        groups(document.required("groups")),
                        BreachEntry.Persons.valueOf(text(document, "persons")),
                        BreachEntry.Severity.valueOf(text(document, "severity")));
            case "done" -> new BreachEntry.Done(text(document, "words"));
            case "persons-told" -> new BreachEntry.PersonsTold(LocalDate.parse(text(document, "on")));
            case "persons-not-yet" -> new BreachEntry.PersonsNotYet(text(document, "words"));
            case "authority-told" ->
                new BreachEntry.AuthorityTold(LocalDate.parse(text(document, "on")), text(document, "words"));
            case "authority-not-needed" -> new BreachEntry.AuthorityNotNeeded(text(document, "words"));
            default -> throw new IllegalStateException("an entry of a later version");
        };
    }

    private static Set<FieldGroup> groups(JsonNode listed) {
        Set<FieldGroup> groups = EnumSet.noneOf(FieldGroup.class);
        listed.forEach(group -> groups.add(FieldGroup.valueOf(group.asString())));
        return groups;
    }

    private static byte[] context(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    private static String text(JsonNode document, String name) {
        return document.required(name).asString();
    }
}
