package org.fourfold.ledger.stamp;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A granted RFC 3161 response.
 *
 * @param algorithm the imprint's hash algorithm: an object identifier's DER contents in hexadecimal digits
 * @param imprint in hexadecimal digits
 * @param time as the token writes it (GeneralizedTime); claimed, for nothing here checks the signature
 */
public record TimeStamp(String algorithm, String imprint, String time) {

    /** SHA-256: 2.16.840.1.101.3.4.2.1. */
    public static final String SHA_256 = "608648016503040201";

    private static final String SIGNED_DATA = "2a864886f70d010702";
    private static final String TST_INFO = "2a864886f70d0109100104";
    private static final int GRANTED_WITH_MODS = 1;

    /** Empty where it is no response, or one without a token. */
    public static Optional<TimeStamp> parse(byte[] response) {
        Der whole = new Der(response);
        Optional<Der> inside = whole.next(Der.SEQUENCE);
        if (inside.isEmpty() || !whole.isAtEnd() || !isGranted(inside.get())) {
            return Optional.empty();
        }
        Optional<Der> token = inside.flatMap(der -> der.next(Der.SEQUENCE));
        return inside.get().isAtEnd() ? token.flatMap(TimeStamp::token) : Optional.empty();
    }

    private static boolean isGranted(Der response) {
        byte[] status = response.next(Der.SEQUENCE)
                .flatMap(der -> der.next(Der.INTEGER))
                .map(Der::rest)
                .orElse(new byte[0]);
        return status.length == 1 && status[0] >= 0 && status[0] <= GRANTED_WITH_MODS;
    }

    /** ContentInfo, SignedData, EncapsulatedContentInfo (RFC 5652), then TSTInfo (RFC 3161, 2.4.2). */
    private static Optional<TimeStamp> token(Der token) {
        if (!isObject(token, SIGNED_DATA)) {
            return Optional.empty();
        }
        Optional<Der> signed = token.next(Der.EXPLICIT_0).flatMap(der -> der.next(Der.SEQUENCE));
        boolean isSigned = signed.flatMap(der -> der.next(Der.INTEGER)).isPresent()
                && signed.flatMap(der -> der.next(Der.SET)).isPresent();
        Optional<Der> content = signed.flatMap(der -> der.next(Der.SEQUENCE));
        if (!isSigned || content.isEmpty() || !isObject(content.get(), TST_INFO)) {
            return Optional.empty();
        }
        return content.get()
                .next(Der.EXPLICIT_0)
                .flatMap(der -> der.next(Der.OCTETS))
                .flatMap(der -> der.next(Der.SEQUENCE))
                .flatMap(TimeStamp::info);
    }

    private static Optional<TimeStamp> info(Der info) {
        boolean isVersion1 = info.next(Der.INTEGER)
                        .filter(der -> HexFormat.of().formatHex(der.rest()).equals("01"))
                        .isPresent()
                && info.next(Der.OBJECT).isPresent();
        Optional<Der> imprint = info.next(Der.SEQUENCE);
        String algorithm = imprint.flatMap(der -> der.next(Der.SEQUENCE))
                .flatMap(der -> der.next(Der.OBJECT))
                .map(der -> HexFormat.of().formatHex(der.rest()))
                .orElse("");
        Optional<byte[]> hash = imprint.flatMap(der -> der.next(Der.OCTETS)).map(Der::rest);
        Optional<byte[]> time =
                info.next(Der.INTEGER).flatMap(serial -> info.next(Der.TIME)).map(Der::rest);
        return isVersion1 && !algorithm.isEmpty() && hash.isPresent() && time.isPresent()
                ? Optional.of(new TimeStamp(
                        algorithm,
                        HexFormat.of().formatHex(hash.get()),
                        new String(time.get(), StandardCharsets.US_ASCII)))
                : Optional.empty();
    }

    private static boolean isObject(Der inside, String wanted) {
        return inside.next(Der.OBJECT)
                .filter(der -> HexFormat.of().formatHex(der.rest()).equals(wanted))
                .isPresent();
    }
}
