package org.fourfold.node.tables;

/** What a file may hold; beyond it the file is refused, by name of the limit. */
public final class TableLimits {

    /** Of the file as it lies on the disk: 512 MiB. */
    public static final long FILE_BYTES_MAX = 512L << 20;

    /** All parts unpacked: 4 GiB. */
    public static final long UNPACKED_BYTES_MAX = 4L << 30;

    /** Unpacked to packed. Workbooks of like rows reach 100; a bomb reaches a thousand. */
    public static final long UNPACKING_RATIO_MAX = 250;

    /** The ratio is looked at from here on: a small file may be packed tighter than a large one. */
    public static final long UNPACKING_RATIO_FROM_BYTES = 16L << 20;

    /** Files within a workbook, and the size of the list of them. */
    public static final int PARTS_MAX = 10_000;

    public static final long PARTS_LIST_BYTES_MAX = 8L << 20;

    public static final int SHEETS_MAX = 200;

    /** As many as a spreadsheet can hold. */
    public static final int ROWS_MAX = 1_048_576;

    public static final int COLUMNS_MAX = 1_000;

    /** As many as a spreadsheet can hold in a cell. */
    public static final int CELL_CHARACTERS_MAX = 32_767;

    /** The texts that a workbook keeps beside its sheets, in UTF-8: 32 MiB, which is also the memory they take. */
    public static final int SHARED_BYTES_MAX = 32 << 20;

    public static final int SHARED_STRINGS_MAX = 2_000_000;

    /** Between two tags or within one: 1 MiB. More is no workbook that a spreadsheet wrote. */
    public static final int TAG_BYTES_MAX = 1 << 20;

    /** Merged ranges that are kept with their places; more are counted. */
    public static final int MERGES_KEPT_MAX = 10_000;

    /** Number formats of a workbook's cells. */
    public static final int STYLES_MAX = 70_000;

    /** One line of text with its quotes; the reader's memory. */
    public static final int LINE_CHARACTERS_MAX = 1 << 20;

    /** The start that encoding and delimiter are found out from. */
    public static final int HEAD_BYTES = 1 << 18;

    private TableLimits() {}
}
