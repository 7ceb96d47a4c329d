package org.fourfold.node.protection.internal;

import java.util.UUID;
import org.fourfold.node.frame.Ciphertext;
import org.fourfold.node.frame.FieldGroup;
import org.fourfold.node.frame.PrivateJson;
import org.fourfold.node.frame.Revision;
import org.fourfold.node.protection.Transfer;
import org.fourfold.node.trust.FileKey;
import org.fourfold.node.trust.SealBrokenException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Why a file was handed on, encrypted under its key: that a person asked for somebody else tells something of them. */
final class TransferDocuments {

    private static final JsonMapper JSON = PrivateJson.mapper();

    /** Stands for the revision in what a seal authenticates: no text of a file ever has it. */
    private static final Revision TRANSFER = new Revision(Integer.MAX_VALUE - 310);

    private TransferDocuments() {}

    static Ciphertext seal(FileKey key, UUID id, Transfer.Reason reason) {
        byte[] document = JSON.writeValueAsBytes(
                JSON.createObjectNode().put("v", 1).put("id", id.toString()).put("reason", reason.name()));
        return key.seal(FieldGroup.NEEDS, TRANSFER, document);
    }

    static Transfer.Reason reason(FileKey key, UUID id, Ciphertext sealed) {
        JsonNode document = JSON.readTree(key.open(FieldGroup.NEEDS, TRANSFER, sealed));
        if (!document.required("id").asString().equals(id.toString())) {
            throw new SealBrokenException();
        }
        return Transfer.Reason.valueOf(document.required("reason").asString());
    }
}
