package org.fourfold.ledger.verify;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.fourfold.ledger.bag.BagFile;
import org.fourfold.ledger.bag.BagIt;
import org.fourfold.ledger.bag.Container;
import org.fourfold.ledger.bag.FaultException;
import org.fourfold.ledger.note.Policy;
import org.fourfold.ledger.note.SignatureCheck;
import org.fourfold.ledger.note.SignedCheckpoint;
import org.fourfold.ledger.note.VerifierKey;
import org.fourfold.ledger.verify.Findings.Step;

/**
 * Checks a whole bag, step by step, until its first fault. Files are streamed: memory grows with the number of files (some
 * 150 bytes each), not with what they hold.
 */
public final class BagCheck {

    private final Container bag;
    private final SignatureCheck signatures;
    private final Findings found;

    private BagCheck(Container bag, SignatureCheck signatures, Findings found) {
        this.bag = bag;
        this.signatures = signatures;
        this.found = found;
    }

    /**
     * Checks a folder or a ZIP archive.
     *
     * @param pinned the log's key, where who checks knows it from elsewhere
     */
    public static Findings check(Path path, Optional<VerifierKey> pinned, SignatureCheck signatures) {
        Findings found = new Findings();
        try (Container bag = Container.open(path)) {
            found.held.add(Step.CONTAINER);
            new BagCheck(bag, signatures, found).steps(pinned);
        } catch (FaultException e) {
            found.fault = Optional.of(e.fault());
        } catch (IOException e) {
            found.fault = Optional.of(FaultException.of("bag.unreadable").fault());
        }
        return found;
    }

    private void steps(Optional<VerifierKey> pinned) throws FaultException {
        BagIt.check(bag);
        found.held.add(Step.DECLARATION);
        Seal seal = seal();
        found.seal = Optional.of(seal);
        found.held.add(Step.SEAL);
        Policy policy = policy(pinned);
        found.policy = Optional.of(policy);
        found.held.add(Step.POLICY);
        byte[] bytes = read(BagPaths.CHECKPOINT, "checkpoint.missing");
        SignedCheckpoint checkpoint = checkpoint(bytes, seal, policy);
        found.checkpoint = Optional.of(checkpoint);
        found.held.add(Step.CHECKPOINT);
        Openings openings = new Openings(bag);
        EarlierCheckpoints earlier = new EarlierCheckpoints(bag, seal);
        switch (seal.kind()) {
            case LOG -> new LogEntries(bag, checkpoint.checkpoint(), openings, earlier, found).check();
            case CASE -> new CaseEntries(bag, checkpoint.checkpoint(), bytes, openings, found).check();
        }
        found.held.add(Step.ENTRIES);
        found.opened = openings.check();
        found.held.add(Step.OPENED);
        earlier.check(checkpoint.checkpoint(), new Signatures("earlier", policy, signatures));
        found.earlier = earlier.count();
        found.held.add(Step.EARLIER);
        new TimeStamps(bag, found).check();
        found.held.add(Step.STAMPS);
    }

    private byte[] read(String path, String missing) throws FaultException {
        BagFile file = bag.find(path);
        if (file == null) {
            throw FaultException.at(missing, path);
        }
        return bag.read(file);
    }

    private Seal seal() throws FaultException {
        Optional<Seal> seal = Seal.parse(read(BagPaths.SEAL, "seal.missing"));
        if (seal.isEmpty()) {
            throw FaultException.at("seal.malformed", BagPaths.SEAL);
        }
        for (BagFile file : bag.below(BagIt.DATA)) {
            if (!BagPaths.isKnown(file.path(), seal.get())) {
                throw FaultException.at("seal.unknown", file.path());
            }
        }
        return seal.get();
    }

    private Policy policy(Optional<VerifierKey> pinned) throws FaultException {
        Optional<Policy> policy = Policy.parse(read(BagPaths.POLICY, "keys.missing"));
        if (policy.isEmpty()) {
            throw FaultException.at("keys.malformed", BagPaths.POLICY);
        }
        if (pinned.isPresent() && !pinned.get().equals(policy.get().log())) {
            throw FaultException.at("keys.other", BagPaths.POLICY);
        }
        found.isPinned = pinned.isPresent();
        return policy.get();
    }

    private SignedCheckpoint checkpoint(byte[] bytes, Seal seal, Policy policy) throws FaultException {
        String path = BagPaths.CHECKPOINT;
        Optional<SignedCheckpoint> read = Signatures.read(bytes);
        if (read.isEmpty()) {
            throw FaultException.at("checkpoint.malformed", path);
        }
        String origin = read.get().checkpoint().origin();
        if (!origin.equals(seal.origin()) || !origin.equals(policy.log().name())) {
            throw FaultException.at("checkpoint.origin", path);
        }
        if (read.get().checkpoint().size() != seal.size()) {
            throw FaultException.at("checkpoint.size", path);
        }
        Set<String> cosigned = new Signatures("checkpoint", policy, signatures).check(read.get(), path, found);
        if (!policy.isMet(cosigned)) {
            throw FaultException.at("checkpoint.quorum", path);
        }
        return read.get();
    }
}
