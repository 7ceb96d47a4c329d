package org.fourfold.ledger.verify;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fourfold.ledger.bag.FaultException;
import org.fourfold.ledger.note.NoteSignature;
import org.fourfold.ledger.note.Policy;
import org.fourfold.ledger.note.SignatureCheck;
import org.fourfold.ledger.note.SignedCheckpoint;
import org.fourfold.ledger.note.VerifierKey;
import org.fourfold.ledger.tree.TreeHasher;

/**
 * Whether a checkpoint is what it says and whose it is: step 6, and the same of earlier checkpoints.
 *
 * @param codes the first part of the faults' codes
 */
record Signatures(String codes, Policy policy, SignatureCheck check) {

    /** Reads a checkpoint; the root of an empty tree must be that of nothing. */
    static Optional<SignedCheckpoint> read(byte[] bytes) {
        return SignedCheckpoint.parse(bytes)
                .filter(read ->
                        read.checkpoint().size() > 0 || read.checkpoint().root().equals(TreeHasher.emptyRoot()));
    }

    /** The log's signature, then each witness's; adds to what was found. Names in the policy of those who cosigned. */
    Set<String> check(SignedCheckpoint checkpoint, String path, Findings found) throws FaultException {
        switch (checkpoint.signedBy(policy.log(), check)) {
            case ABSENT -> throw FaultException.at(codes + ".unsigned", path);
            case WRONG -> throw FaultException.at(codes + ".signature", path);
            case GOOD -> {}
        }
        Set<String> cosigned = new HashSet<>();
        for (Policy.Witness witness : policy.witnesses()) {
            SignedCheckpoint.Cosigned of = checkpoint.cosignedBy(witness.key(), check);
            switch (of.finding()) {
                case ABSENT -> found.silent.add(witness.key());
                case WRONG -> throw FaultException.at(codes + ".cosignature", path);
                case GOOD -> {
                    cosigned.add(witness.name());
                    found.witnessed.add(new Findings.Witnessed(witness.key(), of.seen()));
                }
            }
        }
        found.strangers = strangers(checkpoint.note().signatures());
        return cosigned;
    }

    private long strangers(List<NoteSignature> lines) {
        long strangers = 0;
        for (NoteSignature line : lines) {
            boolean isKnown = line.isOf(policy.log());
            for (Policy.Witness witness : policy.witnesses()) {
                VerifierKey key = witness.key();
                isKnown |= line.isOf(key);
            }
            strangers += isKnown ? 0 : 1;
        }
        return strangers;
    }
}
