package org.fourfold.node.protection;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.CaseFileId;
import org.fourfold.node.frame.Database;
import org.fourfold.node.frame.Handover.RecipientKind;
import org.fourfold.node.frame.MemberId;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.protection.internal.DemandBook;
import org.fourfold.node.protection.internal.Demanding;
import org.fourfold.node.protection.internal.Gate;
import org.fourfold.node.protection.internal.HandingOver;
import org.fourfold.node.protection.internal.LawyersPart;
import org.fourfold.node.protection.internal.LooseDemands;
import org.fourfold.node.trust.Keyring;

/**
 * Demands by authorities: written down by whoever is at the door, answered by the file's lawyer, told to the person, and met
 * through the one gate or not at all. Each method asks the one decision first; refusals are recorded and thrown as {@link
 * org.fourfold.node.frame.RefusedException}, what can be mended as {@link ProblemException}. Threads: safe.
 */
public final class Demands {

    /** The longest text of a demand, of reasons, of an answer; in characters. */
    public static final int WORDS_MAX = 4_000;

    /** The longest name, office, article or order; in characters. */
    public static final int LINE_MAX = 200;

    /** Most demands in one list. */
    public static final int SHOWN_MAX = 100;

    /** How far back one may have been received, and how far ahead a deadline or a ban on telling may lie; in days. */
    private static final int DAYS_MAX = 731;

    private final Demanding demanding;
    private final LawyersPart lawyers;
    private final LooseDemands loose;
    private final DemandBook book;

    /** @param zone where the organisation's days begin and end */
    public Demands(
            Database database, Keyring keyring, InstantSource clock, RandomGenerator random, Supplier<ZoneId> zone) {
        Gate gate = new Gate(database);
        this.book = new DemandBook(clock, random, zone);
        this.demanding = new Demanding(gate, keyring, new HandingOver(gate, keyring, clock, random), book);
        this.lawyers = new LawyersPart(gate, keyring, book);
        this.loose = new LooseDemands(gate, keyring, book);
    }

    /** The organisation's day. */
    public LocalDate today() {
        return book.today();
    }

    /**
     * Writes down what arrived: for a file that the actor may see, or for none. Throws ProblemException with every fault.
     */
    public DemandId receive(Actor actor, Optional<CaseFileId> file, Arrived arrived) {
        List<Problem> faults = new ArrayList<>();
        RecipientKind kind = arrived.asker().kind();
        if (kind == RecipientKind.FUNDER || kind == RecipientKind.SHARED_STORE) {
            faults.add(Problem.inField("protection.demand-no-authority", "asker"));
        }
        line(faults, arrived.person(), "person");
        line(faults, arrived.article(), "article");
        if (arrived.scope().isEmpty()) {
            faults.add(Problem.inField("protection.demand-groups", "groups"));
        }
        words(faults, arrived.words(), "words");
        LocalDate today = today();
        if (arrived.received().isAfter(today) || arrived.received().isBefore(today.minusDays(DAYS_MAX))) {
            faults.add(Problem.inField("protection.demand-received", "received"));
        } else if (arrived.due()
                .filter(due -> due.isBefore(arrived.received())
                        || due.isAfter(arrived.received().plusDays(DAYS_MAX)))
                .isPresent()) {
            faults.add(Problem.inField("protection.demand-due", "due"));
        }
        refuse(faults);
        return file.map(id -> demanding.receive(actor, id, arrived)).orElseGet(() -> loose.receive(actor, arrived));
    }

    /** Those with which something is still to be done and that the actor may open; the most pressing first. */
    public List<DemandLine> waiting(Actor actor) {
        return demanding.waiting(actor, SHOWN_MAX);
    }

    public DemandsOfFile of(Actor actor, CaseFileId file) {
        return demanding.ofFile(actor, file);
    }

    public DemandView view(Actor actor, CaseFileId file, DemandId demand) {
        return demanding.view(actor, file, demand, false);
    }

    /** The same for paper: recorded as a print. */
    public DemandView print(Actor actor, CaseFileId file, DemandId demand) {
        return demanding.view(actor, file, demand, true);
    }

