package org.fourfold.node.prosecution;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.Database;
import org.fourfold.node.frame.Event;
import org.fourfold.node.frame.MemberId;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.frame.RandomIds;
import org.fourfold.node.frame.Slice;
import org.fourfold.node.frame.Tx;
import org.fourfold.node.prosecution.internal.Docket;
import org.fourfold.node.prosecution.internal.Door;
import org.fourfold.node.prosecution.internal.Events;
import org.fourfold.node.prosecution.internal.InvestigationRows;

/**
 * The investigations of this organisation, each a plain record: title, who works on it, mandates, hearings and continuances,
 * what was done to stop it. Seen by those who work on it and by supervisors; the database holds that line itself. Each method
 * records what was done, refusals too. Threads: safe.
 */
public final class Investigations {

    /** Nothing is entered for a day before it: a slip of the year is told, not kept. */
    private static final LocalDate EARLIEST = LocalDate.of(1950, 1, 1);

    private static final int YEARS_AHEAD_MAX = 20;

    private final Database database;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final Door door;

    public Investigations(Database database, InstantSource clock, RandomGenerator random) {
        this.database = database;
        this.clock = clock;
        this.random = random;
        this.door = new Door(database);
    }

    /** Opens one; whoever opens it is the first to work on it. */
    public InvestigationId open(Actor actor, String title, LocalDate openedOn) {
        door.require(actor);
        List<Problem> problems = new ArrayList<>();
        String plain = title.strip();
        if (plain.isEmpty() || plain.length() > Investigation.TITLE_CHARACTERS_MAX) {
            problems.add(Problem.inField("prosecution.title", "title")
                    .with("max", Integer.toString(Investigation.TITLE_CHARACTERS_MAX)));
        }
        if (openedOn.isBefore(EARLIEST) || openedOn.isAfter(latest())) {
            problems.add(Problem.inField("prosecution.day-opened", "day"));
        }
        refuse(problems);
        InvestigationId id = new InvestigationId(RandomIds.uuid(random));
        return database.write(actor, tx -> {
            InvestigationRows.insert(tx, actor, id, plain, openedOn, clock.instant());
            InvestigationRows.add(tx, actor, id, actor.member(), clock.instant());
            tx.record(Event.of(Events.INVESTIGATION_OPENED).about(id.value()));
            return id;
        });
    }

    /** Those that the actor may see, the latest opened first. */
    public Slice<Investigation> list(Actor actor, Optional<InvestigationId> after) {
        door.require(actor);
        return database.read(actor, tx -> {
            Slice<Investigation> page = InvestigationRows.list(tx, after);
            tx.record(Event.of(Events.INVESTIGATIONS_LISTED).count(page.rows().size()));
            return page;
        });
    }

    /** Empty when there is none, or none that the actor may see: which of the two is not told. */
    public Optional<InvestigationView> view(Actor actor, InvestigationId id) {
        door.require(actor);
        return database.read(actor, tx -> {
            tx.record(Event.of(Events.INVESTIGATION_READ).about(id.value()));
            return InvestigationRows.find(tx, id)
                    .map(found -> new InvestigationView(found, InvestigationRows.members(tx, id), Docket.of(tx, id)));
        });
    }

    /** Lets a member in. They must hold a role that investigates; the database asks. */
    public void add(Actor actor, InvestigationId id, MemberId member) {
        door.require(actor);
        database.write(actor, tx -> {
            open(tx, id);
            if (!InvestigationRows.works(tx, id, member)) {
                if (!InvestigationRows.mayWork(tx, member)) {
                    throw new ProblemException(Problem.inField("prosecution.member-role", "member"));
                }
                InvestigationRows.letIn(tx, id, member);
                InvestigationRows.add(tx, actor, id, member, clock.instant());
            }
            tx.record(Event.of(Events.INVESTIGATION_JOINED).about(id.value()));
            return 0;
        });
    }

    /**
     * Ends somebody's work on it. Nobody ends their own: so there is always one left who works on it or a supervisor who
     * closes it, and who left was seen to leave.
     */
    public void end(Actor actor, InvestigationId id, MemberId member) {
        door.require(actor);
        database.write(actor, tx -> {
            open(tx, id);
            if (member.equals(actor.member())) {
                throw new ProblemException(Problem.inField("prosecution.member-self", "member"));
            }
            long others = InvestigationRows.members(tx, id).stream()
                    .filter(one -> one.until().isEmpty() && !one.member().equals(member))
                    .count();
            if (others == 0) {
                throw new ProblemException(Problem.inField("prosecution.member-last", "member"));
            }
            InvestigationRows.shutOut(tx, id, member);
            InvestigationRows.end(tx, actor, id, member, clock.instant());
            tx.record(Event.of(Events.INVESTIGATION_LEFT).about(id.value()));
            return 0;
        });
    }

