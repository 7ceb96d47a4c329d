package org.fourfold.node.protection;

import java.time.Duration;
import java.time.Instant;
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
import org.fourfold.node.protection.internal.BreachBook;
import org.fourfold.node.protection.internal.Gate;
import org.fourfold.node.trust.Keyring;

/**
 * The register of breaches. Anybody of the house reports; the privacy officer reads and adds, and nobody changes an entry. No
 * person is asked for. Refusals are recorded and thrown as {@link org.fourfold.node.frame.RefusedException}; what can be mended
 * comes as {@link ProblemException}. Threads: safe.
 */
public final class Breaches {

    /** The longest that "when it happened" may be, in characters. */
    public static final int HAPPENED_MAX = 120;

    /** Something noticed longer ago than this is a slip of the pen. */
    private static final Duration NOTICED_PAST_MAX = Duration.ofDays(5 * 366);

    private final BreachBook book;
    private final InstantSource clock;

    public Breaches(Database database, Keyring keyring, InstantSource clock, RandomGenerator random) {
        this.book = new BreachBook(new Gate(database), keyring, clock, random);
        this.clock = clock;
    }

    /** Writes a suspected breach down; it then stands on the privacy officer's desk. */
    public UUID report(Actor actor, BreachEntry.Kind kind, Instant noticed, String happened, String words) {
        Instant now = clock.instant();
        List<Problem> faults = new ArrayList<>();
        if (noticed.isAfter(now) || noticed.isBefore(now.minus(NOTICED_PAST_MAX))) {
            faults.add(Problem.inField("protection.breach-noticed", "noticed"));
        }
        if (happened.strip().length() > HAPPENED_MAX) {
            faults.add(Problem.inField("protection.breach-words", "happened"));
        }
        String plain = plain(words);
        if (plain.isEmpty() || plain.length() > BreachEntry.WORDS_MAX) {
            faults.add(Problem.inField("protection.breach-words", "words"));
        }
        if (!faults.isEmpty()) {
            throw new ProblemException(faults);
        }
        return book.report(actor, new BreachEntry.Reported(kind, noticed, happened.strip(), plain));
    }

    /** All of them, the latest noticed first; for the privacy officer. */
    public List<Breach> listed(Actor actor) {
        return book.listed(actor);
    }

    /** One of them; empty where there is none. */
    public Optional<Breach> find(Actor actor, UUID breach) {
        return listed(actor).stream().filter(one -> one.id().equals(breach)).findFirst();
    }

    /** Adds what was weighed, done or told; for the privacy officer. */
    public void add(Actor actor, UUID breach, BreachEntry.What what) {
        book.add(actor, breach, checked(what));
    }

    private BreachEntry.What checked(BreachEntry.What what) {
        return switch (what) {
            case BreachEntry.Reported again -> throw new IllegalArgumentException("reported once");
            case BreachEntry.Weighed weighed -> weighed;
            case BreachEntry.Done done -> new BreachEntry.Done(words(done.words()));
            case BreachEntry.PersonsTold told -> new BreachEntry.PersonsTold(day(told.on()));
            case BreachEntry.PersonsNotYet not -> new BreachEntry.PersonsNotYet(words(not.why()));
            case BreachEntry.AuthorityTold told -> new BreachEntry.AuthorityTold(day(told.on()), words(told.which()));
            case BreachEntry.AuthorityNotNeeded not -> new BreachEntry.AuthorityNotNeeded(words(not.why()));
        };
    }

    private static String words(String typed) {
        String words = plain(typed);
        if (words.isEmpty() || words.length() > BreachEntry.WORDS_MAX) {
            throw new ProblemException(Problem.inField("protection.breach-words", "words"));
        }
        return words;
    }

    /** Not a day that nowhere has begun. */
    private LocalDate day(LocalDate on) {
        if (on.isAfter(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(1))) {
            throw new ProblemException(Problem.inField("protection.breach-day", "on"));
        }
        return on;
    }

    private static String plain(String typed) {
        return typed.replace("\r\n", "\n").strip();
    }
}
