package org.fourfold.linkage.store;

import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/** Numbers in a store's files: the lowest byte first, at any place. */
final class Layouts {

    static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private Layouts() {}
}
