package org.fourfold.node.protection.internal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
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
import org.fourfold.node.frame.Tx;
import org.fourfold.node.protection.CaseFile;
import org.fourfold.node.protection.FamilyView;
import org.fourfold.node.protection.Relative;
import org.fourfold.node.trust.FileKey;
import org.fourfold.node.trust.Keyring;

/** Who belongs together. A link is two rows, one under each file's key, that know of each other by what is inside. */
public final class Relating {

    private static final Set<FieldGroup> GROUP = Set.of(FieldGroup.NEEDS);

    /** More than a family has. */
    private static final int ROWS_MAX = 50;

    private final Gate gate;
    private final Keyring keyring;
    private final RandomGenerator random;

    /** A row opened: {@code link} is shared by both sides. */
    record Opened(UUID id, UUID link, Relative.Kin kin, Optional<CaseFileId> other, String words) {}

    public Relating(Gate gate, Keyring keyring, RandomGenerator random) {
        this.gate = gate;
        this.keyring = keyring;
        this.random = random;
    }

    public FamilyView of(Actor actor, CaseFileId id) {
        FileKey key = Consenting.key(keyring, id);
        return gate.pass(actor, id, Operation.VIEW, GROUP, (tx, entry) -> {
            tx.record(Event.of(Events.FAMILY_SHOWN).about(id.value()).groups(GROUP));
            return new FamilyView(
                    entry.file(),
                    relatives(tx, key),
                    entry.would(Operation.WRITE).permitted().contains(FieldGroup.NEEDS));
        });
    }

    /** Each with its file only where row security shows it to the reader. */
    static List<Relative> relatives(Tx tx, FileKey key) {
        return rows(tx, key).stream()
                .map(row -> new Relative(
                        row.id(), row.kin(), row.other().flatMap(other -> FileRows.find(tx, other)), row.words()))
                .toList();
    }

    public void link(Actor actor, CaseFileId id, CaseFileId otherId, Relative.Kin kin) {
        FileKey key = Consenting.key(keyring, id);
        Optional<FileKey> otherKey = keyring.find(otherId);
        gate.pass(actor, id, Operation.WRITE, GROUP, (tx, entry) -> {
            CaseFile other = FileRows.find(tx, otherId)
                    .filter(file -> otherKey.isPresent() && mayWrite(tx, actor, file))
                    .orElseThrow(() -> new ProblemException(Problem.inField("protection.family-number", "number")));
            requireBothSee(tx, entry.file(), other);
            if (rows(tx, key).stream().anyMatch(row -> row.other().equals(Optional.of(otherId)))) {
                throw new ProblemException(Problem.inField("protection.family-there", "number"));
            }
            UUID link = RandomIds.uuid(random);
            add(tx, key, new Opened(RandomIds.uuid(random), link, kin, Optional.of(otherId), ""));
            add(
                    tx,
                    otherKey.orElseThrow(),
                    new Opened(RandomIds.uuid(random), link, kin.inverse(), Optional.of(id), ""));
            tx.record(Event.of(Events.FAMILY_CHANGED).about(id.value()).groups(GROUP));
            tx.record(Event.of(Events.FAMILY_CHANGED).about(otherId.value()).groups(GROUP));
            return id;
        });
    }

    private static boolean mayWrite(Tx tx, Actor actor, CaseFile file) {
        return Gate.mayAlso(tx, actor, file, Operation.WRITE, FieldGroup.NEEDS);
    }

    /** A link tells each owner that the other file is there: only where both may see both anyway. */
    private static void requireBothSee(Tx tx, CaseFile one, CaseFile other) {
        MemberId owner = one.owner();
        boolean both = owner.equals(other.owner())
                || (!one.sealed() && !other.sealed() && TaskRows.sameTeam(tx, owner, other.owner()));
        if (!both) {
            throw new ProblemException(Problem.inField("protection.family-owners", "number"));
        }
    }

    public void mention(Actor actor, CaseFileId id, Relative.Kin kin, String words) {
        FileKey key = Consenting.key(keyring, id);
        gate.pass(actor, id, Operation.WRITE, GROUP, (tx, entry) -> {
            add(tx, key, new Opened(RandomIds.uuid(random), RandomIds.uuid(random), kin, Optional.empty(), words));
            tx.record(Event.of(Events.FAMILY_CHANGED).about(id.value()).groups(GROUP));
            return id;
        });
    }

    public void unlink(Actor actor, CaseFileId id, UUID relative) {
        FileKey key = Consenting.key(keyring, id);
        Optional<CaseFileId> other = gate.pass(actor, id, Operation.WRITE, GROUP, (tx, entry) -> {
            Optional<Opened> row = rows(tx, key).stream()
                    .filter(one -> one.id().equals(relative))
                    .findFirst();
            row.ifPresent(one -> drop(tx, one.id()));
            tx.record(Event.of(Events.FAMILY_CHANGED).about(id.value()).groups(GROUP));
            return row.flatMap(Opened::other);
        });
        other.flatMap(keyring::find).ifPresent(otherKey -> unlinkThere(actor, id, otherKey));
    }

    /** The other side goes too where the actor may write it; where not, its owner sees a link to nobody and takes it away. */
    private void unlinkThere(Actor actor, CaseFileId id, FileKey otherKey) {
        gate.helping(actor, Operation.SEARCH, Set.of(), tx -> {
            int dropped = FileRows.find(tx, otherKey.file())
                    .filter(file -> mayWrite(tx, actor, file))
                    .map(file -> rows(tx, otherKey).stream()
                            .filter(row -> row.other().equals(Optional.of(id)))
                            .mapToInt(row -> drop(tx, row.id()))
                            .sum())
                    .orElse(0);
            tx.record(Event.of(Events.FAMILY_CHANGED)
                    .about(otherKey.file().value())
                    .groups(GROUP)
                    .count(dropped));
            return dropped;
        });
    }

    private static List<Opened> rows(Tx tx, FileKey key) {
        return tx.sql("SELECT id, ciphertext FROM protection.relative WHERE file = :file ORDER BY id LIMIT :rows")
                .with("file", key.file().value())
                .with("rows", ROWS_MAX)
                .list((rs, n) -> DayDocuments.relative(
                        key, rs.getObject("id", UUID.class), Ciphertext.of(rs.getBytes("ciphertext"))));
    }

    private static void add(Tx tx, FileKey key, Opened row) {
        if (rows(tx, key).size() >= ROWS_MAX) {
            throw new ProblemException(Problem.of("protection.family-full"));
        }
        tx.sql("INSERT INTO protection.relative (id, file, ciphertext) VALUES (:id, :file, :sealed)")
                .with("id", row.id())
                .with("file", key.file().value())
                .with("sealed", DayDocuments.seal(key, row).bytes())
                .update();
    }

    private static int drop(Tx tx, UUID id) {
        return tx.sql("DELETE FROM protection.relative WHERE id = :id")
                .with("id", id)
                .update();
    }
}
