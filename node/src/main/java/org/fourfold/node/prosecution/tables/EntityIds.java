package org.fourfold.node.prosecution.tables;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * Ids from what makes an entity the one it is: SHA-256 over source, literal, schema and keys, each with its length before
 * it, the first 20 bytes. Two rows with the same keys make the same entity, in this source and in no other.
 */
final class EntityIds {

    private static final int BYTES = 20;

    private final String source;
    private final MessageDigest digest;

    EntityIds(String source) {
        this.source = source;
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    String of(EntityMapping mapping, List<String> keys) {
        add(MappingJson.FORMAT);
        add(source);
        add(mapping.keyLiteral().orElse(""));
        add(mapping.schema());
        keys.forEach(this::add);
        return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
    }

    private void add(String part) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
        digest.update(bytes);
    }
}
