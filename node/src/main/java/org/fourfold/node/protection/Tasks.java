package org.fourfold.node.protection;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.fourfold.node.access.TeamId;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.CaseFileId;
import org.fourfold.node.frame.Database;
import org.fourfold.node.frame.MemberId;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.protection.internal.Gate;
import org.fourfold.node.protection.internal.Tasking;
import org.fourfold.node.trust.Keyring;

/**
 * What is to be done by which day, by whom, and who does it while they are away. For those who look after the house; others are
 * refused as {@link org.fourfold.node.frame.RefusedException}. Days are the organisation's: the caller says which day it is.
 * Threads: safe.
 */
public final class Tasks {

    private final Tasking tasking;

    public Tasks(Database database, Keyring keyring, RandomGenerator random) {
        this.tasking = new Tasking(new Gate(database), keyring, random);
    }

    /** What waits for the actor: their own, their team's, and those of whom they cover today; the nearest day first. */
    public List<WorkTask> mine(Actor actor, LocalDate today) {
        return tasking.mine(actor, today);
    }

    /** All tasks about a file, open ones first. */
    public List<WorkTask> about(Actor actor, CaseFileId file) {
        return tasking.about(actor, file);
    }

    /** Sets a task for a member of the actor's team, or for the actor's teams. Throws ProblemException with every fault. */
    public void make(
            Actor actor,
            LocalDate today,
            Optional<CaseFileId> file,
            Optional<MemberId> assignee,
            LocalDate due,
            String what) {
        make(actor, today, file, assignee, Optional.empty(), due, what);
    }

    /** Sets one for a team of the house: about a file only for one that its owner is in. Throws ProblemException with every fault. */
    public void makeForTeam(
            Actor actor, LocalDate today, Optional<CaseFileId> file, TeamId team, LocalDate due, String what) {
        make(actor, today, file, Optional.empty(), Optional.of(team), due, what);
    }

    private void make(
            Actor actor,
            LocalDate today,
            Optional<CaseFileId> file,
            Optional<MemberId> assignee,
            Optional<TeamId> team,
            LocalDate due,
            String what) {
        List<Problem> faults = new ArrayList<>();
        String words = what.replace("\r\n", "\n").strip();
        if (words.isEmpty() || words.length() > WorkTask.WHAT_MAX) {
            faults.add(Problem.inField("protection.task-what", "what"));
        }
        if (due.isBefore(today) || due.isAfter(today.plusDays(WorkTask.DAYS_MAX))) {
            faults.add(Problem.inField("protection.task-due", "due"));
        }
        if (!faults.isEmpty()) {
            throw new ProblemException(faults);
        }
        tasking.make(actor, file, new Tasking.Whom(assignee, team), due, words);
    }

    /** It is done, or was not after all. */
    public void done(Actor actor, UUID task, boolean done) {
        tasking.done(actor, task, done);
    }

    /** Covers that hold or will, of the actor's team. */
    public List<Cover> covers(Actor actor, LocalDate today) {
        return tasking.covers(actor, today);
    }

    /** Names who does a member's tasks while they are away: for oneself, or by who supervises them. */
    public void cover(Actor actor, LocalDate today, MemberId member, MemberId covers, LocalDate first, LocalDate last) {
        List<Problem> faults = new ArrayList<>();
        if (first.isBefore(today) || last.isBefore(first) || last.isAfter(first.plusDays(Cover.DAYS_MAX))) {
            faults.add(Problem.inField("protection.cover-days", "last"));
        }
        if (member.equals(covers)) {
            faults.add(Problem.inField("protection.cover-who", "covers"));
        }
        if (!faults.isEmpty()) {
            throw new ProblemException(faults);
        }
        tasking.cover(actor, member, covers, first, last);
    }

    /** The member is back, or somebody else covers. */
    public void endCover(Actor actor, UUID cover) {
        tasking.endCover(actor, cover);
    }
}
