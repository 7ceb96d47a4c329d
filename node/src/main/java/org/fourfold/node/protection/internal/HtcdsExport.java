package org.fourfold.node.protection.internal;

import java.io.Writer;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.CaseFileId;
import org.fourfold.node.frame.Event;
import org.fourfold.node.frame.FieldGroup;
import org.fourfold.node.frame.Operation;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.frame.RefusedException;
import org.fourfold.node.frame.Relation;
import org.fourfold.node.frame.Role;
import org.fourfold.node.frame.Slice;
import org.fourfold.node.frame.Tx;
import org.fourfold.node.protection.Answers;
import org.fourfold.node.protection.CaseFile;
import org.fourfold.node.protection.HtcdsChoice;
import org.fourfold.node.protection.Imported;
import org.fourfold.node.protection.Sharing;
import org.fourfold.node.protection.htcds.TableWriter;
import org.fourfold.node.registry.Htcds;
import org.fourfold.node.trust.FileKey;
import org.fourfold.node.trust.Keyring;

/**
 * Writes the actor's own files, and those of the team they supervise, as an HTCDS table. Each file is asked for as for paper
 * and recorded before its row is written; sealed files never go out. At most one page of files is in memory.
 */
public final class HtcdsExport {

    private static final String DETAIL = "htcds:" + Htcds.VERSION;
    private static final Set<Relation> AS_OWNER = Set.of(Relation.OWNER);
    private static final Instant BEFORE_ALL = Instant.parse("1900-01-01T00:00:00Z");

    private final Gate gate;
    private final HandingOver out;
    private final Keyring keyring;
    private final Htcds htcds;

    private record Content(Answers answers, Imported imported, Set<FieldGroup> groups) {}

    public HtcdsExport(Gate gate, HandingOver out, Keyring keyring, Htcds htcds) {
        this.out = out;
        this.gate = gate;
        this.keyring = keyring;
        this.htcds = htcds;
    }

    /** How many files went out. */
    public long run(Actor actor, HtcdsChoice choice, Writer out) {
        choice.requireWhole();
        gate.helping(actor, Operation.PRINT, AS_OWNER, tx -> {
            tx.record(Event.of(Events.EXPORT_BEGUN)
                    .groups(choice.groups())
                    .detail(DETAIL + (choice.staysHere() ? ":stays-here" : ":goes-out")));
            return choice;
        });
        TableWriter table = new TableWriter(htcds, out, choice.ownColumns());
        table.begin();
        long count = 0;
        Instant after = BEFORE_ALL;
        UUID last = new UUID(0, 0);
        List<CaseFile> page;
        do {
            page = page(actor, after, last);
            Map<CaseFileId, FileKey> keys =
                    keyring.findAll(page.stream().map(CaseFile::id).toList());
            for (CaseFile file : page) {
                Optional<Content> content = Optional.ofNullable(keys.get(file.id()))
                        .flatMap(key -> choice.going()
                                .map(going -> agreed(actor, file, choice.groups(), going))
                                .orElseGet(() -> content(actor, file.id(), key, choice.groups())));
                if (content.isPresent()) {
                    Content found = content.get();
                    table.write(file.state(), found.answers(), found.imported(), found.groups());
                    count++;
                }
                after = file.openedAt();
                last = file.id().value();
            }
        } while (page.size() == Slice.ROWS_MAX);
        table.end();
        if (count == 0 && choice.going().isPresent()) {
            throw new ProblemException(Problem.inField("protection.htcds-nobody", "recipient"));
        }
        return count;
    }

    private List<CaseFile> page(Actor actor, Instant after, UUID last) {
        return gate.helping(actor, Operation.PRINT, AS_OWNER, tx -> {
            List<CaseFile> files = FileRows.exportable(
                    tx, actor.member(), actor.role() == Role.SUPERVISOR, after, last, Slice.ROWS_MAX);
            tx.record(Event.of(Events.LISTED).count(files.size()).detail("export"));
            return files;
        });
    }

    /** Empty when nothing of the file may go out; the refusal is recorded. */
    private Optional<Content> content(Actor actor, CaseFileId id, FileKey key, Set<FieldGroup> groups) {
        try {
            return Optional.of(gate.pass(actor, id, Operation.PRINT, groups, (tx, entry) -> {
                Set<FieldGroup> open = entry.decision().permitted();
                tx.record(
                        Event.of(Events.EXPORTED).about(id.value()).groups(open).detail(DETAIL));
                return new Content(answers(tx, key, id, open), ImportedRecords.read(tx, key, id, open), open);
            }));
        } catch (RefusedException refused) {
            return Optional.empty();
        }
    }

    /** What the person agreed may go to this recipient; empty when it is nothing. The handing over is recorded as any other. */
    private Optional<Content> agreed(Actor actor, CaseFile file, Set<FieldGroup> groups, HtcdsChoice.Going going) {
        AtomicReference<Imported> imported = new AtomicReference<>(Imported.NONE);
        HandingOver.Way way = HandingOver.Way.byConsent(going.recipient(), going.purpose(), groups);
        try {
            Sharing sharing = out.share(
                    actor,
                    file.id(),
                    Operation.PRINT,
                    groups,
                    (tx, key, entry) -> way,
                    (tx, key, handover, open) -> imported.set(ImportedRecords.read(tx, key, file.id(), open)));
            return sharing instanceof Sharing.Given given
                    ? Optional.of(new Content(given.answers(), Objects.requireNonNull(imported.get()), given.groups()))
                    : Optional.empty();
        } catch (RefusedException refused) {
            return Optional.empty();
        }
    }

    private static Answers answers(Tx tx, FileKey key, CaseFileId id, Set<FieldGroup> groups) {
        Set<FieldGroup> documents = EnumSet.noneOf(FieldGroup.class);
        documents.addAll(groups);
        documents.remove(FieldGroup.NOTES);
        Answers answers = Answers.NONE;
        for (ContentRows.Stored stored : ContentRows.newest(tx, id, documents, FieldGroup.values().length)) {
            answers = answers.with(Documents.readAnswers(key.open(stored.group(), stored.revision(), stored.text())));
        }
        return answers;
    }
}
