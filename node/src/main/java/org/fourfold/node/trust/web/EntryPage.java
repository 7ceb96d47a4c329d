package org.fourfold.node.trust.web;

import org.fourfold.ledger.entry.Entry;
import org.fourfold.node.shell.PageFrame;
import org.fourfold.node.trust.EntryProof;
import org.fourfold.node.trust.RecordWords;

/**
 * One entry with its proof.
 *
 * @param path how many hashes lead to the root
 * @param exact the time as it stands in the entry
 * @param by a pseudonym; empty when the node itself acted
 * @param of a pseudonym; empty when it is about nothing
 * @param purpose in words; empty when there is none
 */
public record EntryPage(
        long index,
        long size,
        boolean holds,
        int path,
        String leafHash,
        String what,
        String type,
        String when,
        String exact,
        String by,
        String of,
        long epoch,
        String purpose,
        String commitment) {

    static EntryPage of(PageFrame frame, EntryProof proof) {
        Entry entry = proof.entry();
        return new EntryPage(
                proof.index(),
                proof.size(),
                proof.holds(),
                proof.path(),
                proof.leafHash(),
                RecordWords.of(frame, entry.type()),
                entry.type(),
                frame.moment(entry.at()),
                Entry.time(entry.at()),
                entry.by().map(one -> one.hex()).orElse(""),
                entry.of().map(one -> one.hex()).orElse(""),
                entry.epoch(),
                entry.purpose().map(code -> frame.text("shell.purpose." + code)).orElse(""),
                entry.commitment().hex());
    }
}
