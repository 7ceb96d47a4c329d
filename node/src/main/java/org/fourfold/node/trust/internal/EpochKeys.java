package org.fourfold.node.trust.internal;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/**
 * The epochs' keys in the key folder, each wrapped under the organisation key. Two independent keys an epoch: {@code
 * EPOCH} wraps the file keys and is destroyed as soon as they are all wrapped anew; {@code PASSING} seals what is kept for
 * days only (drafts) and lives one epoch longer.
 */
public final class EpochKeys {

    /** Which of an epoch's two keys. */
    public enum Kind {
        EPOCH,
        PASSING
    }

    /** One key, open, and when its epoch began. */
    public record EpochKey(int number, Instant started, Secret secret) {}

    private static final String FORMAT = "fourfold epoch key 1";

    private final KeyFolder folder;
    private final RandomGenerator random;

    public EpochKeys(KeyFolder folder, RandomGenerator random) {
        this.folder = folder;
        this.random = random;
    }

    /** Makes, writes and returns a new key. */
    public EpochKey make(OpenKeys keys, Secret wrapping, Kind kind, int number, Instant started) {
        byte[] key = new byte[AesGcm.KEY_BYTES];
        random.nextBytes(key);
        byte[] wrapped = wrapping.use(parent -> AesGcm.seal(parent, random, associated(kind, number, started), key));
        folder.write(
                name(kind, number),
                Fields.of(FORMAT)
                        .with("kind", kind.name())
                        .with("number", Integer.toString(number))
                        .with("started", started.toString())
                        .with("wrapped", wrapped)
                        .toString());
        return new EpochKey(number, started, keys.keep(key));
    }

    /** Every key of a kind that still exists, by its epoch's number. */
    public NavigableMap<Integer, EpochKey> open(OpenKeys keys, Secret wrapping, Kind kind) {
        NavigableMap<Integer, EpochKey> open = new TreeMap<>();
        for (Map.Entry<String, String> file : folder.readAll().entrySet()) {
            if (file.getKey().startsWith(prefix(kind))) {
                EpochKey key = open(keys, wrapping, kind, file.getValue());
                open.put(key.number(), key);
            }
        }
        return open;
    }

    private static EpochKey open(OpenKeys keys, Secret wrapping, Kind kind, String text) {
        Fields fields = Fields.parse(FORMAT, text);
        int number = fields.number("number");
        Instant started = Instant.parse(fields.text("started"));
        Secret secret = wrapping.use(
                parent -> keys.keep(AesGcm.open(parent, associated(kind, number, started), fields.bytes("wrapped"))));
        return new EpochKey(number, started, secret);
    }

    public void destroy(Kind kind, int number) {
        folder.destroy(name(kind, number), random);
    }

    private static byte[] associated(Kind kind, int number, Instant started) {
        return (FORMAT + "|" + kind + "|" + number + "|" + started).getBytes(StandardCharsets.US_ASCII);
    }

    private static String prefix(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT) + "-";
    }

    private static String name(Kind kind, int number) {
        return String.format(Locale.ROOT, "%s%06d.key", prefix(kind), number);
    }
}
