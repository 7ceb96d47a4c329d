package org.fourfold.node.protection;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.CaseFileId;
import org.fourfold.node.frame.Database;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.protection.internal.Days;
import org.fourfold.node.protection.internal.Gate;
import org.fourfold.node.protection.internal.Serving;
import org.fourfold.node.trust.Keyring;

/**
 * The services that a person received, written down once and counted from there. Each method asks the one decision first;
 * refusals are thrown as {@link org.fourfold.node.frame.RefusedException}. Threads: safe.
 */
public final class Services {

    private final Serving serving;
    private final InstantSource clock;

    public Services(Database database, Keyring keyring, InstantSource clock, RandomGenerator random) {
        this.serving = new Serving(new Gate(database), keyring, clock, random);
        this.clock = clock;
    }

    public ServicesView of(Actor actor, CaseFileId file) {
        return serving.of(actor, file);
    }

    /** Writes one down. Throws ProblemException with every fault. */
    public void give(
            Actor actor,
            CaseFileId file,
            Optional<ServiceKind> kind,
            Optional<LocalDate> day,
            int times,
            String typed) {
        List<Problem> faults = new ArrayList<>();
        String words = typed.replace("\r\n", "\n").strip();
        if (kind.filter(ServiceKind::isWritten).isEmpty()) {
            faults.add(Problem.inField("protection.service-kind", "kind"));
        }
        if (day.isEmpty() || day.get().isAfter(Days.last(clock))) {
            faults.add(Problem.inField("protection.service-day", "day"));
        }
        if (times < 1 || times > ServiceGiven.TIMES_MAX) {
            faults.add(Problem.inField("protection.service-times", "times"));
        }
        if (words.length() > ServiceGiven.WORDS_MAX) {
            faults.add(Problem.inField("protection.service-words", "words"));
        }
        if (!faults.isEmpty()) {
            throw new ProblemException(faults);
        }
        serving.give(actor, file, kind.orElseThrow(), day.orElseThrow(), times, words);
    }

    /** It was written down by mistake: it stays to be read, and is counted no more. */
    public void strike(Actor actor, CaseFileId file, UUID service) {
        serving.strike(actor, file, service);
    }
}
