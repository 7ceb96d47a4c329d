package org.fourfold.node.tables;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;

/**
 * The texts that a workbook keeps beside its sheets, packed as UTF-8: what they take in memory is their length and four bytes
 * each, at most {@link TableLimits#SHARED_BYTES_MAX} and {@link TableLimits#SHARED_STRINGS_MAX}.
 */
final class SharedStrings {

    static final SharedStrings NONE = new SharedStrings();

    private static final int BLOCK_BYTES = 1 << 18;
    private static final int FIRST_STRINGS = 1_024;

    /** How the format writes characters that XML cannot hold. */
    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private static final int HEXADECIMAL = 16;

    private final List<byte[]> blocks = new ArrayList<>();
    private int[] ends = new int[FIRST_STRINGS];
    private int count;
    private int bytes;

    private SharedStrings() {}

    static SharedStrings read(XmlPart part) throws IOException {
        SharedStrings all = new SharedStrings();
        try (part) {
            while (part.hasNext()) {
                if (part.next() == XMLStreamConstants.START_ELEMENT
                        && part.name().equals("si")) {
                    all.add(richText(part, "si"));
                }
            }
        }
        return all;
    }

    /** The text within an element of one or more runs; what is only said of how it sounds is left out. */
    static String richText(XmlPart part, String end) {
        StringBuilder text = new StringBuilder();
        int sound = 0;
        boolean within = false;
        while (true) {
            switch (part.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    sound += part.name().equals("rPh") ? 1 : 0;
                    within = part.name().equals("t") && sound == 0;
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    sound -= part.name().equals("rPh") ? 1 : 0;
                    within = false;
                    if (part.name().equals(end)) {
                        return plain(text.toString());
                    }
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    if (within) {
                        part.text(text);
                        requireShort(text);
                    }
                }
                default -> {}
            }
        }
    }

    static void requireShort(StringBuilder text) {
        // An escape takes seven characters for one.
        if (text.length() > TableLimits.CELL_CHARACTERS_MAX * 7) {
            throw new ProblemException(
                    Problem.of("tables.text-too-long").with("max", Integer.toString(TableLimits.CELL_CHARACTERS_MAX)));
        }
    }

    private static String plain(String text) {
        if (!text.contains("_x")) {
            return text;
        }
        return ESCAPED.matcher(text)
                .replaceAll(found ->
                        Matcher.quoteReplacement(Character.toString(Integer.parseInt(found.group(1), HEXADECIMAL))));
    }

    private void add(String text) {
        byte[] packed = text.getBytes(StandardCharsets.UTF_8);
        if (packed.length > TableLimits.SHARED_BYTES_MAX - bytes || count == TableLimits.SHARED_STRINGS_MAX) {
            throw new ProblemException(Problem.of("tables.too-many-texts"));
        }
        int done = 0;
        while (done < packed.length) {
            int within = bytes % BLOCK_BYTES;
            if (within == 0) {
                blocks.add(new byte[BLOCK_BYTES]);
            }
            int some = Math.min(packed.length - done, BLOCK_BYTES - within);
            System.arraycopy(packed, done, blocks.getLast(), within, some);
            done += some;
            bytes += some;
        }
        if (count == ends.length) {
            ends = Arrays.copyOf(ends, Math.min(ends.length * 2, TableLimits.SHARED_STRINGS_MAX));
        }
        ends[count++] = bytes;
    }

    /** The text of a number; a number that there is none of is a damaged file. */
    String text(int index) {
        if (index < 0 || index >= count) {
            throw new ProblemException(Problem.of("tables.damaged"));
        }
        int from = index == 0 ? 0 : ends[index - 1];
        int length = ends[index] - from;
        byte[] packed = new byte[length];
        int done = 0;
        while (done < length) {
            int within = (from + done) % BLOCK_BYTES;
            int some = Math.min(length - done, BLOCK_BYTES - within);
            System.arraycopy(blocks.get((from + done) / BLOCK_BYTES), within, packed, done, some);
            done += some;
        }
        return new String(packed, StandardCharsets.UTF_8);
    }
}
