package org.fourfold.ledger.note;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Set;

/**
 * What every check of a signature refuses before it computes anything, so that two programs never differ over one: a
 * point that is not encoded in its canonical form (RFC 8032, 5.1.3), a key or an R of small order (which would verify
 * messages nobody signed), and an S that is not below the group's order (5.1.7).
 */
public final class StrictEd25519 {

    private static final int POINT = 32;
    private static final int SIGNATURE = 64;
    private static final BigInteger P = BigInteger.TWO.pow(255).subtract(BigInteger.valueOf(19));
    private static final BigInteger ORDER =
            BigInteger.TWO.pow(252).add(new BigInteger("27742317777372353535851937790883648493"));

    private static final BigInteger D = BigInteger.valueOf(-121_665)
            .multiply(BigInteger.valueOf(121_666).modInverse(P))
            .mod(P);

    /** The y of the eight points of small order (C2SP/CCTV, ed25519), as bytes with the sign cleared. */
    private static final Set<String> SMALL = Set.of(
            "00".repeat(POINT),
            "01" + "00".repeat(POINT - 1),
            "ec" + "ff".repeat(POINT - 2) + "7f",
            "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
            "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a");

    private StrictEd25519() {}

    /** Whether key and signature may be looked at further. */
    public static boolean allows(byte[] key, byte[] signature) {
        return key.length == POINT
                && signature.length == SIGNATURE
                && isOrdinary(key)
                && isOrdinary(Arrays.copyOf(signature, POINT))
                && number(Arrays.copyOfRange(signature, POINT, SIGNATURE)).compareTo(ORDER) < 0;
    }

    private static boolean isOrdinary(byte[] point) {
        byte[] y = point.clone();
        y[POINT - 1] &= 0x7F;
        return number(y).compareTo(P) < 0 && !SMALL.contains(HexFormat.of().formatHex(y));
    }

    /** Whether bytes are a key that may be believed at all: a point of the curve, in canonical form, not of small order. */
    static boolean isUsable(byte[] key) {
        return key.length == POINT && isOrdinary(key) && isOnCurve(key);
    }

    /** By Euler's criterion: x² = (y² - 1) / (d y² + 1) has a root. */
    private static boolean isOnCurve(byte[] point) {
        byte[] sure = point.clone();
        sure[POINT - 1] &= 0x7F;
        BigInteger square = number(sure).modPow(BigInteger.TWO, P);
        BigInteger over = square.subtract(BigInteger.ONE);
        BigInteger under = D.multiply(square).add(BigInteger.ONE);
        BigInteger half = P.subtract(BigInteger.ONE).shiftRight(1);
        BigInteger found = over.multiply(under).mod(P).modPow(half, P);
        return found.equals(BigInteger.ONE) || found.signum() == 0;
    }

    /** A little-endian number. */
    static BigInteger number(byte[] bytes) {
        byte[] turned = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            turned[i] = bytes[bytes.length - 1 - i];
        }
        return new BigInteger(1, turned);
    }
}
