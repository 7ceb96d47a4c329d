package org.fourfold.ledger.bag;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.fourfold.ledger.Vectors;
import org.fourfold.ledger.tree.TreeHasher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The bags of the Library of Congress's conformance suite. Ours are BagIt 1.0 with SHA-256 alone, so each of theirs is
 * first said again in that form: a line whose digest was right gets the right SHA-256, one whose digest was wrong a wrong
 * one, and tag files that no tag manifest lists are listed. What the suite calls valid and we refuse is named here with
 * the reason.
 */
class BagItSuiteTest {

    /** Valid by the suite, refused by docs/formats/bag.md. */
    private static final Map<String, String> REFUSED_ON_PURPOSE = Map.of(
            "ISO-8859-1-encoded-tag-files", "bag.malformed: tag files are UTF-8",
            "UTF-16-encoded-tag-files", "bag.malformed: tag files are UTF-8",
            "holey-bag", "bag.malformed: a bag is whole, no fetch.txt",
            "bag-with-leading-dot-slash-in-manifest", "bag.path: no part of a path is a dot",
            "bag-with-encoded-names", "bag.malformed: BagIt 1.0 escapes three characters and no other");

    @TempDir
    Path folder = Path.of("");

    @Test
    void eachBagOfTheSuiteIsDecidedAsTheSuiteSaysOrWithAReason() throws Exception {
        List<String> wrong = new ArrayList<>();
        int run = 0;
        for (Path bag : bags()) {
            String name = bag.getFileName().toString();
            String kind = bag.getName(bag.getNameCount() - 2).toString();
            boolean isValid = kind.equals("valid");
            String code = code(saidAgain(bag, folder.resolve(Integer.toString(run++))));
            String reason = REFUSED_ON_PURPOSE.getOrDefault(name, "");
            boolean isRight = (isValid && reason.isEmpty())
                    ? code.isEmpty()
                    : !code.isEmpty() && reason.startsWith(isValid ? code : "");
            if (!isRight) {
                wrong.add(kind + "/" + name + ": " + code);
            }
            System.out.println(kind + "/" + name + ": " + (code.isEmpty() ? "holds" : code)
                    + (isValid && !reason.isEmpty() ? " on purpose: " + reason : ""));
        }
        assertThat(wrong).isEmpty();
        assertThat(run).isEqualTo(46);
    }

    private static List<Path> bags() throws IOException {
        try (Stream<Path> all = Files.walk(Vectors.require("bagit"), 3)) {
            Path root = Vectors.require("bagit");
            return all.filter(Files::isDirectory)
                    .filter(bag -> root.relativize(bag).getNameCount() == 3)
                    .sorted()
                    .toList();
        }
    }

    private static String code(Path bag) {
        try (Container container = Container.open(bag)) {
            BagIt.check(container);
            return "";
        } catch (FaultException e) {
            return e.fault().code();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Path saidAgain(Path bag, Path target) throws IOException, NoSuchAlgorithmException {
        String algorithm = algorithm(bag);
        SortedMap<String, byte[]> tags = new TreeMap<>();
        try (Stream<Path> all = Files.walk(bag)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String path = bag.relativize(file).toString();
                if (path.startsWith("data/")) {
                    Path place = target.resolve(path);
                    Files.createDirectories(place.getParent());
                    Files.copy(file, place);
                } else if (!path.contains("manifest-")) {
                    tags.put(path, Files.readAllBytes(file));
                }
            }
        }
        byte[] declaration = tags.getOrDefault("bagit.txt", new byte[0]);
        String text = new String(declaration, StandardCharsets.ISO_8859_1);
        if (declaration.length > 0) {
            tags.put("bagit.txt", declared(text).getBytes(StandardCharsets.ISO_8859_1));
        }
        tags.putIfAbsent("bag-info.txt", new byte[0]);
        tags.put("manifest-sha256.txt", again(bag, "manifest-" + algorithm + ".txt", algorithm, Map.of()));
        byte[] tagManifest = again(bag, "tagmanifest-" + algorithm + ".txt", algorithm, tags);
        for (Map.Entry<String, byte[]> tag : tags.entrySet()) {
            Files.createDirectories(target.resolve(tag.getKey()).getParent());
            Files.write(target.resolve(tag.getKey()), tag.getValue());
        }
        Files.write(target.resolve("tagmanifest-sha256.txt"), tagManifest);
        return target;
    }

    private static String algorithm(Path bag) {
        return Stream.of("sha256", "sha512", "md5", "sha224")
                .filter(name -> Files.exists(bag.resolve("manifest-" + name + ".txt")))
                .findFirst()
                .orElseThrow();
    }

    /** A declaration that is good in an older version is good in ours. */
    private static String declared(String text) {
        String said = text.replace("BagIt-Version: 0.97", "BagIt-Version: 1.0");
        return said.endsWith("\n") ? said : said + "\n";
    }

    private static byte[] again(Path bag, String manifest, String algorithm, Map<String, byte[]> tags)
            throws IOException, NoSuchAlgorithmException {
        StringBuilder lines = new StringBuilder();
        String text = new String(Files.readAllBytes(bag.resolve(manifest)), StandardCharsets.ISO_8859_1);
        List<String> listed = new ArrayList<>();
        for (String line : text.split("\r\n|\n|\r", -1)) {
            String[] parts = line.split("[ \t]+", 2);
            if (parts.length < 2) {
                continue;
            }
            String path = parts[1].startsWith("manifest-") ? "manifest-sha256.txt" : parts[1];
            if (path.equals("manifest-sha256.txt") && listed.contains(path)) {
                continue;
            }
            listed.add(path);
            lines.append(digest(bag, parts[0], parts[1], algorithm, tags))
                    .append("  ")
                    .append(path)
                    .append('\n');
        }
        for (Map.Entry<String, byte[]> tag : tags.entrySet()) {
            if (!listed.contains(tag.getKey())) {
                lines.append(sha256(tag.getValue()))
                        .append("  ")
                        .append(tag.getKey())
                        .append('\n');
            }
        }
        return lines.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String digest(Path bag, String told, String path, String algorithm, Map<String, byte[]> tags)
            throws IOException, NoSuchAlgorithmException {
        if (path.indexOf(0) >= 0) {
            return "0".repeat(64);
        }
        Path file = bag.resolve(new String(
                path.replace("%0A", "\n").replace("%0D", "\r").getBytes(StandardCharsets.ISO_8859_1),
                StandardCharsets.UTF_8));
        if (!Files.isRegularFile(file)) {
            return "0".repeat(64);
        }
        byte[] bytes = Files.readAllBytes(file);
        String name = algorithm.toUpperCase(Locale.ROOT).replace("SHA", "SHA-");
        String real = HexFormat.of().formatHex(MessageDigest.getInstance(name).digest(bytes));
        byte[] now = tags.getOrDefault(path.startsWith("manifest-") ? "manifest-sha256.txt" : path, bytes);
        return real.equalsIgnoreCase(told) ? sha256(now) : "0".repeat(64);
    }

    private static String sha256(byte[] bytes) {
        return HexFormat.of().formatHex(TreeHasher.sha256().digest(bytes));
    }
}
