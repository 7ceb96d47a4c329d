package org.fourfold.ledger.verify;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.fourfold.ledger.bag.Container;
import org.fourfold.ledger.bag.FaultException;
import org.fourfold.ledger.entry.EntryScanner;
import org.fourfold.ledger.note.Checkpoint;
import org.fourfold.ledger.note.ProofHead;
import org.fourfold.ledger.tree.InclusionProof;
import org.fourfold.ledger.tree.TreeHasher;

/** Step 7 for a case: each entry by its own proof. */
final class CaseEntries {

    private final Container bag;
    private final Checkpoint checkpoint;
    private final byte[] bytes;
    private final Openings openings;
    private final Findings found;
    private final EntryScanner scanner = new EntryScanner();
    private final TreeHasher hasher = new TreeHasher();
    private final byte[] time = new byte[EntryScanner.TIME_LENGTH];

    CaseEntries(Container bag, Checkpoint checkpoint, byte[] bytes, Openings openings, Findings found) {
        this.bag = bag;
        this.checkpoint = checkpoint;
        this.bytes = bytes;
        this.openings = openings;
        this.found = found;
    }

    void check() throws FaultException {
        List<BagPaths.Numbered> proofs = BagPaths.numbered(bag, BagPaths.PROOFS, BagPaths.TLOG_PROOF);
        if (proofs.isEmpty()) {
            throw FaultException.at("proof.missing", "data/proof");
        }
        for (BagPaths.Numbered proof : proofs) {
            String path = proof.file().path();
            byte[] read = bag.read(proof.file());
            Optional<ProofHead> head = ProofHead.parse(read)
                    .filter(parsed -> parsed.index() == proof.number()
                            && parsed.index() < checkpoint.size()
                            && !parsed.extra().isEmpty());
            if (head.isEmpty()) {
                throw FaultException.at("proof.malformed", path);
            }
            if (!Arrays.equals(read, head.get().checkpointAt(), read.length, bytes, 0, bytes.length)) {
                throw FaultException.at("proof.checkpoint", path);
            }
            entry(head.get(), path);
        }
    }

    private void entry(ProofHead head, String proofPath) throws FaultException {
        String place = Long.toString(head.index());
        byte[] entry = head.extraBytes();
        if (!scanner.scan(entry, 0, entry.length)) {
            throw FaultException.at("entry.malformed", place);
        }
        InclusionProof proof = new InclusionProof(head.index(), checkpoint.size(), head.path());
        if (!proof.holds(hasher.leaf(entry), checkpoint.root())) {
            throw FaultException.at("proof.inclusion", proofPath);
        }
        if (found.entries > 0 && scanner.isBefore(time)) {
            throw FaultException.at("entry.time", place);
        }
        scanner.copyTime(time);
        found.first = found.entries == 0 ? scanner.timeText() : found.first;
        found.last = scanner.timeText();
        found.entries++;
        if (openings.isAsked(head.index())) {
            openings.commitmentIs(head.index(), scanner.commitment());
        }
    }
}
