package org.fourfold.node.tables;

/** Takes rows in their order. */
@FunctionalInterface
public interface RowListener {

    /** Returns whether to go on. */
    boolean row(SheetRow row);
}
