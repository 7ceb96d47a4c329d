package org.fourfold.node.protection;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.Database;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.protection.internal.Gate;
import org.fourfold.node.protection.internal.Interpreting;
import org.fourfold.node.trust.Keyring;

/**
 * The interpreters of the house. Who looks after it reads the list; caseworkers and supervisors write it; others are refused as
 * {@link org.fourfold.node.frame.RefusedException}. All of it is sealed. Threads: safe.
 */
public final class Interpreters {

    private final Interpreting interpreting;
    private final InstantSource clock;

    public Interpreters(Database database, Keyring keyring, InstantSource clock, RandomGenerator random) {
        this.interpreting = new Interpreting(new Gate(database), keyring, random);
        this.clock = clock;
    }

    /** By name, those who can be booked first. */
    public List<Interpreter> all(Actor actor) {
        return interpreting.all(actor);
    }

    /** Adds one, or changes what is known of one. Throws ProblemException with every fault. */
    public void put(Actor actor, Optional<UUID> which, Interpreter.Terms typed) {
        Interpreter.Terms terms = new Interpreter.Terms(
                line(typed.name()),
                line(typed.languages()),
                line(typed.reach()),
                typed.promised(),
                line(typed.notFor()),
                typed.from(),
                typed.active());
        List<Problem> faults = new ArrayList<>();
        if (terms.name().isEmpty() || terms.name().length() > Interpreter.NAME_MAX) {
            faults.add(Problem.inField("protection.interpreter-name", "name"));
        }
        if (terms.languages().isEmpty() || terms.languages().length() > Interpreter.WORDS_MAX) {
            faults.add(Problem.inField("protection.interpreter-languages", "languages"));
        }
        if (terms.reach().length() > Interpreter.WORDS_MAX) {
            faults.add(Problem.inField("protection.words-too-long", "reach"));
        }
        if (terms.notFor().length() > Interpreter.WORDS_MAX) {
            faults.add(Problem.inField("protection.words-too-long", "not-for"));
        }
        // The day may already have begun where the house is.
        LocalDate last = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(1);
        if (terms.promised().filter(day -> day.isAfter(last)).isPresent()) {
            faults.add(Problem.inField("protection.date-later", "promised"));
        }
        if (!faults.isEmpty()) {
            throw new ProblemException(faults);
        }
        interpreting.put(actor, which, terms);
    }

    private static String line(String typed) {
        return typed.strip().replaceAll("\\s+", " ");
    }
}
