package org.fourfold.ledger.bag;

/** How large a file of a bag may be, by its path; the others have no limit, for they are only streamed. */
final class Limits {

    private static final long SMALL = 65_536;
    private static final long OPENED = 24L << 20;
    private static final long MANIFEST = 512L << 20;

    private Limits() {}

    static long of(String path) {
        return switch (path) {
            case "bagit.txt", "bag-info.txt", "data/seal.json", "data/policy", "data/checkpoint" -> SMALL;
            case "manifest-sha256.txt", "tagmanifest-sha256.txt" -> MANIFEST;
            default -> {
                if (path.startsWith("data/opened/")) {
                    yield OPENED;
                }
                yield path.startsWith("data/proof/") || path.startsWith("data/earlier/") ? SMALL : Long.MAX_VALUE;
            }
        };
    }
}
