package org.fourfold.node.trust;

import org.fourfold.ledger.entry.Entry;

/**
 * An entry with its proof.
 *
 * @param leafHash base 64
 * @param path how many hashes lead from it to the root
 * @param holds whether they lead to the root that is signed
 * @param size how many entries are under that checkpoint
 */
public record EntryProof(long index, Entry entry, String leafHash, int path, boolean holds, long size) {}
