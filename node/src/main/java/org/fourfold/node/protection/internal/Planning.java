package org.fourfold.node.protection.internal;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.CaseFileId;
import org.fourfold.node.frame.Event;
import org.fourfold.node.frame.FieldGroup;
import org.fourfold.node.frame.Operation;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.frame.RandomIds;
import org.fourfold.node.frame.RefusedException;
import org.fourfold.node.frame.Relation;
import org.fourfold.node.frame.Role;
import org.fourfold.node.frame.Tx;
import org.fourfold.node.protection.CaseFile;
import org.fourfold.node.protection.Interpreter;
import org.fourfold.node.protection.PlanApproval;
import org.fourfold.node.protection.PlanEntry;
import org.fourfold.node.protection.PlanView;
import org.fourfold.node.protection.StoreItem;
import org.fourfold.node.protection.Withholding;
import org.fourfold.node.trust.Box;
import org.fourfold.node.trust.FileKey;
import org.fourfold.node.trust.Keyring;

/** What is planned with a person and what was given. */
public final class Planning {

    private static final Set<FieldGroup> NEEDS = Set.of(FieldGroup.NEEDS);

    private final Gate gate;
    private final Keyring keyring;
    private final InstantSource clock;
    private final RandomGenerator random;

    public Planning(Gate gate, Keyring keyring, InstantSource clock, RandomGenerator random) {
        this.gate = gate;
        this.keyring = keyring;
        this.clock = clock;
        this.random = random;
    }

    public PlanView of(Actor actor, CaseFileId id) {
        FileKey key = Consenting.key(keyring, id);
        Box interpreters = keyring.lastingBox(Interpreting.LABEL);
        return gate.pass(actor, id, Operation.VIEW, NEEDS, (tx, entry) -> {
            Set<FieldGroup> shown = EnumSet.of(FieldGroup.NEEDS, FieldGroup.SAFETY);
            shown.retainAll(entry.would(Operation.VIEW).permitted());
            tx.record(Event.of(Events.PLAN_SHOWN).about(id.value()).groups(shown));
            Set<FieldGroup> writable = entry.would(Operation.WRITE).permitted();
            List<PlanEntry> entries = PlanRows.entries(tx, key);
            return new PlanView(
                    entry.file(),
                    entries,
                    PlanRows.approved(tx, id),
                    Arrays.stream(PlanEntry.Kind.values())
                            .filter(kind -> writable.contains(kind.group()))
                            .collect(Collectors.toSet()),
                    mayApprove(entry),
                    Interpreting.bookable(Interpreting.all(tx, interpreters), entries),
                    shown.contains(FieldGroup.SAFETY)
                            ? ConsentRows.withheld(tx, key).stream()
                                    .map(Withholding::from)
                                    .collect(Collectors.toSet())
                            : Set.of());
        });
    }

    private static boolean mayApprove(Gate.Entry entry) {
        return entry.actor().role() == Role.SUPERVISOR
                && entry.relations().contains(Relation.SUPERVISOR_OF_TEAM)
                && !entry.relations().contains(Relation.OWNER)
                && entry.file().isOpen();
    }

    public void add(
            Actor actor,
            CaseFileId id,
            PlanEntry.Kind kind,
            String words,
            Optional<LocalDate> day,
            String time,
            Optional<UUID> interpreter) {
        FileKey key = Consenting.key(keyring, id);
        Box interpreters = keyring.lastingBox(Interpreting.LABEL);
        gate.pass(actor, id, Operation.WRITE, Set.of(kind.group()), (tx, entry) -> {
            requireRoom(tx, key);
            interpreter.ifPresent(which -> requireBookable(Interpreting.all(tx, interpreters), which));
            PlanRows.insert(
                    tx,
                    key,
                    new PlanEntry(
                            RandomIds.uuid(random),
                            kind,
                            PlanEntry.State.OPEN,
                            words,
                            day,
                            time,
                            0,
                            now(),
                            actor.member(),
                            interpreter));
            tx.record(Event.of(Events.PLAN_CHANGED).about(id.value()).groups(Set.of(kind.group())));
            return id;
        });
    }

    private static void requireBookable(List<Interpreter> all, UUID which) {
        if (all.stream().noneMatch(one -> one.id().equals(which) && one.terms().active())) {
            throw new ProblemException(Problem.inField("protection.interpreter-gone", "interpreter"));
        }
    }

    private static void requireRoom(Tx tx, FileKey key) {
        if (PlanRows.entries(tx, key).size() >= PlanRows.ROWS_MAX) {
            throw new ProblemException(Problem.of("protection.plan-full"));
        }
    }

