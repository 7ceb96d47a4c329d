package org.fourfold.node.trust;

import org.fourfold.ledger.entry.Entry;

/** An entry of the present log and its place in it. */
public record EntryLine(long index, Entry entry) {}
