package org.fourfold.node.protection.internal;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.fourfold.node.access.TeamId;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.CaseFileId;
import org.fourfold.node.frame.Ciphertext;
import org.fourfold.node.frame.Event;
import org.fourfold.node.frame.FieldGroup;
import org.fourfold.node.frame.MemberId;
import org.fourfold.node.frame.Operation;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.frame.RandomIds;
import org.fourfold.node.frame.RefusedException;
import org.fourfold.node.frame.Role;
import org.fourfold.node.frame.Tx;
import org.fourfold.node.protection.CaseFile;
import org.fourfold.node.protection.Cover;
import org.fourfold.node.protection.WorkTask;
import org.fourfold.node.trust.Box;
import org.fourfold.node.trust.FileKey;
import org.fourfold.node.trust.Keyring;

/** Tasks and cover for leave. A cover lends no relation: what the team may read of a file is what the cover reads. */
public final class Tasking {

    private static final String LABEL = "tasks";
    private static final Set<FieldGroup> GROUP = Set.of(FieldGroup.NEEDS);

    private final Gate gate;
    private final Keyring keyring;
    private final RandomGenerator random;

    /** Who does it: a member, a team, or, where neither is named, the teams of who sets it. */
    public record Whom(Optional<MemberId> assignee, Optional<TeamId> team) {}

    private record Found(List<TaskRows.Stored> tasks, List<CaseFile> files) {}

    public Tasking(Gate gate, Keyring keyring, RandomGenerator random) {
        this.gate = gate;
        this.keyring = keyring;
        this.random = random;
    }

    public List<WorkTask> mine(Actor actor, LocalDate today) {
        Found found = gate.keepingHouse(actor, Gate.HOUSE, tx -> {
            List<TaskRows.Stored> tasks = TaskRows.mine(tx, actor.member(), today);
            tx.record(Event.of(Events.LISTED).groups(GROUP).count(tasks.size()).detail("tasks"));
            return new Found(tasks, files(tx, tasks));
        });
        return opened(found);
    }

    public List<WorkTask> about(Actor actor, CaseFileId id) {
        return opened(gate.pass(actor, id, Operation.VIEW, GROUP, (tx, entry) -> {
            tx.record(Event.of(Events.VIEWED).about(id.value()).groups(GROUP).detail("tasks"));
            return new Found(TaskRows.about(tx, id), List.of(entry.file()));
        }));
    }

    private static List<CaseFile> files(Tx tx, List<TaskRows.Stored> tasks) {
        return FileRows.ofIds(
                tx,
                tasks.stream()
                        .flatMap(task -> task.file().stream())
                        .map(CaseFileId::value)
                        .distinct()
                        .toList());
    }

    private List<WorkTask> opened(Found found) {
        Map<CaseFileId, CaseFile> files =
                found.files().stream().collect(Collectors.toMap(CaseFile::id, Function.identity()));
        Map<CaseFileId, FileKey> keys = keyring.findAll(new HashSet<>(files.keySet()));
        Box box = keyring.lastingBox(LABEL);
        return found.tasks().stream()
                .flatMap(task -> words(box, keys, task)
                        .map(words -> new WorkTask(
                                task.id(),
                                task.maker(),
                                task.assignee(),
                                task.team(),
                                task.file().flatMap(file -> Optional.ofNullable(files.get(file))),
                                task.due(),
                                task.done(),
                                words))
                        .stream())
                .toList();
    }

    private static Optional<String> words(Box box, Map<CaseFileId, FileKey> keys, TaskRows.Stored task) {
        return task.file().isEmpty()
                ? Optional.of(DayDocuments.plainEntry(box.open(context(task.id()), task.sealed())))
                : task.file()
                        .flatMap(file -> Optional.ofNullable(keys.get(file)))
                        .map(key -> DayDocuments.task(key, task.id(), task.sealed()));
    }

