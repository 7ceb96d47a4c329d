package org.fourfold.node.prosecution.reading;

/** What a file may hold; beyond it the file is refused, by name of the limit. */
public final class Limits {

    /** Of the file as it lies on the disk: 8 GiB. */
    public static final long FILE_BYTES_MAX = 8L << 30;

    /** One line of JSON or of a table, in bytes; the reader's memory. */
    public static final int LINE_BYTES_MAX = 4 << 20;

    public static final long ENTITIES_MAX = 10_000_000;

    /** Of one entity in one line. */
    public static final int CLAIMS_MAX = 10_000;

    /** Of one value. */
    public static final int VALUE_CHARACTERS_MAX = 1 << 20;

    /** Of the name of a schema or a property, and of an entity's id. */
    public static final int NAME_CHARACTERS_MAX = 255;

    /** Of a value repeated in a fault. */
    public static final int SHOWN_CHARACTERS_MAX = 40;

    private Limits() {}
}
