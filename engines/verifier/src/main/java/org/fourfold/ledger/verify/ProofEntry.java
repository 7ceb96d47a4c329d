package org.fourfold.ledger.verify;

import org.fourfold.ledger.bag.FaultException;
import org.fourfold.ledger.entry.EntryScanner;
import org.fourfold.ledger.note.Checkpoint;
import org.fourfold.ledger.note.ProofHead;
import org.fourfold.ledger.tree.InclusionProof;
import org.fourfold.ledger.tree.TreeHasher;

/** The entry that a lone proof carries. */
record ProofEntry(ProofHead head, Checkpoint checkpoint) {

    void check(Findings found) throws FaultException {
        byte[] entry = head.extraBytes();
        EntryScanner scanner = new EntryScanner();
        if (!scanner.scan(entry, 0, entry.length)) {
            throw FaultException.at("entry.malformed", Long.toString(head.index()));
        }
        InclusionProof proof = new InclusionProof(head.index(), checkpoint.size(), head.path());
        if (!proof.holds(new TreeHasher().leaf(entry), checkpoint.root())) {
            throw FaultException.at("proof.inclusion", "proof");
        }
        found.entries = 1;
        found.first = scanner.timeText();
        found.last = scanner.timeText();
    }
}
