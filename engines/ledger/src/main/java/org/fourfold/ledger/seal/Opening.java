package org.fourfold.ledger.seal;

import java.util.Map;
import org.fourfold.ledger.entry.Commitment;
import org.fourfold.ledger.json.CanonicalJson;
import org.fourfold.ledger.json.JsonValue.JsonNumber;
import org.fourfold.ledger.json.JsonValue.JsonObject;
import org.fourfold.ledger.json.JsonValue.JsonText;
import org.fourfold.ledger.note.Base64Text;
import org.fourfold.ledger.tree.Hash;

/** What an entry's commitment covers: the body and its salt. */
public final class Opening {

    private final byte[] body;
    private final byte[] salt;

    public Opening(byte[] body, byte[] salt) {
        if (salt.length != Commitment.SALT_BYTES || body.length > Commitment.BODY_BYTES_MAX) {
            throw new IllegalArgumentException("a salt has 32 bytes, a body at most 16 MiB");
        }
        this.body = body.clone();
        this.salt = salt.clone();
    }

    public Hash commitment() {
        return Commitment.of(body, salt);
    }

    /** As a bag holds it. */
    public byte[] bytes() {
        return CanonicalJson.write(new JsonObject(Map.of(
                "body", new JsonText(Base64Text.write(body)),
                "salt", new JsonText(Base64Text.write(salt)),
                "v", new JsonNumber(1))));
    }
}
