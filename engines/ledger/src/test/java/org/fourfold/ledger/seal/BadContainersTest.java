package org.fourfold.ledger.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.fourfold.ledger.tree.Hash;
import org.fourfold.ledger.tree.TreeHasher;
import org.junit.jupiter.api.Test;

/** Steps 1 to 3 of docs/formats/bag.md: each code come by in the way that the page names, with its place. */
class BadContainersTest extends BadBags {

    @Test
    void whatIsNoBagIsUnreadable() throws IOException {
        assertThat(fault(folder.resolve("nowhere"))).isEqualTo("bag.unreadable -");
        assertThat(fault(Files.writeString(folder.resolve("text"), "no archive")))
                .isEqualTo("bag.unreadable -");
    }

    @Test
    void aLinkIsNeverFollowed() throws IOException {
        Path bag = whole.folder(folder.resolve("bag"));
        Files.createSymbolicLink(bag.resolve("data/attached/link"), Path.of("/etc/hostname"));
        assertThat(fault(bag)).isEqualTo("bag.path data/attached/link");
        Files.delete(bag.resolve("data/attached/link"));
        Files.createSymbolicLink(bag.resolve("data/attached/link"), Path.of("/etc"));
        assertThat(fault(bag)).isEqualTo("bag.path data/attached/link");
    }

    @Test
    void aPathThatLeadsOutOfTheBagIsRefused() throws IOException {
        for (String path :
                List.of("../up", "/etc/passwd", "data/../../x", "data//x", "data/./x", "C:\\x", "data/a\u0001")) {
            String place = path.replace("\u0001", "%01");
            assertThat(fault(zip(Map.of("bagit.txt", "x", path, "y")))).isEqualTo("bag.path " + place);
            String line = "0".repeat(64) + "  " + path + "\n";
            assertThat(raw(whole, bag -> bag.with(BagContents.TAG_MANIFEST, line)))
                    .isEqualTo("bag.path tagmanifest-sha256.txt:1");
        }
        String outside = "0".repeat(64) + "  bagit.txt\n";
        assertThat(forgedTags(outside)).isEqualTo("bag.path manifest-sha256.txt:1");
    }

    /** A payload manifest of one's own, listed rightly by the tag manifest. */
    private String forgedTags(String manifest) throws IOException {
        BagContents bag = whole.copy().repaired().with(BagContents.MANIFEST, manifest);
        String tags = bag.text(BagContents.TAG_MANIFEST);
        String digest = Hash.of(TreeHasher.sha256().digest(manifest.getBytes(StandardCharsets.UTF_8)))
                .hex();
        return fault(bag.with(
                BagContents.TAG_MANIFEST,
                tags.replaceAll("[0-9a-f]{64}  manifest-sha256", digest + "  manifest-sha256")));
    }

    private Path zip(Map<String, String> files) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> file : new TreeMap<>(files).entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return Files.write(folder.resolve("bag.zip"), out.toByteArray());
    }

    @Test
    void theSamePathTwiceIsRefused() throws IOException {
        byte[] zip = whole.zip("bag/");
        // A second name of the same length becomes the first, in both of its headers.
        byte[] twice = replaced(zip, "bag/data/earlier/1.checkpoint", "bag/data/earlier/0.checkpoint");
        assertThat(fault(Files.write(folder.resolve("bag.zip"), twice)))
                .isEqualTo("bag.duplicate data/earlier/0.checkpoint");
        assertThat(raw(whole, bag -> bag.with("readme.html", "")))
                .as("only capital letters differ")
                .isEqualTo("bag.duplicate readme.html");
        String line = "0".repeat(64) + "  bagit.txt\n";
        assertThat(raw(whole, bag -> bag.with(BagContents.TAG_MANIFEST, line + line)))
                .isEqualTo("bag.duplicate tagmanifest-sha256.txt:2");
    }

    @Test
    void aLinkOrASecretInAZipIsRefused() throws IOException {
        byte[] zip = whole.zip("");
        int directory = indexOf(zip, new byte[] {'P', 'K', 1, 2}, 0);
        byte[] link = zip.clone();
        link[directory + 41] = (byte) 0xA1;
        assertThat(fault(Files.write(folder.resolve("bag.zip"), link))).startsWith("bag.path ");
        byte[] secret = zip.clone();
        secret[directory + 8] |= 1;
        assertThat(fault(Files.write(folder.resolve("bag.zip"), secret))).isEqualTo("bag.unreadable -");
        byte[] longer = Arrays.copyOf(zip, zip.length + 1);
        assertThat(fault(Files.write(folder.resolve("bag.zip"), longer))).isEqualTo("bag.unreadable -");
        byte[] other = zip.clone();
        other[30] ^= 1;
        assertThat(fault(Files.write(folder.resolve("bag.zip"), other))).startsWith("bag.unreadable ");
    }

    private static int indexOf(byte[] bytes, byte[] wanted, int from) {
        for (int at = from; at + wanted.length <= bytes.length; at++) {
            if (Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length)) {
                return at;
            }
        }
        return -1;
    }

    private static byte[] replaced(byte[] bytes, String from, String to) {
        byte[] copy = bytes.clone();
        byte[] wanted = from.getBytes(StandardCharsets.UTF_8);
        byte[] other = to.getBytes(StandardCharsets.UTF_8);
        for (int at = indexOf(copy, wanted, 0); at >= 0; at = indexOf(copy, wanted, at)) {
            System.arraycopy(other, 0, copy, at, other.length);
        }
        return copy;
    }

    @Test
    void theContainerIsDescribedRightly() throws IOException {
        for (String path : List.of("bagit.txt", "bag-info.txt", BagContents.MANIFEST, BagContents.TAG_MANIFEST)) {
            assertThat(raw(whole, bag -> bag.without(path))).isEqualTo("bag.missing " + path);
        }
        assertThat(raw(whole, bag -> bag.with("bagit.txt", "BagIt-Version: 0.97\n")))
                .isEqualTo("bag.malformed bagit.txt");
        assertThat(raw(whole, bag -> bag.with("fetch.txt", ""))).isEqualTo("bag.malformed fetch.txt");
        assertThat(raw(whole, bag -> bag.with("manifest-md5.txt", ""))).isEqualTo("bag.malformed manifest-md5.txt");
        for (String line :
                List.of("x\n", "\n", "0".repeat(64) + "\n", "0".repeat(64) + "  a%41\n", "0".repeat(64) + "  a")) {
            assertThat(raw(whole, bag -> bag.with(BagContents.TAG_MANIFEST, line)))
                    .isEqualTo("bag.malformed tagmanifest-sha256.txt:1");
        }
        assertThat(raw(whole, bag -> bag.without("README.html"))).isEqualTo("bag.absent README.html");
        assertThat(raw(whole, bag -> bag.with("extra.txt", ""))).isEqualTo("bag.unlisted extra.txt");
        assertThat(raw(whole, bag -> bag.with("data/extra", ""))).isEqualTo("bag.unlisted data/extra");
        assertThat(raw(whole, bag -> bag.with("README.html", "other"))).isEqualTo("bag.digest README.html");
        assertThat(raw(whole, bag -> bag.with("data/policy", "other"))).isEqualTo("bag.digest data/policy");
        assertThat(raw(whole, bag -> bag.with("data/seal.json", "x".repeat(65_537))))
                .isEqualTo("bag.limit data/seal.json");
    }
}
