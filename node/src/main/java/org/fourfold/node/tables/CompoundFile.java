package org.fourfold.node.tables;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The container of the old Office formats ([MS-CFB]). Nothing in it is read: a workbook under a password and the formats of
 * before 2007 both lie in it, and are told apart by the names in its directory only to say the right mend.
 */
final class CompoundFile {

    static final int MARK_BYTES = 8;

    private static final int[] MARK = {0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1};
    private static final int BLOCK_BYTES = 1 << 16;

    private CompoundFile() {}

    static boolean begins(byte[] head) {
        if (head.length < MARK.length) {
            return false;
        }
        for (int i = 0; i < MARK.length; i++) {
            if ((head[i] & 0xFF) != MARK[i]) {
                return false;
            }
        }
        return true;
    }

    /** The code of the fault. */
    static String problem(Path path) throws IOException {
        return holds(path, "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE))
                ? "tables.password"
                : "tables.old-format";
    }

    private static boolean holds(Path path, byte[] wanted) throws IOException {
        try (InputStream stream = new BufferedInputStream(Files.newInputStream(path), BLOCK_BYTES)) {
            int matched = 0;
            for (int one = stream.read(); one >= 0; one = stream.read()) {
                if ((byte) one == wanted[matched]) {
                    matched++;
                } else {
                    matched = (byte) one == wanted[0] ? 1 : 0;
                }
                if (matched == wanted.length) {
                    return true;
                }
            }
            return false;
        }
    }
}
