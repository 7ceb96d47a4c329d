package org.fourfold.node.traces;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Words that occur nowhere else, each in the place of something that must leave no trace. Letters and digits only, so that
 * no encoding of an address or a page changes them; searched for without regard to case, since names are normalised.
 */
enum Canary {
    /** What a person told, what was searched for, what was typed at the sign-in page. */
    TOLD("qzkanari"),
    /** A telephone number as it was told. */
    NUMBER("50255501997734"),
    /** The name and the cells of an uploaded table: kept by the database for prevention, and nowhere else. */
    UPLOADED("qzplanilla"),
    /** What somebody wrote into the address line: that line is the visitor's own, all else must forget it. */
    ADDRESSED("qzvisita"),
    /** Put on purpose where it must be found: shows that the search would find the others. */
    PLANTED("qzplantada");

    private final String mark;

    Canary(String mark) {
        this.mark = mark;
    }

    String mark() {
        return mark;
    }

    /** Those that occur in a text. */
    static List<Canary> in(String text) {
        String plain = text.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(canary -> plain.contains(canary.mark))
                .toList();
    }

    /** Where a canary occurs in the files under a folder or in their names. */
    static List<Path> tracesOf(Canary canary, Path folder) {
        List<Path> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.toList()) {
                boolean named = in(file.getFileName().toString()).contains(canary);
                if (named || (Files.isRegularFile(file) && isIn(file, canary))) {
                    found.add(folder.relativize(file));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    private static boolean isIn(Path file, Canary canary) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        byte[] mark = canary.mark.getBytes(StandardCharsets.US_ASCII);
        for (int at = 0; at <= bytes.length - mark.length; at++) {
            int matching = 0;
            while (matching < mark.length && lower(bytes[at + matching]) == mark[matching]) {
                matching++;
            }
            if (matching == mark.length) {
                return true;
            }
        }
        return false;
    }

    private static byte lower(byte letter) {
        return letter >= 'A' && letter <= 'Z' ? (byte) (letter - 'A' + 'a') : letter;
    }
}
