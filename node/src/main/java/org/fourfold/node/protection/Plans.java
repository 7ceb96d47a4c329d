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
import org.fourfold.node.protection.internal.Gate;
import org.fourfold.node.protection.internal.Planning;
import org.fourfold.node.trust.Keyring;

/**
 * What is planned with a person and what was given: safety plan, needs, goals in their own words, services, interpreters, goods
 * from the store. Each method asks the one decision first; refusals are thrown as
 * {@link org.fourfold.node.frame.RefusedException}. Threads: safe.
 */
public final class Plans {

    private static final int TIME_MAX = 5;

    private final Planning planning;

    public Plans(Database database, Keyring keyring, InstantSource clock, RandomGenerator random) {
        this.planning = new Planning(new Gate(database), keyring, clock, random);
    }

    public PlanView of(Actor actor, CaseFileId file) {
        return planning.of(actor, file);
    }

    /** Writes one down; goods are handed out instead. Throws ProblemException with every fault. */
    public void add(
            Actor actor, CaseFileId file, PlanEntry.Kind kind, String typed, Optional<LocalDate> day, String time) {
        add(actor, file, kind, typed, day, time, Optional.empty());
    }

    /** Books an interpreter of the house's list. Throws ProblemException with every fault. */
    public void book(Actor actor, CaseFileId file, UUID interpreter, String typed, LocalDate day, String time) {
        add(actor, file, PlanEntry.Kind.INTERPRETER, typed, Optional.of(day), time, Optional.of(interpreter));
    }

    private void add(
            Actor actor,
            CaseFileId file,
            PlanEntry.Kind kind,
            String typed,
            Optional<LocalDate> day,
            String time,
            Optional<UUID> interpreter) {
        List<Problem> faults = new ArrayList<>();
        String words = typed.replace("\r\n", "\n").strip();
        if (words.isEmpty() || words.length() > PlanEntry.WORDS_MAX) {
            faults.add(Problem.inField("protection.plan-words", "words"));
        }
        if (kind == PlanEntry.Kind.GOODS) {
            faults.add(Problem.inField("protection.plan-kind", "kind"));
        }
        if (time.strip().length() > TIME_MAX || (kind == PlanEntry.Kind.INTERPRETER && day.isEmpty())) {
            faults.add(Problem.inField("protection.plan-day", "day"));
        }
        if (!faults.isEmpty()) {
            throw new ProblemException(faults);
        }
        planning.add(actor, file, kind, words, day, time.strip(), interpreter);
    }

    /** How one stands now. */
    public void stands(Actor actor, CaseFileId file, UUID entry, PlanEntry.State state) {
        planning.stands(actor, file, entry, state);
    }

    /** The owner's supervisor approves the plan as it stands; never one of their own. */
    public void approve(Actor actor, CaseFileId file) {
        planning.approve(actor, file);
    }

    /** For a supervisor: files of those whom they supervise whose plan is not approved as it stands. */
    public List<CaseFile> waiting(Actor actor) {
        return planning.waiting(actor);
    }

    /** Hands out from the store to the person of a file; both are written down or neither. */
    public void handOut(Actor actor, CaseFileId file, UUID item, int quantity) {
        if (quantity < 1 || quantity > PlanEntry.QUANTITY_MAX) {
            throw new ProblemException(Problem.inField("protection.store-quantity", "quantity"));
        }
        planning.handOut(actor, file, item, quantity);
    }

    /** What lies in the store, by name. */
    public List<StoreItem> store(Actor actor) {
        return planning.store(actor);
    }

    /** A kind of thing that was not in the store yet. */
    public void addItem(Actor actor, String typed, int stock) {
        List<Problem> faults = new ArrayList<>();
        String name = typed.strip().replaceAll("\\s+", " ");
        if (name.isEmpty() || name.length() > StoreItem.NAME_MAX) {
            faults.add(Problem.inField("protection.store-name", "name"));
        }
        if (stock < 0 || stock > StoreItem.STOCK_MAX) {
            faults.add(Problem.inField("protection.store-stock", "stock"));
        }
        if (!faults.isEmpty()) {
            throw new ProblemException(faults);
        }
        planning.addItem(actor, name, stock);
    }

    /** How many there are after counting. */
    public void counted(Actor actor, UUID item, int stock) {
        if (stock < 0 || stock > StoreItem.STOCK_MAX) {
            throw new ProblemException(Problem.inField("protection.store-stock", "count"));
        }
        planning.counted(actor, item, stock);
    }
}
