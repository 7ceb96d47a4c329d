package org.fourfold.ledger.verify;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fourfold.ledger.bag.FaultException;
import org.fourfold.ledger.note.Policy;
import org.fourfold.ledger.note.ProofHead;
import org.fourfold.ledger.note.SignatureCheck;
import org.fourfold.ledger.note.SignedCheckpoint;
import org.fourfold.ledger.note.VerifierKey;
import org.fourfold.ledger.verify.Findings.Step;

/** Checks one proof on its own, under keys that who checks brings along. */
public final class ProofCheck {

    /** The places of faults, where there is no bag to have a path in. */
    private static final String PROOF = "proof";

    private static final String POLICY = "policy";

    private final SignatureCheck signatures;
    private final Findings found = new Findings();

    private ProofCheck(SignatureCheck signatures) {
        this.signatures = signatures;
    }

    /**
     * Checks a {@code .tlog-proof}.
     *
     * @param policy a file; without one the log's key alone is asked for
     * @param pinned the log's key; with a policy it must be that of the policy too
     */
    public static Findings check(
            Path proof, Optional<Path> policy, Optional<VerifierKey> pinned, SignatureCheck signatures) {
        ProofCheck check = new ProofCheck(signatures);
        try {
            check.steps(proof, policy, pinned);
        } catch (FaultException e) {
            check.found.fault = Optional.of(e.fault());
        }
        return check.found;
    }

    private void steps(Path proof, Optional<Path> told, Optional<VerifierKey> pinned) throws FaultException {
        byte[] bytes = read(proof, "bag.unreadable", PROOF);
        found.held.add(Step.CONTAINER);
        Policy policy = policy(told, pinned);
        found.policy = Optional.of(policy);
        found.isPinned = true;
        found.held.add(Step.POLICY);
        Optional<ProofHead> head =
                ProofHead.parse(bytes).filter(parsed -> !parsed.extra().isEmpty());
        if (head.isEmpty()) {
            throw FaultException.at("proof.malformed", PROOF);
        }
        byte[] under = Arrays.copyOfRange(bytes, head.get().checkpointAt(), bytes.length);
        Optional<SignedCheckpoint> checkpoint = Signatures.read(under);
        if (checkpoint.isEmpty()) {
            throw FaultException.at("checkpoint.malformed", PROOF);
        }
        if (!checkpoint.get().checkpoint().origin().equals(policy.log().name())) {
            throw FaultException.at("checkpoint.origin", PROOF);
        }
        Set<String> cosigned = new Signatures("checkpoint", policy, signatures).check(checkpoint.get(), PROOF, found);
        if (!policy.isMet(cosigned)) {
            throw FaultException.at("checkpoint.quorum", PROOF);
        }
        found.checkpoint = checkpoint;
        found.held.add(Step.CHECKPOINT);
        if (head.get().index() >= checkpoint.get().checkpoint().size()) {
            throw FaultException.at("proof.malformed", PROOF);
        }
        new ProofEntry(head.get(), checkpoint.get().checkpoint()).check(found);
        found.held.add(Step.ENTRIES);
    }

    private static byte[] read(Path file, String absent, String place) throws FaultException {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(ProofHead.BYTES_MAX + 1);
        } catch (IOException e) {
            throw FaultException.at(absent, place);
        }
        if (bytes.length > ProofHead.BYTES_MAX) {
            throw FaultException.at("bag.limit", place);
        }
        return bytes;
    }

    private static Policy policy(Optional<Path> told, Optional<VerifierKey> pinned) throws FaultException {
        if (told.isEmpty()) {
            if (pinned.isEmpty()) {
                throw FaultException.at("keys.missing", "key");
            }
            return new Policy(pinned.get(), List.of(), Map.of(), Optional.empty());
        }
        Optional<Policy> policy = Policy.parse(read(told.get(), "keys.missing", POLICY));
        if (policy.isEmpty()) {
            throw FaultException.at("keys.malformed", POLICY);
        }
        if (pinned.isPresent() && !pinned.get().equals(policy.get().log())) {
            throw FaultException.at("keys.other", POLICY);
        }
        return policy.get();
    }
}
