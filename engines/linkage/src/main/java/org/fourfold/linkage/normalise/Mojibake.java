package org.fourfold.linkage.normalise;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Text that was written as UTF-8 and read as windows-1252 or Latin-1 ("JosÃ© MuÃ±oz"), mended where that is certain: all
 * characters must be bytes of that encoding and together be valid UTF-8 with at least one letter of several bytes. "SÃO"
 * and "Ñuñez" are not, and stay. A caller that reads files mends each distinct text before it is read otherwise.
 */
public final class Mojibake {

    /** What windows-1252 has where Latin-1 has control signs, 0x80 to 0x9F; a space where it has nothing. */
    private static final String WINDOWS = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ";

    private static final int WINDOWS_FIRST = 0x80;
    private static final int BYTES = 0x100;
    private static final int LEAD_MIN = 0xC2;

    private Mojibake() {}

    /** The text as it was meant, or the text itself. */
    public static String mended(String raw) {
        if (!hasLead(raw)) {
            return raw;
        }
        byte[] bytes = new byte[raw.length()];
        for (int i = 0; i < bytes.length; i++) {
            int value = byteOf(raw.charAt(i));
            if (value < 0) {
                return raw;
            }
            bytes[i] = (byte) value;
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return raw;
        }
    }

    /** Â, Ã and the like before a sign that can only be the rest of a letter. */
    private static boolean hasLead(String raw) {
        for (int i = 0; i + 1 < raw.length(); i++) {
            char lead = raw.charAt(i);
            if (lead >= LEAD_MIN && lead < BYTES && raw.charAt(i + 1) >= WINDOWS_FIRST) {
                return true;
            }
        }
        return false;
    }

    private static int byteOf(char sign) {
        if (sign < BYTES) {
            return sign;
        }
        int at = WINDOWS.indexOf(sign);
        return at < 0 ? -1 : WINDOWS_FIRST + at;
    }
}
