package org.fourfold.node.protection;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.Ciphertext;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.frame.Problems;
import org.fourfold.node.frame.RandomIds;
import org.fourfold.node.protection.list.ListRecords;
import org.fourfold.node.protection.list.ListTable;
import org.fourfold.node.protection.list.Target;
import org.fourfold.node.tables.TableFile;
import org.fourfold.node.trust.Keyring;
import org.fourfold.node.trust.SealBrokenException;

/**
 * An organisation's own list brought into case files: kept sealed while somebody says which column is what, then taken by the same
 * import as any table. Nobody but who sent it finds it again; it is gone when it was taken, and at each start. Threads: safe.
 */
public final class OwnLists {

    /** Of the file: 8 MiB. */
    public static final int BYTES_MAX = 8 << 20;

    private static final String LABEL = "own-list";

    private final Protection protection;
    private final Keyring keyring;
    private final Path folder;
    private final RandomGenerator random;

    /** @param folder of the node's own, emptied at each start */
    public OwnLists(Protection protection, Keyring keyring, Path folder, RandomGenerator random) {
        this.protection = protection;
        this.keyring = keyring;
        this.folder = folder;
        this.random = random;
    }

    /** Keeps a list until it is taken. Throws ProblemException for what is no list. */
    public UUID keep(Actor actor, byte[] file) {
        if (file.length > BYTES_MAX) {
            throw new ProblemException(
                    Problem.inField("tables.too-large", "file").with("max", Integer.toString(BYTES_MAX >> 20)));
        }
        UUID id = RandomIds.uuid(random);
        int columns = read(file).headings().size();
        assert columns > 0;
        try {
            Files.write(
                    path(id), keyring.box(LABEL).seal(context(actor, id), file).bytes());
        } catch (IOException e) {
            throw new UncheckedIOException("a list could not be kept", e);
        }
        return id;
    }

    /** The list as it was kept; empty where it is gone, or was somebody else's. */
    public Optional<ListTable> kept(Actor actor, UUID id) {
        return open(actor, id).map(this::read);
    }

    /**
     * Brings it in, or tries to. What was not understood is kept as it came and told with its place in the list.
     *
     * @param targets one for each column
     */
    public Optional<HtcdsReport> bring(Actor actor, UUID id, List<Target> targets, boolean dryRun) throws IOException {
        Optional<byte[]> file = open(actor, id);
        if (file.isEmpty()) {
            return Optional.empty();
        }
        ListTable list = read(file.get());
        if (targets.size() != list.headings().size()) {
            throw new ProblemException(Problem.of("protection.list-columns"));
        }
        ListRecords records = new ListRecords(list, targets);
        HtcdsReport report = protection.importHtcds(actor, new ByteArrayInputStream(records.table()), dryRun);
        if (!dryRun) {
            Files.deleteIfExists(path(id));
        }
        return Optional.of(atHome(report, records));
    }

    /** That a column is no field of the standard is no news here: a person said so. */
    private static HtcdsReport atHome(HtcdsReport report, ListRecords records) {
        List<Problem> remarks = new ArrayList<>(records.remarks());
        report.remarks().stream()
                .filter(one -> !one.code().equals("protection.htcds-column-aside"))
                .map(records::atHome)
                .forEach(remarks::add);
        int told = Math.min(remarks.size(), Problems.KEPT_MAX);
        return new HtcdsReport(
                report.dryRun(),
                report.encoding(),
                report.delimiter(),
                report.rows(),
                report.accepted(),
                report.refused(),
                report.duplicates(),
                report.alike(),
                report.refusals().stream().map(records::atHome).toList(),
                remarks.subList(0, told),
                report.untold() + remarks.size() - told);
    }

    private Optional<byte[]> open(Actor actor, UUID id) {
        try {
            Ciphertext sealed = Ciphertext.of(Files.readAllBytes(path(id)));
            return Optional.of(keyring.box(LABEL).open(context(actor, id), sealed));
        } catch (IOException | SealBrokenException gone) {
            return Optional.empty();
        }
    }

    private ListTable read(byte[] file) {
        try {
            Path copy = Files.createTempFile(folder, "list", "");
            try {
                Files.write(copy, file);
                try (TableFile table = TableFile.open(copy)) {
                    return ListTable.read(table);
                }
            } finally {
                Files.deleteIfExists(copy);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a list could not be read", e);
        }
    }

    private Path path(UUID id) {
        return folder.resolve("list-" + id);
    }

    private static byte[] context(Actor actor, UUID id) {
        return (id + "|" + actor.member()).getBytes(StandardCharsets.UTF_8);
    }
}