    /** The group is that of the entry: whoever may write needs but not safety changes nothing of the safety plan. */
    public void stands(Actor actor, CaseFileId id, UUID which, PlanEntry.State state) {
        FileKey key = Consenting.key(keyring, id);
        Set<FieldGroup> either = EnumSet.of(FieldGroup.NEEDS, FieldGroup.SAFETY);
        gate.pass(actor, id, Operation.WRITE, either, (tx, entry) -> {
            PlanEntry stored = PlanRows.entries(tx, key).stream()
                    .filter(one -> one.id().equals(which))
                    .findFirst()
                    .orElseThrow(() -> new RefusedException("relation"));
            if (!entry.decision().permitted().contains(stored.kind().group())) {
                throw new RefusedException("field-group");
            }
            PlanRows.change(
                    tx,
                    key,
                    new PlanEntry(
                            stored.id(),
                            stored.kind(),
                            state,
                            stored.words(),
                            stored.day(),
                            stored.time(),
                            stored.quantity(),
                            now(),
                            actor.member(),
                            stored.interpreter()));
            tx.record(Event.of(Events.PLAN_CHANGED)
                    .about(id.value())
                    .groups(Set.of(stored.kind().group())));
            return id;
        });
    }

    public void approve(Actor actor, CaseFileId id) {
        gate.pass(actor, id, Operation.VIEW, NEEDS, (tx, entry) -> {
            if (!mayApprove(entry)) {
                throw new ProblemException(Problem.of("protection.plan-approve"));
            }
            PlanRows.approve(tx, RandomIds.uuid(random), id, new PlanApproval(actor.member(), now()));
            tx.record(Event.of(Events.PLAN_APPROVED).about(id.value()).groups(NEEDS));
            return id;
        });
    }

    /** Goods that are handed out are no change of the plan: that one is goods is sealed, so it is looked at here. */
    public List<CaseFile> waiting(Actor actor) {
        record Found(List<PlanRows.Changed> changed, List<CaseFile> files) {}
        Found found = gate.keepingHouse(actor, Set.of(Role.SUPERVISOR), tx -> {
            List<PlanRows.Changed> changed = PlanRows.changed(tx, actor.member());
            tx.record(
                    Event.of(Events.LISTED).groups(NEEDS).count(changed.size()).detail("plans"));
            return new Found(
                    changed,
                    FileRows.ofIds(
                            tx,
                            changed.stream()
                                    .map(one -> one.file().value())
                                    .distinct()
                                    .toList()));
        });
        Map<CaseFileId, FileKey> keys =
                keyring.findAll(found.files().stream().map(CaseFile::id).toList());
        Set<CaseFileId> waiting = found.changed().stream()
                .filter(one -> Optional.ofNullable(keys.get(one.file()))
                        .map(key -> DayDocuments.plan(key, one.group(), one.id(), one.sealed()))
                        .filter(entry -> entry.kind() != PlanEntry.Kind.GOODS)
                        .isPresent())
                .map(PlanRows.Changed::file)
                .collect(Collectors.toSet());
        return found.files().stream()
                .filter(file -> waiting.contains(file.id()))
                .toList();
    }

    public void handOut(Actor actor, CaseFileId id, UUID item, int quantity) {
        FileKey key = Consenting.key(keyring, id);
        gate.pass(actor, id, Operation.WRITE, NEEDS, (tx, entry) -> {
            requireRoom(tx, key);
            StoreItem stored = PlanRows.store(tx).stream()
                    .filter(one -> one.id().equals(item))
                    .findFirst()
                    .orElseThrow(() -> new ProblemException(Problem.inField("protection.store-gone", "item")));
            if (!PlanRows.take(tx, item, quantity)) {
                throw new ProblemException(Problem.inField("protection.store-short", "quantity"));
            }
            PlanRows.insert(
                    tx,
                    key,
                    new PlanEntry(
                            RandomIds.uuid(random),
                            PlanEntry.Kind.GOODS,
                            PlanEntry.State.DONE,
                            stored.name(),
                            Optional.empty(),
                            "",
                            quantity,
                            now(),
                            actor.member(),
                            Optional.empty()));
            tx.record(Event.of(Events.HANDED_OUT).about(id.value()).groups(NEEDS));
            return id;
        });
    }

    public List<StoreItem> store(Actor actor) {
        return gate.keepingHouse(actor, Gate.HOUSE, tx -> {
            tx.record(Event.of(Events.STORE_SHOWN));
            return PlanRows.store(tx);
        });
    }

    public void addItem(Actor actor, String name, int stock) {
        gate.keepingHouse(actor, Gate.HOUSE, tx -> {
            if (PlanRows.store(tx).size() >= StoreItem.ITEMS_MAX) {
                throw new ProblemException(Problem.of("protection.store-full"));
            }
            StoreItem item = new StoreItem(RandomIds.uuid(random), name, stock);
            if (!PlanRows.addItem(tx, actor.organisation(), item)) {
                throw new ProblemException(Problem.inField("protection.room-there", "name"));
            }
            tx.record(Event.of(Events.STORE_CHANGED).about(item.id()));
            return item;
        });
    }

    public void counted(Actor actor, UUID item, int stock) {
        gate.keepingHouse(actor, Gate.HOUSE, tx -> {
            if (!PlanRows.counted(tx, item, stock)) {
                throw new ProblemException(Problem.inField("protection.store-gone", "counted"));
            }
            tx.record(Event.of(Events.STORE_CHANGED).about(item));
            return item;
        });
    }

    /** The database keeps microseconds: what was changed before an approval must not look later than it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
