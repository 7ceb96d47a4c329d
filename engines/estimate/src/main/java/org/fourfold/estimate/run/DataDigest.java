package org.fourfold.estimate.run;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * SHA-256 of data as an estimate understood them: numbers and names in a stated order, each with its length, so that the same
 * data in another file format have the same digest.
 */
public final class DataDigest {

    private final MessageDigest digest;

    public DataDigest() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @CanIgnoreReturnValue
    public DataDigest text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        whole(bytes.length);
        digest.update(bytes);
        return this;
    }

    @CanIgnoreReturnValue
    public DataDigest whole(long number) {
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(number).flip());
        return this;
    }

    @CanIgnoreReturnValue
    public DataDigest numbers(double... numbers) {
        whole(numbers.length);
        for (double number : numbers) {
            whole(Double.doubleToLongBits(number));
        }
        return this;
    }

    /** The digest of all that was given; nothing may be added afterwards. */
    String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
