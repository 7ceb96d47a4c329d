package org.fourfold.node.protection;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.CaseFileId;
import org.fourfold.node.frame.Database;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.protection.internal.Gate;
import org.fourfold.node.protection.internal.Urgent;
import org.fourfold.node.trust.Keyring;

/**
 * Dangers that everybody who helps a person must know of now. Raised by whoever may write the person's needs, also the night
 * shift and the team; seen by whoever may know of dangers, the lawyer too. Each ends by itself. Threads: safe.
 */
public final class UrgentRisks {

    private final Urgent urgent;

    public UrgentRisks(Database database, Keyring keyring, InstantSource clock, RandomGenerator random) {
        this.urgent = new Urgent(new Gate(database), keyring, clock, random);
    }

    public UrgentView of(Actor actor, CaseFileId file) {
        return urgent.of(actor, file);
    }

    /** Raises one that ends by itself after so many hours. Throws ProblemException with every fault. */
    public void raise(Actor actor, CaseFileId file, String reason, int hours) {
        List<Problem> faults = new ArrayList<>();
        String words = reason.replace("\r\n", "\n").strip();
        if (words.isEmpty() || words.length() > UrgentRisk.REASON_MAX) {
            faults.add(Problem.inField("protection.urgent-reason", "reason"));
        }
        if (hours < 1 || hours > UrgentRisk.HOURS_MAX) {
            faults.add(Problem.inField("protection.urgent-hours", "hours"));
        }
        if (!faults.isEmpty()) {
            throw new ProblemException(faults);
        }
        urgent.raise(actor, file, words, Duration.ofHours(hours));
    }

    /** The danger is over. */
    public void end(Actor actor, CaseFileId file, UUID risk) {
        urgent.end(actor, file, risk);
    }
}