    /** Whether a court forbids today that the person be told of a demand. */
    public boolean silenced(Actor actor, CaseFileId file) {
        return demanding.silenced(actor, file);
    }

    /** Passes it on to a lawyer of the file. */
    public void askLawyer(Actor actor, CaseFileId file, DemandId demand, MemberId lawyer) {
        demanding.askLawyer(actor, file, demand, lawyer);
    }

    /** The answer of the file's lawyer; a later one takes the place of an earlier one until something went out. */
    public void answer(Actor actor, CaseFileId file, DemandId demand, LawyersAnswer answer) {
        List<Problem> faults = new ArrayList<>();
        words(faults, answer.reasons(), "reasons");
        if (answer instanceof LawyersAnswer.Binds binds) {
            if (binds.scope().isEmpty()) {
                faults.add(Problem.inField("protection.demand-groups", "groups"));
            }
            line(faults, binds.article(), "article");
            if (binds.article().isBlank()) {
                faults.add(Problem.inField("protection.demand-article", "article"));
            }
        }
        refuse(faults);
        lawyers.answer(actor, file, demand, answer);
    }

    /** The person was told, before anything went out or afterwards. */
    public void personTold(Actor actor, CaseFileId file, DemandId demand, String words) {
        List<Problem> faults = new ArrayList<>();
        length(faults, words, WORDS_MAX, "words");
        refuse(faults);
        demanding.personTold(actor, file, demand, words);
    }

    /** For the file's lawyer: a court forbids telling, up to and including that day; a day that is over lifts it. */
    public void forbidTelling(Actor actor, CaseFileId file, DemandId demand, String order, LocalDate until) {
        List<Problem> faults = new ArrayList<>();
        line(faults, order, "order");
        if (order.isBlank()) {
            faults.add(Problem.inField("protection.demand-order", "order"));
        }
        LocalDate today = today();
        if (until.isAfter(today.plusDays(DAYS_MAX)) || until.isBefore(today.minusDays(DAYS_MAX))) {
            faults.add(Problem.inField("protection.demand-until", "until"));
        }
        refuse(faults);
        lawyers.forbidTelling(actor, file, demand, order, until);
    }

    /** Asks the gate for what the lawyer found it reaches and has not gone out; a refusal is an answer here. */
    public Sharing handOver(Actor actor, CaseFileId file, DemandId demand) {
        return demanding.handOver(actor, file, demand);
    }

    /** One that is tied to no file; for who wrote it down, for supervisors and lawyers. */
    public DemandView view(Actor actor, DemandId demand) {
        return loose.view(actor, demand);
    }

    /** Ties it to the file of that number, which the actor may see; the file's id. */
    public CaseFileId tie(Actor actor, DemandId demand, FileNumber number) {
        return loose.tie(actor, demand, number);
    }

    /** Neither yes nor no was said; for supervisors and lawyers. */
    public void answerNeither(Actor actor, DemandId demand, String words) {
        List<Problem> faults = new ArrayList<>();
        words(faults, words, "words");
        refuse(faults);
        loose.answerNeither(actor, demand, words);
    }

    /** Destroys one that was answered and is tied to no file; for supervisors and lawyers. */
    public void forget(Actor actor, DemandId demand) {
        loose.forget(actor, demand);
    }

    private static void words(List<Problem> faults, String text, String field) {
        if (text.isBlank()) {
            faults.add(Problem.inField("protection.demand-words", field));
        }
        length(faults, text, WORDS_MAX, field);
    }

    private static void line(List<Problem> faults, String text, String field) {
        length(faults, text, LINE_MAX, field);
    }

    private static void length(List<Problem> faults, String text, int max, String field) {
        if (text.length() > max) {
            faults.add(Problem.inField("protection.demand-long", field).with("max", Integer.toString(max)));
        }
    }

    private static void refuse(List<Problem> faults) {
        if (!faults.isEmpty()) {
            throw new ProblemException(faults);
        }
    }
}
