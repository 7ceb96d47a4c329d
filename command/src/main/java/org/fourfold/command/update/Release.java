package org.fourfold.command.update;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a release's note says: which version, for which platform, and the archive's size and sum.
 *
 * @param platform such as {@code linux-x64}
 * @param bytes the archive's size
 * @param sha256 in hexadecimal
 */
public record Release(Version version, String platform, long bytes, String sha256) {

    /** What the name of a note adds to the archive's. */
    public static final String NOTE_SUFFIX = ".note";

    private static final String FORMAT = "fourfold release 1";
    private static final int LINES = 5;

    /** Six times what a release has; more is not read. */
    private static final long ARCHIVE_BYTES_MAX = 600_000_000;

    private static final Pattern PLATFORM = Pattern.compile("[a-z0-9]{1,16}-[a-z0-9]{1,16}");
    private static final Pattern SUM = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern SIZE = Pattern.compile("[1-9][0-9]{0,17}");

    /** Reads the text of a note; empty for anything that is not wholly in form. */
    public static Optional<Release> parse(String text) {
        String[] lines = text.split("\n", -1);
        if (lines.length != LINES + 1 || !lines[0].equals(FORMAT) || !lines[LINES].isEmpty()) {
            return Optional.empty();
        }
        List<String> values = Arrays.asList(
                value(lines[1], "version "),
                value(lines[2], "platform "),
                value(lines[3], "bytes "),
                value(lines[4], "sha256 "));
        Optional<Version> version = Version.parse(values.get(0));
        if (version.isEmpty()
                || !PLATFORM.matcher(values.get(1)).matches()
                || !SIZE.matcher(values.get(2)).matches()
                || !SUM.matcher(values.get(3)).matches()) {
            return Optional.empty();
        }
        long bytes = Long.parseLong(values.get(2));
        return bytes > ARCHIVE_BYTES_MAX
                ? Optional.empty()
                : Optional.of(new Release(version.get(), values.get(1), bytes, values.get(3)));
    }

    private static String value(String line, String name) {
        return line.startsWith(name) ? line.substring(name.length()) : "";
    }

    /** The text that is signed. */
    public String text() {
        return FORMAT + "\nversion " + version + "\nplatform " + platform + "\nbytes " + bytes + "\nsha256 " + sha256
                + "\n";
    }
}
