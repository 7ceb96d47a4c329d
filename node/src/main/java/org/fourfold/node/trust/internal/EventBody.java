package org.fourfold.node.trust.internal;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.fourfold.ledger.json.CanonicalJson;
import org.fourfold.ledger.json.JsonValue;
import org.fourfold.ledger.json.JsonValue.JsonArray;
import org.fourfold.ledger.json.JsonValue.JsonNumber;
import org.fourfold.ledger.json.JsonValue.JsonText;

/**
 * What an entry commits to beside its header: the rest of the event, as canonical JSON. Member and subject are not in it,
 * for their pseudonyms stand in the header; what could tell who a person in care is, is ciphertext.
 */
public final class EventBody {

    private EventBody() {}

    /** Made anew from the same event it is the same, until what it is about is erased. */
    public static byte[] of(SequencedEvent event) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put("count", new JsonNumber(event.count()));
        members.put("detail", new JsonText(event.detail()));
        List<JsonValue> groups = Stream.of(event.groups().split(",", -1))
                .filter(group -> !group.isEmpty())
                .<JsonValue>map(JsonText::new)
                .toList();
        members.put("groups", new JsonArray(groups));
        members.put("module", new JsonText(event.module()));
        event.organisation().ifPresent(id -> members.put("organisation", new JsonText(id.toString())));
        event.role().ifPresent(role -> members.put("role", new JsonText(role)));
        event.sealed()
                .ifPresent(held ->
                        members.put("sealed", new JsonText(Base64.getEncoder().encodeToString(held.bytes()))));
        members.put("v", new JsonNumber(1));
        return CanonicalJson.write(new JsonValue.JsonObject(members));
    }
}
