package org.fourfold.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Files of other projects are exactly the published ones. */
class VendoredFilesTest {

    private static final Path VENDOR = Sources.STATIC.resolve("vendor");
    private static final int SUM_CHARACTERS = 64;

    @Test
    void everyVendoredFileHasItsPublishedSum() throws IOException, NoSuchAlgorithmException {
        Map<String, String> listed = new TreeMap<>();
        for (String line : Files.readAllLines(VENDOR.resolve("SHA256SUMS"))) {
            listed.put(line.substring(SUM_CHARACTERS).strip(), line.substring(0, SUM_CHARACTERS));
        }
        Map<String, String> present = new TreeMap<>();
        for (Path file : Sources.files(VENDOR, "")) {
            if (!VENDOR.equals(file.getParent())) {
                byte[] sum = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
                present.put(VENDOR.relativize(file).toString(), HexFormat.of().formatHex(sum));
            }
        }
        assertThat(present).isEqualTo(listed);
    }

    @Test
    void everyVendoredFolderHasALicence() {
        List<Path> licences = Sources.files(VENDOR, "LICENSE");
        List<Path> folders = Sources.files(VENDOR, "").stream()
                .filter(file -> !VENDOR.equals(file.getParent()))
                .map(file -> VENDOR.resolve(VENDOR.relativize(file).getName(0)))
                .distinct()
                .toList();
        assertThat(licences.stream().map(Path::getParent).toList()).containsAll(folders);
    }
}
