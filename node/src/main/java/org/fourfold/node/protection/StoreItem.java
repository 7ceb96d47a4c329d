package org.fourfold.node.protection;

import java.util.UUID;

/** A kind of thing in the store, and how many there are. */
public record StoreItem(UUID id, String name, int stock) {

    /** The longest name, in characters. */
    public static final int NAME_MAX = 60;

    /** The most of one thing. */
    public static final int STOCK_MAX = 100_000;

    /** More kinds than any store has. */
    public static final int ITEMS_MAX = 300;
}
