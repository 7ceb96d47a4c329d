package org.fourfold.ledger.bag;

/** How large a file of a bag may be, by its path; the others have no limit, for they are only streamed. */
final class Limits {

    private static final long SMALL = 65_536;
    private static final long OPENED = 24L << 20;
    private static final long MANIFEST = 512L << 20;
    private static final long DECLARATION = 1_024;
    private static final long ENTRIES = 256L * (1_024 + 2);
    private static final long HASHES = 256L * 32;

    private Limits() {}

    static long of(String path) {
        if (!path.startsWith("data/")) {
            return switch (path) {
                case "bagit.txt" -> DECLARATION;
                case "bag-info.txt" -> SMALL;
                case "manifest-sha256.txt", "tagmanifest-sha256.txt" -> MANIFEST;
                default -> Long.MAX_VALUE;
            };
        }
        if (path.startsWith("data/opened/")) {
            return OPENED;
        }
        if (path.startsWith("data/tile/entries/")) {
            return ENTRIES;
        }
        if (path.startsWith("data/tile/")) {
            return HASHES;
        }
        return path.startsWith("data/attached/") ? Long.MAX_VALUE : SMALL;
    }
}
