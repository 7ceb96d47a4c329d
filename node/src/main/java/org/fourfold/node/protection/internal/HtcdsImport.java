package org.fourfold.node.protection.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
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
import org.fourfold.node.protection.Field;
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
    private final Finding finding;
    private final Htcds htcds;
    private final InstantSource clock;
    private final RandomGenerator random;

    public HtcdsImport(
            Gate gate,
            Keyring keyring,
            Openings openings,
            Finding finding,
            Htcds htcds,
            InstantSource clock,
            RandomGenerator random) {
        this.gate = gate;
        this.keyring = keyring;
        this.openings = openings;
        this.finding = finding;
        this.htcds = htcds;
        this.clock = clock;
        this.random = random;
    }

    /** What is known of the person of a row. */
    private enum Standing {
        NEW,
        /** A file that is there may be about the same person. */
        ALIKE,
        /** The same row was taken before, word for word. */
        KNOWN
    }

    private record Tokens(TokenKey rows, TokenKey names) {}

    public HtcdsReport run(Actor actor, InputStream file, boolean dryRun) throws IOException {
        record(actor, Event.of(Events.IMPORT_BEGUN).detail(detail(dryRun)));
        Sheet sheet = sheet(actor, file);
        Rows rows = new Rows(htcds, sheet, Days.last(clock));
        Tokens tokens = new Tokens(keyring.tokens(LABEL), keyring.tokens(Finding.LABEL));
        Problems refusals = new Problems();
        Problems remarks = new Problems();
        remarks.addAll(rows.remarks());
        Set<ByteBuffer> seen = new HashSet<>();
        Map<Standing, Long> count = new EnumMap<>(Standing.class);
        for (Sheet.Line line : sheet.rows()) {
            Optional<Row> row = rows.row(line, refusals, remarks);
            if (row.isPresent()) {
                byte[] token = tokens.rows().token(row.get().canonical());
                Standing standing = seen.add(ByteBuffer.wrap(token))
                        ? take(actor, row.get(), token, tokens.names(), dryRun)
                        : Standing.KNOWN;
                count.merge(standing, 1L, Long::sum);
                tell(standing, line.number(), remarks);
            }
        }
        long alike = count.getOrDefault(Standing.ALIKE, 0L);
        long accepted = count.getOrDefault(Standing.NEW, 0L) + alike;
        long duplicates = count.getOrDefault(Standing.KNOWN, 0L);
        record(actor, Event.of(Events.IMPORT_ENDED).count(accepted).detail(detail(dryRun)));
        return new HtcdsReport(
                dryRun,
                sheet.encoding(),
                sheet.delimiter(),
                sheet.rows().size(),
                accepted,
                sheet.rows().size() - accepted - duplicates,
                duplicates,
                alike,
                refusals.kept(),
                remarks.kept(),
                refusals.count()
                        - refusals.kept().size()
                        + remarks.count()
                        - remarks.kept().size());
    }

    private static String detail(boolean dryRun) {
        return dryRun ? DETAIL + ":tried" : DETAIL;
    }

    private static void tell(Standing standing, long row, Problems remarks) {
        switch (standing) {
            case NEW -> {}
            case ALIKE -> remarks.add(Problem.inCell("protection.htcds-alike", row, "", Map.of()));
            case KNOWN -> remarks.add(Problem.inCell("protection.htcds-known", row, "", Map.of()));
        }
    }

    private Sheet sheet(Actor actor, InputStream file) throws IOException {
        try {
            return Sheet.read(file, htcds);
        } catch (ProblemException fault) {
            record(
                    actor,
                    Event.of(Events.IMPORT_ENDED)
                            .detail(fault.problems().getFirst().code()));
            throw fault;
        }
    }

    private void record(Actor actor, Event event) {
        gate.helping(actor, Operation.WRITE, AS_OWNER, tx -> {
            tx.record(event);
            return event;
        });
    }

    /** Takes the row, unless it is known or only tried; either way the record holds that it was compared. */
    private Standing take(Actor actor, Row row, byte[] token, TokenKey names, boolean dryRun) {
        CaseFileId id = CaseFileId.random(random);
        FileKey key = keyring.create(id);
        return gate.helping(actor, Operation.WRITE, AS_OWNER, tx -> {
            Standing standing = standing(tx, row, token, names);
            if (standing == Standing.KNOWN || dryRun) {
                tx.record(
                        Event.of(Events.IMPORT_COMPARED).detail(standing.name().toLowerCase(Locale.ROOT)));
                return standing;
            }
            CaseFile file = openings.insert(tx, actor, id);
            key.keep(tx);
            Set<FieldGroup> written = contents(tx, key, id, row);
            TokenRows.insert(tx, id, openings.tokens(names, row.answers()));
            ImportKeyRows.insert(tx, token, id);
            if (row.state() == CaseState.CLOSED) {
                FileRows.state(tx, file, CaseState.CLOSED, clock.instant());
            }
            tx.record(
                    Event.of(Events.IMPORTED).about(id.value()).groups(written).detail(DETAIL));
            return standing;
        });
    }

    private Standing standing(Tx tx, Row row, byte[] token, TokenKey names) {
        if (ImportKeyRows.isKnown(tx, token)) {
            return Standing.KNOWN;
        }
        return row.answers()
                .given(Field.NAME)
                .filter(name -> finding.isPossiblyThere(tx, names, name))
                .map(name -> Standing.ALIKE)
                .orElse(Standing.NEW);
    }

    private static Set<FieldGroup> contents(Tx tx, FileKey key, CaseFileId id, Row row) {
        Set<FieldGroup> written = EnumSet.noneOf(FieldGroup.class);
        for (FieldGroup group : GROUPS) {
            Answers answers = row.answers().in(group);
            Imported cells = ImportedRecords.of(row.imported(), group);
            if (ALWAYS.contains(group) || !answers.byField().isEmpty()) {
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
