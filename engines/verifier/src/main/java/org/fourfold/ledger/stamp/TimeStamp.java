package org.fourfold.ledger.stamp;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A granted RFC 3161 response.
 *
 * @param algorithm the imprint's hash algorithm: an object identifier's DER contents in hexadecimal digits; empty with parameters
 * @param imprint in hexadecimal digits
 * @param time as the token writes it (GeneralizedTime); claimed, for nothing here checks the signature
 */
public record TimeStamp(String algorithm, String imprint, String time) {

    /** SHA-256: 2.16.840.1.101.3.4.2.1. */
    public static final String SHA_256 = "608648016503040201";

    private static final String SIGNED_DATA = "2a864886f70d010702";
    private static final String TST_INFO = "2a864886f70d0109100104";
    private static final String GRANTED = "00";
    private static final String GRANTED_WITH_MODS = "01";
    private static final String VERSION = "01";
    private static final Pattern TIME = Pattern.compile("[0-9]{14}(?:\\.[0-9]+)?Z");

    /** Empty where it is no granted response with a token; what lies deeper than the imprint and the time is not looked at. */
    public static Optional<TimeStamp> parse(byte[] response) {
        return Der.all(response)
                .filter(values -> values.size() == 1)
                .flatMap(values -> values.getFirst().exactly(Der.SEQUENCE, Der.SEQUENCE, Der.SEQUENCE))
                .filter(values -> isGranted(values.getFirst()))
                .flatMap(values -> wrapped(values.get(1), SIGNED_DATA))
                .flatMap(signed -> signed.exactly(Der.EXPLICIT_0, Der.SEQUENCE))
                .flatMap(inside -> inside.getFirst().inside(Der.SEQUENCE, Der.INTEGER, Der.SET, Der.SEQUENCE))
                .flatMap(inside -> wrapped(inside.get(2), TST_INFO))
                .flatMap(content -> content.exactly(Der.EXPLICIT_0, Der.OCTETS))
                .flatMap(inside -> Der.all(inside.getFirst().contents()))
                .filter(values -> values.size() == 1)
                .flatMap(values -> info(values.getFirst()));
    }

    private static boolean isGranted(Der status) {
        return status.inside(Der.SEQUENCE, Der.INTEGER)
                .map(values -> values.getFirst().hex())
                .filter(code -> code.equals(GRANTED) || code.equals(GRANTED_WITH_MODS))
                .isPresent();
    }

    /** ContentInfo and EncapsulatedContentInfo (RFC 5652): what it is, and the thing itself. */
    private static Optional<Der> wrapped(Der content, String type) {
        return content.exactly(Der.SEQUENCE, Der.OBJECT, Der.EXPLICIT_0)
                .filter(values -> values.getFirst().hex().equals(type))
                .map(values -> values.get(1));
    }

    /** TSTInfo (RFC 3161, 2.4.2). */
    private static Optional<TimeStamp> info(Der info) {
        Optional<List<Der>> values =
                info.inside(Der.SEQUENCE, Der.INTEGER, Der.OBJECT, Der.SEQUENCE, Der.INTEGER, Der.TIME);
        Optional<List<Der>> imprint = values.flatMap(all -> all.get(2).exactly(Der.SEQUENCE, Der.SEQUENCE, Der.OCTETS));
        Optional<List<Der>> algorithm = imprint.flatMap(all -> all.getFirst().inside(Der.SEQUENCE, Der.OBJECT));
        if (algorithm.isEmpty()
                || !values.orElseThrow().getFirst().hex().equals(VERSION)
                || !TIME.matcher(values.orElseThrow().get(4).text()).matches()) {
            return Optional.empty();
        }
        return Optional.of(new TimeStamp(
                isPlain(algorithm.get()) ? algorithm.get().getFirst().hex() : "",
                imprint.orElseThrow().get(1).hex(),
                values.orElseThrow().get(4).text()));
    }

    /** Whether an algorithm has no parameters, or NULL for them. */
    private static boolean isPlain(List<Der> algorithm) {
        return algorithm.size() == 1
                || (algorithm.size() == 2
                        && algorithm.get(1).tag() == Der.NULL
                        && algorithm.get(1).hex().isEmpty());
    }
}
