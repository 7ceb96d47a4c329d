package org.fourfold.ledger.verify;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fourfold.ledger.bag.Container;
import org.fourfold.ledger.bag.FaultException;
import org.fourfold.ledger.entry.Commitment;
import org.fourfold.ledger.tree.Hash;
import org.fourfold.ledger.tree.TreeHasher;
import org.jspecify.annotations.Nullable;

/** Step 8: what was opened, against the commitments that step 7 came by. Bodies are streamed, never held. */
final class Openings {

    private static final String HEAD = "{\"body\":\"";
    private static final String SALT = ",\"salt\":\"";
    private static final String TAIL = "\",\"v\":1}";
    private static final int SALT_LENGTH = 44;
    private static final int QUAD = 4;
    private static final int QUADS = 4_096;

    private final Container bag;
    private final List<BagPaths.Numbered> files;
    private final Map<Long, @Nullable Hash> commitments = new HashMap<>();

    Openings(Container bag) {
        this.bag = bag;
        this.files = BagPaths.numbered(bag, BagPaths.OPENED, BagPaths.JSON);
        files.forEach(file -> commitments.put(file.number(), null));
    }

    /** Whether this entry was opened. */
    boolean isAsked(long index) {
        return !commitments.isEmpty() && commitments.containsKey(index);
    }

    void commitmentIs(long index, Hash commitment) {
        commitments.put(index, commitment);
    }

    long check() throws FaultException {
        for (BagPaths.Numbered file : files) {
            String path = file.file().path();
            Optional<Hash> hash;
            try (InputStream in = new BufferedInputStream(bag.open(file.file()), 1 << 16)) {
                hash = commitment(in);
            } catch (IOException e) {
                throw Container.unreadable(file.file());
            }
            if (hash.isEmpty()) {
                throw FaultException.at("opened.malformed", path);
            }
            Hash committed = commitments.get(file.number());
            if (committed == null) {
                throw FaultException.at("opened.unknown", path);
            }
            if (!committed.equals(hash.get())) {
                throw FaultException.at("opened.commitment", path);
            }
        }
        return files.size();
    }

    /** SHA-256(body ‖ salt), read from the one spelling that an opened entry has; empty for any other. */
    private static Optional<Hash> commitment(InputStream in) throws IOException {
        MessageDigest digest = TreeHasher.sha256();
        boolean isBody = takes(in, HEAD) && body(in, digest) <= Commitment.BODY_BYTES_MAX && takes(in, SALT);
        String salt = text(in, SALT_LENGTH);
        Optional<Hash> read = Hash.fromBase64(salt);
        if (!isBody || read.isEmpty() || !takes(in, TAIL) || in.read() >= 0) {
            return Optional.empty();
        }
        return Optional.of(Hash.of(digest.digest(read.get().bytes())));
    }

    private static String text(InputStream in, int length) throws IOException {
        return new String(in.readNBytes(length), StandardCharsets.ISO_8859_1);
    }

    private static boolean takes(InputStream in, String expected) throws IOException {
        return text(in, expected.length()).equals(expected);
    }

    /** Streams base 64 up to the quotation mark behind it; the number of bytes, or one too many for any fault. */
    private static long body(InputStream in, MessageDigest digest) throws IOException {
        byte[] quads = new byte[QUAD * QUADS];
        long bytes = 0;
        while (true) {
            int length = 0;
            int c = 0;
            while (length < quads.length && (c = in.read()) >= 0 && c != '"') {
                quads[length++] = (byte) c;
            }
            byte[] part = decoded(quads, length);
            boolean isLast = length < quads.length;
            boolean isPadded = length > 0 && quads[length - 1] == '=';
            if (part == null || (isLast && c != '"') || (!isLast && isPadded)) {
                return Long.MAX_VALUE;
            }
            digest.update(part);
            bytes += part.length;
            if (isLast) {
                return bytes;
            }
        }
    }

    private static byte @Nullable [] decoded(byte[] quads, int length) {
        String text = new String(quads, 0, length, StandardCharsets.ISO_8859_1);
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            return Base64.getEncoder().encodeToString(bytes).equals(text) ? bytes : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
