package org.fourfold.ledger.seal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Changes a bag as nobody would expect, so that most steps of a verifier are reached: any file by bits, pieces and lines,
 * any path, archives near their headers. Whether the bag still holds is not known. Seeded.
 */
final class WildMutator {

    private static final List<String> PIECES = List.of(
            "\n",
            "\r\n",
            "\r",
            " ",
            "\t",
            "=",
            "0",
            "9",
            "-",
            "%",
            "%0a",
            "%0A",
            "%25",
            "%41",
            "\u00f1",
            "\u00a0",
            "\u0085",
            "\u2028",
            "\u0000",
            "A==",
            "AA==",
            "\u2014 ",
            "+",
            "/",
            "..",
            "\\",
            "e30=",
            "\"",
            "{}",
            ",",
            "1e3",
            "\ud83d\ude00",
            "none",
            "0".repeat(64),
            "\n\n",
            "index 1\n",
            "extra ",
            "quorum none\n");
    private static final List<String> PATHS = List.of(
            "data/tile/0/000",
            "data/tile/1/000.p/1",
            "data/tile/entries/000",
            "data/tile/entries/x001/000",
            "data/opened/0.json",
            "data/opened/00.json",
            "data/proof/0.tlog-proof",
            "data/proof/1099511627776.tlog-proof",
            "data/earlier/1.checkpoint",
            "data/earlier/0.consistency",
            "data/earlier/2.consistency",
            "data/earlier/1.0.tsr",
            "data/earlier/1.01.tsr",
            "DATA/policy",
            "Bagit.txt",
            "data/Policy",
            "fetch.txt",
            "manifest-.txt",
            "manifest-sha512.txt",
            "tagmanifest-sha256.txt.bak",
            "data/attached/%25",
            "data/attached/\u0085",
            "data/attached/a b",
            "data/attached/c:d",
            "c:/x",
            "data/attached/" + "x".repeat(499),
            "notes/\u00f1.txt");

    private final Random random;

    WildMutator(long seed) {
        this.random = new Random(seed);
    }

    /** A bag with one to three changes; most with manifests that fit them. */
    BagContents mutate(BagContents good) {
        BagContents bag = good.copy();
        for (int changes = 1 + random.nextInt(3) / 2; changes > 0; changes--) {
            change(bag);
        }
        boolean isWhole = bag.files().containsKey("bag-info.txt");
        if (isWhole && random.nextInt(8) > 0) {
            bag.repaired();
            if (random.nextInt(6) == 0) {
                bag.with(BagContents.MANIFEST, edited(bag.get(BagContents.MANIFEST)))
                        .tagged();
            } else if (random.nextInt(10) == 0) {
                bag.with(BagContents.TAG_MANIFEST, edited(bag.get(BagContents.TAG_MANIFEST)));
            } else if (random.nextInt(10) == 0) {
                bag.with("bag-info.txt", edited(bag.get("bag-info.txt"))).tagged();
            }
        }
        return bag;
    }

    private void change(BagContents bag) {
        List<String> paths = List.copyOf(bag.files().keySet());
        String path = paths.get(random.nextInt(paths.size()));
        switch (random.nextInt(12)) {
            case 0 -> bag.without(path);
            case 1 -> bag.with(one(PATHS), bag.get(path));
            case 2 -> bag.with(path, bag.get(paths.get(random.nextInt(paths.size()))));
            case 3 -> bag.without(path).with(renamed(path), new byte[] {1});
            default -> bag.with(path, edited(bag.get(path)));
        }
    }

    private String renamed(String path) {
        String digit = Integer.toString(random.nextInt(10));
        return random.nextBoolean() ? path.replaceFirst("[0-9]", digit) : path.replaceFirst("[0-9]", digit + digit);
    }

    /** One file with one change. */
    byte[] edited(byte[] bytes) {
        int at = random.nextInt(bytes.length + 1);
        return switch (random.nextInt(5)) {
            case 0, 1 -> flipped(bytes);
            case 2 -> joined(bytes, at, at, one(PIECES).getBytes(StandardCharsets.UTF_8));
            case 3 -> joined(bytes, at, Math.min(bytes.length, at + 1 + random.nextInt(4)), new byte[0]);
            default -> lines(bytes);
        };
    }

    private byte[] flipped(byte[] bytes) {
        byte[] flipped = bytes.clone();
        if (bytes.length > 0) {
            flipped[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return flipped;
    }

    /** Octets are characters here, so that no byte is lost. */
    private byte[] lines(byte[] bytes) {
        String[] lines = new String(bytes, StandardCharsets.ISO_8859_1).split("(?<=\n)");
        int one = random.nextInt(lines.length);
        int other = random.nextInt(lines.length);
        String kept = lines[one];
        lines[one] = random.nextBoolean() ? lines[other] : "";
        if (random.nextBoolean()) {
            lines[other] = kept;
        }
        return String.join("", lines).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] joined(byte[] bytes, int from, int to, byte[] piece) {
        byte[] joined = Arrays.copyOf(bytes, bytes.length - (to - from) + piece.length);
        System.arraycopy(piece, 0, joined, from, piece.length);
        System.arraycopy(bytes, to, joined, from + piece.length, bytes.length - to);
        return joined;
    }

    /** An archive with one or two bytes changed, most of them in a header. */
    byte[] mutate(byte[] zip) {
        byte[] changed = zip.clone();
        for (int changes = 1 + random.nextInt(2); changes > 0; changes--) {
            int at = random.nextInt(zip.length);
            if (random.nextInt(8) > 0) {
                while (at > 0 && !(zip[at] == 'P' && at + 4 < zip.length && zip[at + 1] == 'K' && zip[at + 2] < 8)) {
                    at--;
                }
                at = Math.min(zip.length - 1, at + random.nextInt(60));
            }
            changed[at] =
                    random.nextBoolean() ? (byte) random.nextInt(256) : (byte) (changed[at] ^ 1 << random.nextInt(8));
        }
        return random.nextInt(20) == 0 ? Arrays.copyOf(changed, random.nextInt(zip.length + 2)) : changed;
    }

    private String one(List<String> of) {
        return of.get(random.nextInt(of.size()));
    }
}
