package org.fourfold.node.protection.internal;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
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
import org.fourfold.node.frame.Tx;
import org.fourfold.node.protection.Absence;
import org.fourfold.node.protection.Answers;
import org.fourfold.node.protection.Bed;
import org.fourfold.node.protection.CaseFile;
import org.fourfold.node.protection.Field;
import org.fourfold.node.protection.Placing;
import org.fourfold.node.protection.ShelterRoom;
import org.fourfold.node.protection.ShelterStay;
import org.fourfold.node.protection.Sleeper;
import org.fourfold.node.protection.StayView;
import org.fourfold.node.protection.Tonight;
import org.fourfold.node.trust.FileKey;
import org.fourfold.node.trust.Keyring;

/** Who sleeps here: giving beds, going out, coming back, leaving. Of the group of needs, as the night shift may write it. */
public final class Staying {

    private static final Set<FieldGroup> GROUP = Set.of(FieldGroup.NEEDS);

    /** What is opened of a file while its person is out, as far as the reader may see it. */
    private static final Set<FieldGroup> WHILE_OUT = EnumSet.of(FieldGroup.CONTACT, FieldGroup.SAFETY);

    private final Gate gate;
    private final Keyring keyring;
    private final InstantSource clock;
    private final RandomGenerator random;

    private record Found(
            List<ShelterRoom> rooms,
            List<StayRows.Stay> stays,
            List<StayRows.Out> out,
            List<CaseFile> files,
            List<ContentRows.Stored> names) {}

    public Staying(Gate gate, Keyring keyring, InstantSource clock, RandomGenerator random) {
        this.gate = gate;
        this.keyring = keyring;
        this.clock = clock;
        this.random = random;
    }

    public Tonight tonight(Actor actor) {
        Found found = gate.keepingHouse(actor, Gate.HOUSE, tx -> {
            List<StayRows.Stay> stays = StayRows.running(tx);
            List<CaseFile> files = FileRows.ofIds(
                    tx, stays.stream().map(stay -> stay.file().value()).toList());
            tx.record(Event.of(Events.LISTED)
                    .groups(EnumSet.of(FieldGroup.IDENTITY, FieldGroup.NEEDS))
                    .count(stays.size())
                    .detail("tonight"));
            return new Found(
                    BedRows.rooms(tx),
                    stays,
                    StayRows.out(tx),
                    files,
                    ContentRows.documents(
                            tx,
                            FieldGroup.IDENTITY,
                            files.stream().map(CaseFile::id).toList()));
        });
        return new Tonight(clock.instant(), found.rooms(), sleepers(found));
    }

    private List<Sleeper> sleepers(Found found) {
        Map<CaseFileId, FileKey> keys =
                keys(found.stays().stream().map(StayRows.Stay::file).collect(Collectors.toSet()));
        Map<CaseFileId, CaseFile> files =
                found.files().stream().collect(Collectors.toMap(CaseFile::id, Function.identity()));
        Map<CaseFileId, ContentRows.Stored> names =
                found.names().stream().collect(Collectors.toMap(ContentRows.Stored::file, Function.identity()));
        Map<UUID, StayRows.Out> out =
                found.out().stream().collect(Collectors.toMap(StayRows.Out::stay, Function.identity()));
        return found.stays().stream()
                .flatMap(stay -> Optional.ofNullable(keys.get(stay.file()))
                        .flatMap(key -> Optional.ofNullable(files.get(stay.file()))
                                .map(file -> new Sleeper(
                                        file,
                                        Optional.ofNullable(names.get(stay.file()))
                                                .flatMap(text -> name(key, text)),
                                        stay(key, stay),
                                        Optional.ofNullable(out.get(stay.id())).map(one -> absence(key, one)))))
                        .stream())
                .toList();
    }

    public StayView of(Actor actor, CaseFileId id) {
        FileKey key = Consenting.key(keyring, id);
        return gate.pass(actor, id, Operation.VIEW, GROUP, (tx, entry) -> {
            List<StayRows.Stay> all = StayRows.of(tx, id);
            Optional<StayRows.Stay> running =
                    all.stream().filter(stay -> stay.until().isEmpty()).findFirst();
            Optional<Absence> absence =
                    running.flatMap(stay -> StayRows.out(tx, stay.id())).map(out -> absence(key, out));
            Set<FieldGroup> open = entry.would(Operation.VIEW).permitted();
            Set<FieldGroup> shown = EnumSet.of(FieldGroup.NEEDS, FieldGroup.IDENTITY);
            if (absence.isPresent()) {
                shown.addAll(WHILE_OUT);
            }
            shown.retainAll(open);
            tx.record(Event.of(Events.STAY_SHOWN).about(id.value()).groups(shown));
            return new StayView(
                    entry.file(),
                    document(tx, key, FieldGroup.IDENTITY, shown).given(Field.NAME),
                    running.map(stay -> stay(key, stay)),
                    absence,
                    document(tx, key, FieldGroup.CONTACT, shown),
                    shown.contains(FieldGroup.CONTACT),
                    shown.contains(FieldGroup.SAFETY) ? ConsentRows.withheld(tx, key) : List.of(),
                    all.stream()
                            .filter(stay -> stay.until().isPresent())
                            .map(stay -> stay(key, stay))
                            .toList(),
                    Logging.about(tx, key, entry.file()),
                    BedRows.rooms(tx),
                    entry.would(Operation.WRITE).permitted().contains(FieldGroup.NEEDS));
        });
    }

