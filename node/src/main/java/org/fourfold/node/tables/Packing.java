package org.fourfold.node.tables;

/** How a file is packed, by its first bytes, whatever it is called. */
public enum Packing {
    NONE,
    GZIP,
    BZIP2,
    /** Also what workbooks are: many files in one. */
    ZIP;

    public static Packing of(byte[] head) {
        if (begins(head, 0x1F, 0x8B)) {
            return GZIP;
        }
        if (begins(head, 'B', 'Z', 'h')) {
            return BZIP2;
        }
        return begins(head, 'P', 'K', 3, 4) ? ZIP : NONE;
    }

    private static boolean begins(byte[] head, int... wanted) {
        if (head.length < wanted.length) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if ((head[i] & 0xFF) != wanted[i]) {
                return false;
            }
        }
        return true;
    }
}
