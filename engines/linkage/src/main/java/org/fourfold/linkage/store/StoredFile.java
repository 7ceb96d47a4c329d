package org.fourfold.linkage.store;

/**
 * A file of the folder as it must be.
 *
 * @param bytes its length
 * @param sha256 in hexadecimal
 */
record StoredFile(String name, long bytes, String sha256) {}