    public void place(Actor actor, CaseFileId id, Placing placing) {
        FileKey key = Consenting.key(keyring, id);
        gate.pass(actor, id, Operation.WRITE, GROUP, (tx, entry) -> {
            Optional<StayRows.Stay> running = StayRows.running(tx, id);
            UUID stay = running.map(StayRows.Stay::id).orElseGet(() -> RandomIds.uuid(random));
            ShelterRoom room = room(tx, placing, stay);
            var sealed = DayDocuments.seal(key, stay, new DayDocuments.Slept(placing.bed(), placing.children()));
            if (running.isPresent()) {
                BedRows.free(tx, stay);
                StayRows.move(tx, stay, sealed);
            } else {
                StayRows.begin(tx, new StayRows.Stay(stay, id, clock.instant(), Optional.empty(), sealed));
            }
            if (!BedRows.take(tx, placing.bed(), stay)) {
                throw new ProblemException(Problem.inField("protection.bed-taken", "bed"));
            }
            if (placing.hold()) {
                BedRows.hold(tx, room.id(), stay);
            }
            tx.record(Event.of(running.isPresent() ? Events.STAY_MOVED : Events.STAY_BEGUN)
                    .about(id.value())
                    .groups(GROUP));
            return id;
        });
    }

    /** The room of the bed, which must be in use and not held for others. */
    private static ShelterRoom room(Tx tx, Placing placing, UUID stay) {
        ShelterRoom room = BedRows.rooms(tx).stream()
                .filter(one -> one.beds().stream()
                        .filter(bed -> !bed.closed())
                        .map(Bed::id)
                        .anyMatch(placing.bed()::equals))
                .findFirst()
                .orElseThrow(() -> new ProblemException(Problem.inField("protection.bed-gone", "bed")));
        if (!placing.family()
                && room.heldFor().filter(held -> !held.equals(stay)).isPresent()) {
            throw new ProblemException(Problem.inField("protection.room-is-held", "family"));
        }
        return room;
    }

    public void leave(Actor actor, CaseFileId id) {
        FileKey key = Consenting.key(keyring, id);
        gate.pass(actor, id, Operation.WRITE, GROUP, (tx, entry) -> {
            Instant now = clock.instant();
            StayRows.Stay stay = running(tx, id);
            StayRows.out(tx, stay.id()).ifPresent(out -> over(tx, key, out, Optional.empty()));
            BedRows.free(tx, stay.id());
            StayRows.end(tx, stay.id(), now);
            tx.record(Event.of(Events.STAY_ENDED).about(id.value()).groups(GROUP));
            return id;
        });
    }

    public void goOut(Actor actor, CaseFileId id, Instant expected, String agreed) {
        FileKey key = Consenting.key(keyring, id);
        gate.pass(actor, id, Operation.WRITE, GROUP, (tx, entry) -> {
            StayRows.Stay stay = running(tx, id);
            if (StayRows.out(tx, stay.id()).isPresent()) {
                throw new ProblemException(Problem.of("protection.absence-there"));
            }
            Instant now = clock.instant();
            // Whoever is looked for already went out by then at the latest.
            Instant out = expected.isBefore(now) ? expected : now;
            Absence absence = new Absence(RandomIds.uuid(random), out, expected, agreed, actor.member());
            StayRows.goOut(
                    tx,
                    new StayRows.Out(absence.id(), stay.id(), id, DayDocuments.seal(key, absence, Optional.empty())));
            tx.record(Event.of(Events.WENT_OUT).about(id.value()).groups(GROUP));
            return id;
        });
    }

    public void back(Actor actor, CaseFileId id) {
        FileKey key = Consenting.key(keyring, id);
        gate.pass(actor, id, Operation.WRITE, GROUP, (tx, entry) -> {
            StayRows.out(tx, running(tx, id).id()).ifPresent(out -> over(tx, key, out, Optional.of(clock.instant())));
            tx.record(Event.of(Events.CAME_BACK).about(id.value()).groups(GROUP));
            return id;
        });
    }

    private static void over(Tx tx, FileKey key, StayRows.Out out, Optional<Instant> back) {
        StayRows.over(tx, out.id(), DayDocuments.seal(key, absence(key, out), back));
    }

    private static StayRows.Stay running(Tx tx, CaseFileId id) {
        return StayRows.running(tx, id).orElseThrow(() -> new ProblemException(Problem.of("protection.stay-none")));
    }

    private static ShelterStay stay(FileKey key, StayRows.Stay stay) {
        DayDocuments.Slept slept = DayDocuments.slept(key, stay.id(), stay.sealed());
        return new ShelterStay(stay.id(), slept.bed(), slept.children(), stay.since(), stay.until());
    }

    private static Absence absence(FileKey key, StayRows.Out out) {
        return DayDocuments.absence(key, out.id(), out.sealed());
    }

    private static Optional<String> name(FileKey key, ContentRows.Stored text) {
        return Documents.readAnswers(key.open(text.group(), text.revision(), text.text()))
                .given(Field.NAME);
    }

    private static Answers document(Tx tx, FileKey key, FieldGroup group, Set<FieldGroup> shown) {
        return shown.contains(group)
                ? ContentRows.newest(tx, key.file(), group, key.file().value()).stream()
                        .map(text -> Documents.readAnswers(key.open(text.group(), text.revision(), text.text())))
                        .findFirst()
                        .orElse(Answers.NONE)
                : Answers.NONE;
    }

    private Map<CaseFileId, FileKey> keys(Collection<CaseFileId> files) {
        return keyring.findAll(new HashSet<>(files));
    }
}