    public void close(Actor actor, InvestigationId id, String why) {
        door.require(actor);
        String plain = words(why, "why");
        database.write(actor, tx -> {
            open(tx, id);
            InvestigationRows.close(tx, actor, id, plain, clock.instant());
            tx.record(Event.of(Events.INVESTIGATION_CLOSED).about(id.value()));
            return 0;
        });
    }

    /** Enters something into the docket. */
    public EntryId enter(Actor actor, InvestigationId id, NewEntry entry) {
        door.require(actor);
        refuse(faults(entry));
        EntryId entryId = new EntryId(RandomIds.uuid(random));
        return database.write(actor, tx -> {
            open(tx, id);
            if (entry instanceof NewEntry.Continuance asked && !Docket.isHearing(tx, id, asked.hearing())) {
                throw new ProblemException(Problem.inField("prosecution.hearing-gone", "hearing"));
            }
            Docket.insert(tx, actor, id, entryId, entry, clock.instant());
            tx.record(Event.of(Events.DOCKET_ENTERED).about(id.value()).detail(Docket.code(entry)));
            return entryId;
        });
    }

    /** Strikes an entry out, for a reason. It stays readable. */
    public void strike(Actor actor, InvestigationId id, EntryId entry, String why) {
        door.require(actor);
        String plain = words(why, "why");
        database.write(actor, tx -> {
            seen(tx, id);
            if (!Docket.strike(tx, actor, id, entry, plain, clock.instant())) {
                throw new ProblemException(Problem.of("prosecution.entry-gone"));
            }
            tx.record(Event.of(Events.DOCKET_STRUCK).about(id.value()));
            return 0;
        });
    }

    private List<Problem> faults(NewEntry entry) {
        List<Problem> problems = new ArrayList<>();
        if (entry.day().isBefore(EARLIEST) || entry.day().isAfter(latest().plusYears(YEARS_AHEAD_MAX))) {
            problems.add(Problem.inField("prosecution.day", "day"));
        }
        switch (entry) {
            case NewEntry.Mandate mandate -> {
                check(problems, mandate.instrument(), "words");
                until(problems, mandate.day(), mandate.until());
            }
            case NewEntry.Hearing hearing -> check(problems, hearing.court(), "words");
            case NewEntry.Continuance asked -> {
                check(problems, asked.reason(), "words");
                until(problems, asked.day(), asked.until());
            }
            case NewEntry.Obstruction obstruction -> {
                check(problems, obstruction.deed(), "words");
                if (obstruction.evidence().strip().length() > DocketEntry.EVIDENCE_CHARACTERS_MAX) {
                    problems.add(Problem.inField("prosecution.words-long", "evidence")
                            .with("max", Integer.toString(DocketEntry.EVIDENCE_CHARACTERS_MAX)));
                }
                if (obstruction.day().isAfter(latest())) {
                    problems.add(Problem.inField("prosecution.day-future", "day"));
                }
            }
        }
        return problems;
    }

    private static void until(List<Problem> problems, LocalDate day, Optional<LocalDate> until) {
        if (until.filter(end -> end.isBefore(day)).isPresent()) {
            problems.add(Problem.inField("prosecution.days-turned", "until"));
        }
    }

    private static void check(List<Problem> problems, String words, String field) {
        int length = words.strip().length();
        if (length == 0) {
            problems.add(Problem.inField("prosecution.words-missing", field));
        } else if (length > DocketEntry.WORDS_CHARACTERS_MAX) {
            problems.add(Problem.inField("prosecution.words-long", field)
                    .with("max", Integer.toString(DocketEntry.WORDS_CHARACTERS_MAX)));
        }
    }

    private static String words(String text, String field) {
        List<Problem> problems = new ArrayList<>();
        check(problems, text, field);
        refuse(problems);
        return text.strip();
    }

    private static void refuse(List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw new ProblemException(problems);
        }
    }

    private static Investigation seen(Tx tx, InvestigationId id) {
        return InvestigationRows.find(tx, id)
                .orElseThrow(() -> new ProblemException(Problem.of("prosecution.investigation-gone")));
    }

    private static void open(Tx tx, InvestigationId id) {
        if (!seen(tx, id).isOpen()) {
            throw new ProblemException(Problem.of("prosecution.investigation-closed"));
        }
    }

    /** The last day that may have begun anywhere: nobody's today is told to lie ahead. */
    private LocalDate latest() {
        return LocalDate.ofInstant(clock.instant(), java.time.ZoneOffset.UTC).plusDays(1);
    }
}
