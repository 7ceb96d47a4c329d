package org.fourfold.node.protection;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;

/** A recording. What it is, its first bytes say: neither its name nor what the browser claims. */
public final class Sound {

    /** The longest recording, in bytes. */
    public static final int BYTES_MAX = 20 * 1024 * 1024;

    private static final int HEAD_BYTES = 12;
    private static final int FRAME_SYNC = 0xE0;
    private static final int LAYER = 0x06;

    /** What is played. */
    public enum Type {
        OGG("audio/ogg"),
        MP3("audio/mpeg"),
        M4A("audio/mp4"),
        WAV("audio/wav");

        private final String media;

        Type(String media) {
            this.media = media;
        }

        /** The media type that it is served as. */
        public String media() {
            return media;
        }
    }

    private final Type type;
    private final byte[] bytes;

    private Sound(Type type, byte[] bytes) {
        this.type = type;
        this.bytes = bytes;
    }

    /** Throws ProblemException of the field {@code sound} where it is too long, or no recording of a kind that is played. */
    public static Sound of(byte[] bytes) {
        if (bytes.length > BYTES_MAX) {
            throw new ProblemException(Problem.inField("protection.sound-long", "sound"));
        }
        Type type =
                type(bytes).orElseThrow(() -> new ProblemException(Problem.inField("protection.sound-kind", "sound")));
        return new Sound(type, bytes.clone());
    }

    public Type type() {
        return type;
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    private static Optional<Type> type(byte[] bytes) {
        if (bytes.length < HEAD_BYTES) {
            return Optional.empty();
        }
        if (at(bytes, 0, "OggS")) {
            return Optional.of(Type.OGG);
        }
        if (at(bytes, 0, "RIFF") && at(bytes, 8, "WAVE")) {
            return Optional.of(Type.WAV);
        }
        if (at(bytes, 4, "ftypM4A") || at(bytes, 4, "ftypmp4") || at(bytes, 4, "ftypiso")) {
            return Optional.of(Type.M4A);
        }
        // Without a tag before it an MP3 begins with eleven bits set; without a layer it would be another format, ADTS.
        boolean frame = (bytes[0] & 0xFF) == 0xFF && (bytes[1] & FRAME_SYNC) == FRAME_SYNC && (bytes[1] & LAYER) != 0;
        return at(bytes, 0, "ID3") || frame ? Optional.of(Type.MP3) : Optional.empty();
    }

    private static boolean at(byte[] bytes, int from, String text) {
        byte[] wanted = text.getBytes(StandardCharsets.US_ASCII);
        return Arrays.equals(bytes, from, from + wanted.length, wanted, 0, wanted.length);
    }

    @Override
    public String toString() {
        return "sound of " + bytes.length + " bytes";
    }
}
