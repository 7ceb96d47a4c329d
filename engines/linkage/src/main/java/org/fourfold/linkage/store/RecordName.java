package org.fourfold.linkage.store;

/**
 * What identifies a record.
 *
 * @param source who wrote it; the table's name where the table does not say
 * @param id as the source calls it
 */
public record RecordName(String source, String id) {}
