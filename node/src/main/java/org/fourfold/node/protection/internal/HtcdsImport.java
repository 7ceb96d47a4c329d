package org.fourfold.node.protection.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.CaseFileId;
import org.fourfold.node.frame.Event;
import org.fourfold.node.frame.FieldGroup;
import org.fourfold.node.frame.Operation;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.frame.Problems;
import org.fourfold.node.frame.Relation;
import org.fourfold.node.frame.Revision;
import org.fourfold.node.frame.Tx;
import org.fourfold.node.protection.Answers;
import org.fourfold.node.protection.CaseFile;
import org.fourfold.node.protection.CaseState;
import org.fourfold.node.protection.FileNumber;
import org.fourfold.node.protection.HtcdsReport;
import org.fourfold.node.protection.Imported;
import org.fourfold.node.protection.htcds.Row;
import org.fourfold.node.protection.htcds.Rows;
import org.fourfold.node.protection.htcds.Sheet;
import org.fourfold.node.registry.Htcds;
import org.fourfold.node.trust.FileKey;
import org.fourfold.node.trust.Keyring;
import org.fourfold.node.trust.TokenKey;

/** Makes a case file of each row of an HTCDS table: one transaction a file, so a kill leaves whole files only. */
public final class HtcdsImport {

    private static final String DETAIL = "htcds:" + Htcds.VERSION;
    private static final String LABEL = "htcds-row";
    private static final Set<Relation> AS_OWNER = Set.of(Relation.OWNER);
    private static final List<FieldGroup> GROUPS = List.of(
            FieldGroup.IDENTITY,
            FieldGroup.CONTACT,
            FieldGroup.SAFETY,
            FieldGroup.NEEDS,
            FieldGroup.HEALTH,
            FieldGroup.NARRATIVE,
            FieldGroup.NOTES,
            FieldGroup.DURESS);

    /** Groups whose first document every file has. */
    private static final Set<FieldGroup> ALWAYS =
            EnumSet.of(FieldGroup.IDENTITY, FieldGroup.CONTACT, FieldGroup.SAFETY, FieldGroup.NEEDS);

    private final Gate gate;
    private final Keyring keyring;
    private final Openings openings;
    private final Htcds htcds;
    private final InstantSource clock;
    private final RandomGenerator random;

    public HtcdsImport(
            Gate gate,
            Keyring keyring,
            Openings openings,
            Htcds htcds,
            InstantSource clock,
            RandomGenerator random) {
        this.gate = gate;
        this.keyring = keyring;
        this.openings = openings;
        this.htcds = htcds;
        this.clock = clock;
        this.random = random;
    }

    public HtcdsReport run(Actor actor, InputStream file, boolean dryRun) throws IOException {
        record(actor, Event.of(Events.IMPORT_BEGUN).detail(dryRun ? DETAIL + ":tried" : DETAIL));
        Sheet sheet = sheet(actor, file);
        Rows rows = new Rows(htcds, sheet, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(1));
        TokenKey tokens = keyring.tokens(LABEL);
        Problems refusals = new Problems();
        Problems remarks = new Problems();
        remarks.addAll(rows.remarks());
        Set<ByteBuffer> seen = new HashSet<>();
        long accepted = 0;
        long duplicates = 0;
        for (Sheet.Line line : sheet.rows()) {
            Optional<Row> row = rows.row(line, refusals);
            if (row.isEmpty()) {
                continue;
            }
            byte[] token = tokens.token(row.get().canonical());
            if (seen.add(ByteBuffer.wrap(token)) && take(actor, row.get(), token, dryRun)) {
                accepted++;
            } else {
                duplicates++;
                remarks.add(Problem.inCell("protection.htcds-known", line.number(), "", Map.of()));
            }
        }
        record(actor, Event.of(Events.IMPORT_ENDED).count(accepted).detail(dryRun ? DETAIL + ":tried" : DETAIL));
        long all = sheet.rows().size();
        return new HtcdsReport(
                dryRun,
                sheet.encoding(),
                sheet.delimiter(),
                all,
                accepted,
                all - accepted - duplicates,
                duplicates,
                refusals.kept(),
                remarks.kept());
    }

    private Sheet sheet(Actor actor, InputStream file) throws IOException {
        try {
            return Sheet.read(file, htcds);
        } catch (ProblemException fault) {
            record(actor, Event.of(Events.IMPORT_ENDED).detail(fault.problems().getFirst().code()));
            throw fault;
        }
    }

    private void record(Actor actor, Event event) {
        gate.helping(actor, Operation.WRITE, AS_OWNER, tx -> {
            tx.record(event);
            return event;
        });
    }

    /** False when the row is known already. */
    private boolean take(Actor actor, Row row, byte[] token, boolean dryRun) {
        CaseFileId id = CaseFileId.random(random);
        FileKey key = keyring.create(id);
        TokenKey names = keyring.tokens(Finding.LABEL);
        return gate.helping(actor, Operation.WRITE, AS_OWNER, tx -> {
            boolean known = ImportKeyRows.isKnown(tx, token);
            if (known || dryRun) {
                tx.record(Event.of(Events.IMPORT_COMPARED).detail(known ? "known" : "new"));
                return !known;
            }
            CaseFile file = new CaseFile(
                    id,
                    FileNumber.random(random),
                    actor.member(),
                    CaseState.OPEN,
                    false,
                    Revision.FIRST,
                    clock.instant(),
                    Optional.empty());
            FileRows.insert(tx, file, actor.organisation());
            key.keep(tx);
            Set<FieldGroup> written = contents(tx, key, id, row);
            TokenRows.insert(tx, id, openings.tokens(names, row.answers()));
            ImportKeyRows.insert(tx, token, id);
            if (row.state() == CaseState.CLOSED) {
                FileRows.state(tx, file, CaseState.CLOSED, clock.instant());
            }
            tx.record(Event.of(Events.IMPORTED).about(id.value()).groups(written).detail(DETAIL));
            return true;
        });
    }

    private static Set<FieldGroup> contents(Tx tx, FileKey key, CaseFileId id, Row row) {
        Set<FieldGroup> written = EnumSet.noneOf(FieldGroup.class);
        for (FieldGroup group : GROUPS) {
            Answers answers = row.answers().in(group);
            Imported cells = ImportedRecords.of(row.imported(), group);
            if (ALWAYS.contains(group)) {
                ContentRows.insert(
                        tx,
                        new ContentRows.Stored(
                                id,
                                group,
                                Revision.FIRST,
                                id.value(),
                                key.seal(group, Revision.FIRST, Documents.write(answers))));
                written.add(group);
            }
            if (!cells.isEmpty()) {
                ImportedRecords.keep(tx, key, id, group, cells);
                written.add(group);
            }
        }
        return written;
    }
}
