package org.fourfold.node.prevention.reading;

/** What a file may hold; beyond it the file is refused, by name of the limit. */
public final class Limits {

    /** Of the file as it lies on the disk: 1 GiB. */
    public static final long FILE_BYTES_MAX = 1L << 30;

    /** Unpacked: 4 GiB. */
    public static final long UNPACKED_BYTES_MAX = 4L << 30;

    /** Unpacked to packed. The public series reach 70; a bomb reaches a thousand and more. */
    public static final long UNPACKING_RATIO_MAX = 250;

    /** The ratio is looked at from here on: a short file may be packed tighter than a long one. */
    public static final long UNPACKING_RATIO_FROM_BYTES = 8L << 20;

    public static final long ROWS_MAX = 5_000_000;
    public static final int COLUMNS_MAX = 300;
    public static final int FIELD_CHARACTERS_MAX = 20_000;

    /** One line with its quotes; the reader's memory. */
    public static final int LINE_CHARACTERS_MAX = 1 << 20;

    /** The start that encoding, delimiter and heading are found out from. */
    public static final int HEAD_BYTES = 1 << 18;

    /** Of a value repeated in a fault. */
    public static final int SHOWN_CHARACTERS_MAX = 40;

    private Limits() {}
}
