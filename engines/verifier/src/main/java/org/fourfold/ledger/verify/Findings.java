package org.fourfold.ledger.verify;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fourfold.ledger.bag.Fault;
import org.fourfold.ledger.note.Policy;
import org.fourfold.ledger.note.SignedCheckpoint;
import org.fourfold.ledger.note.VerifierKey;

/** What a check found so far: filled step by step, told at the end. */
public final class Findings {

    /** A step of the format that was gone through without a fault. */
    public enum Step {
        CONTAINER,
        DECLARATION,
        SEAL,
        POLICY,
        CHECKPOINT,
        ENTRIES,
        OPENED,
        EARLIER,
        STAMPS
    }

    /** A witness that cosigned, and when it says it saw the checkpoint. */
    public record Witnessed(VerifierKey key, Instant seen) {}

    /**
     * A time stamp whose imprint is right.
     *
     * @param file in the bag
     * @param time as the token claims
     */
    public record Stamped(String data, String file, String time) {}

    final List<Step> held = new ArrayList<>();
    final List<Witnessed> witnessed = new ArrayList<>();
    final List<VerifierKey> silent = new ArrayList<>();
    final List<Stamped> stamped = new ArrayList<>();
    Optional<Seal> seal = Optional.empty();
    Optional<Policy> policy = Optional.empty();
    Optional<SignedCheckpoint> checkpoint = Optional.empty();
    Optional<Fault> fault = Optional.empty();
    long entries;
    long opened;
    long earlier;
    long strangers;
    String first = "";
    String last = "";
    boolean isPinned;

    Findings() {}

    public boolean holds() {
        return fault.isEmpty();
    }

    public Optional<Fault> fault() {
        return fault;
    }

    public List<Step> held() {
        return List.copyOf(held);
    }

    public List<Witnessed> witnessed() {
        return List.copyOf(witnessed);
    }

    public List<Stamped> stamped() {
        return List.copyOf(stamped);
    }

    /** How many entries were checked one by one. */
    public long entries() {
        return entries;
    }

    public Optional<SignedCheckpoint> checkpoint() {
        return checkpoint;
    }
}
