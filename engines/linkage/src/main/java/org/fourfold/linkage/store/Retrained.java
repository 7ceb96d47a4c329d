package org.fourfold.linkage.store;

/**
 * What came of learning anew from a store's own records.
 *
 * @param store the new one, open; its rows are the numbers of the records
 * @param named its clusters, by ids that last
 */
public record Retrained(LinkageStore store, Named named) {}