    public void make(Actor actor, Optional<CaseFileId> file, Whom whom, LocalDate due, String what) {
        UUID id = RandomIds.uuid(random);
        if (file.isPresent()) {
            FileKey key = Consenting.key(keyring, file.get());
            gate.pass(actor, file.get(), Operation.WRITE, GROUP, (tx, entry) -> {
                MemberId owner = entry.file().owner();
                whom.assignee().ifPresent(member -> requireTeam(tx, member, owner));
                whom.team().ifPresent(team -> require(TaskRows.inTeam(tx, owner, team)));
                var sealed = DayDocuments.sealTask(key, id, what);
                TaskRows.insert(tx, actor, stored(id, actor, whom, file, due, sealed));
                tx.record(Event.of(Events.TASK_MADE).about(file.get().value()).groups(GROUP));
                return id;
            });
            return;
        }
        var sealed = keyring.lastingBox(LABEL).seal(context(id), DayDocuments.plainEntry(what));
        gate.keepingHouse(actor, Gate.HOUSE, tx -> {
            whom.assignee().ifPresent(member -> requireTeam(tx, member, actor.member()));
            whom.team().ifPresent(team -> require(TaskRows.isTeam(tx, team)));
            TaskRows.insert(tx, actor, stored(id, actor, whom, file, due, sealed));
            tx.record(Event.of(Events.HOUSE_TASK));
            return id;
        });
    }

    /** Nobody is given a task that they could not see. */
    private static void requireTeam(Tx tx, MemberId member, MemberId owner) {
        require(member.equals(owner) || TaskRows.sameTeam(tx, member, owner));
    }

    private static void require(boolean fits) {
        if (!fits) {
            throw new ProblemException(Problem.inField("protection.task-whom", "whom"));
        }
    }

    private static TaskRows.Stored stored(
            UUID id, Actor actor, Whom whom, Optional<CaseFileId> file, LocalDate due, Ciphertext sealed) {
        return new TaskRows.Stored(id, actor.member(), whom.assignee(), whom.team(), file, due, false, sealed);
    }

    public void done(Actor actor, UUID task, boolean done) {
        Optional<CaseFileId> file = gate.keepingHouse(actor, Gate.HOUSE, tx -> {
            tx.record(Event.of(Events.LISTED).detail("tasks"));
            return TaskRows.find(tx, task)
                    .orElseThrow(() -> new RefusedException("relation"))
                    .file();
        });
        if (file.isPresent()) {
            gate.pass(actor, file.get(), Operation.WRITE, GROUP, (tx, entry) -> {
                int rows = TaskRows.done(tx, task, done);
                tx.record(Event.of(Events.TASK_DONE)
                        .about(file.get().value())
                        .groups(GROUP)
                        .count(rows));
                return rows;
            });
            return;
        }
        gate.keepingHouse(actor, Gate.HOUSE, tx -> {
            int rows = TaskRows.done(tx, task, done);
            tx.record(Event.of(Events.HOUSE_TASK).count(rows).detail(done ? "done" : "not-done"));
            return rows;
        });
    }

    public List<Cover> covers(Actor actor, LocalDate today) {
        return gate.keepingHouse(actor, Gate.HOUSE, tx -> {
            tx.record(Event.of(Events.COVERS_SHOWN));
            return TaskRows.covers(tx, today);
        });
    }

    public void cover(Actor actor, MemberId member, MemberId covers, LocalDate first, LocalDate last) {
        gate.keepingHouse(actor, Gate.HOUSE, tx -> {
            boolean own = member.equals(actor.member());
            boolean supervised = actor.role() == Role.SUPERVISOR && supervises(tx, actor.member(), member);
            if (!(own || supervised) || !TaskRows.sameTeam(tx, covers, member)) {
                throw new ProblemException(Problem.inField("protection.cover-who", "covers"));
            }
            Cover cover = new Cover(RandomIds.uuid(random), member, covers, first, last);
            TaskRows.cover(tx, actor, cover);
            tx.record(Event.of(Events.COVER_CHANGED).about(member.value()).detail("named"));
            return cover;
        });
    }

    private static boolean supervises(Tx tx, MemberId me, MemberId member) {
        return tx.sql("SELECT access.supervises(:me, :member) AS supervises")
                .with("me", me.value())
                .with("member", member.value())
                .one((rs, n) -> rs.getBoolean("supervises"));
    }

    public void endCover(Actor actor, UUID cover) {
        gate.keepingHouse(actor, Gate.HOUSE, tx -> {
            if (TaskRows.endCover(tx, cover) == 0) {
                throw new RefusedException("relation");
            }
            tx.record(Event.of(Events.COVER_CHANGED).detail("ended"));
            return cover;
        });
    }

    private static byte[] context(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }
}
