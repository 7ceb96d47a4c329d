package org.fourfold.node.protection.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.fourfold.node.frame.CaseFileId;
import org.fourfold.node.frame.Ciphertext;
import org.fourfold.node.frame.MemberId;
import org.fourfold.node.frame.OrganisationId;
import org.fourfold.node.frame.Tx;
import org.fourfold.node.protection.CaseFile;
import org.fourfold.node.protection.DemandId;
import org.fourfold.node.protection.DemandLine;
import org.fourfold.node.protection.FileNumber;
import org.fourfold.node.protection.LegalDemand;
import org.fourfold.node.protection.LegalDemand.Kind;
import org.fourfold.node.protection.LegalDemand.Step;
import org.fourfold.node.trust.FileKey;

/** Statements over demands and what was done with them. What row security hides is as if it were not there. */
final class DemandRows {

    /** More than a file ever has. */
    static final int DEMANDS_MAX = 200;

    /** More than is ever done with one demand. */
    static final int STEPS_MAX = 200;

    /** More lawyers than a file ever has. */
    private static final int LAWYERS_MAX = 20;

    /** A demand, what arrived and what was done with it still sealed. */
    record Header(
            DemandId id, Optional<CaseFileId> file, MemberId writtenBy, LocalDate received, Optional<LocalDate> due) {}

    /** A step as it is stored. */
    record Stored(UUID id, Kind kind, Instant at, MemberId by, Optional<LocalDate> until, Ciphertext sealed) {}

    private DemandRows() {}

    /** Nobody else decides about this demand until the transaction ends. */
    static void hold(Tx tx, DemandId demand) {
        tx.sql("SELECT pg_advisory_xact_lock(4666, hashtext(:demand))")
                .with("demand", demand.toString())
                .run();
    }

    static void insert(Tx tx, Header header, OrganisationId organisation, Optional<MemberId> owner) {
        tx.sql("""
                INSERT INTO protection.demand (id, organisation, file, owner, member, received_on, due)
                VALUES (:id, :organisation, CAST(:file AS uuid), CAST(:owner AS uuid), :member, :received, CAST(:due AS date))
                """)
                .with("id", header.id().value())
                .with("organisation", organisation.value())
                .with("file", header.file().map(CaseFileId::value).orElse(null))
                .with("owner", owner.map(MemberId::value).orElse(null))
                .with("member", header.writtenBy().value())
                .with("received", header.received())
                .with("due", header.due().orElse(null))
                .update();
    }

    static void add(Tx tx, DemandId demand, Stored step) {
        tx.sql("""
                INSERT INTO protection.demand_step (id, demand, kind, at, member, until, ciphertext)
                VALUES (:id, :demand, :kind, :at, :member, CAST(:until AS date), :sealed)
                """)
                .with("id", step.id())
                .with("demand", demand.value())
                .with("kind", step.kind())
                .with("at", step.at())
                .with("member", step.by().value())
                .with("until", step.until().orElse(null))
                .with("sealed", step.sealed().bytes())
                .update();
    }

    static Optional<Header> find(Tx tx, DemandId demand) {
        return tx.sql("SELECT id, file, member, received_on, due FROM protection.demand WHERE id = :id")
                .with("id", demand.value())
                .optional((rs, n) -> new Header(
                        demand,
                        Optional.ofNullable(rs.getObject("file", UUID.class)).map(CaseFileId::new),
                        new MemberId(rs.getObject("member", UUID.class)),
                        rs.getObject("received_on", LocalDate.class),
                        day(rs, "due")));
    }

    /** Empty for who may not open the demand. */
    static List<Stored> steps(Tx tx, DemandId demand) {
        return tx.sql("""
                SELECT id, kind, at, member, until, ciphertext FROM protection.demand_step
                WHERE demand = :demand ORDER BY number LIMIT :rows
                """)
                .with("demand", demand.value())
                .with("rows", STEPS_MAX)
                .list((rs, n) -> new Stored(
                        rs.getObject("id", UUID.class),
                        Kind.valueOf(rs.getString("kind")),
                        FileRows.instant(rs, "at"),
                        new MemberId(rs.getObject("member", UUID.class)),
                        day(rs, "until"),
                        Ciphertext.of(rs.getBytes("ciphertext"))));
    }

    static LegalDemand open(FileKey key, Header header, List<Stored> stored) {
        Stored first = stored.getFirst();
        List<Step> steps = new ArrayList<>();
        for (Stored step : stored) {
            DemandDocuments.Told told = step.kind() == Kind.RECEIVED
                    ? DemandDocuments.Told.NOTHING
                    : DemandDocuments.told(key, step.id(), step.sealed());
            steps.add(new Step(
                    step.kind(),
                    step.at(),
                    step.by(),
                    told.words(),
                    told.article(),
                    told.groups(),
                    told.lawyer(),
                    step.until(),
                    told.handover()));
        }
        return new LegalDemand(
                header.id(),
                header.file(),
                header.writtenBy(),
                header.received(),
                header.due(),
                DemandDocuments.terms(key, first.id(), first.sealed()),
                steps);
    }

    static void reseal(Tx tx, UUID step, Ciphertext sealed) {
        tx.sql("UPDATE protection.demand_step SET ciphertext = :sealed WHERE id = :id")
                .with("sealed", sealed.bytes())
                .with("id", step)
                .update();
    }

    static int tie(Tx tx, DemandId demand, CaseFile file) {
        return tx.sql("UPDATE protection.demand SET file = :file, owner = :owner WHERE id = :id AND file IS NULL")
                .with("file", file.id().value())
                .with("owner", file.owner().value())
                .with("id", demand.value())
                .update();
    }

    static int forget(Tx tx, DemandId demand) {
        return tx.sql("DELETE FROM protection.demand WHERE id = :id AND file IS NULL")
                .with("id", demand.value())
                .update();
    }

    /** The file's, as far as the actor may know them. */
    static List<MemberId> lawyers(Tx tx, CaseFileId file) {
        return tx.sql("SELECT lawyer FROM protection.file_lawyer WHERE file = :file ORDER BY lawyer LIMIT :rows")
                .with("file", file.value())
                .with("rows", LAWYERS_MAX)
                .list((rs, n) -> new MemberId(rs.getObject("lawyer", UUID.class)));
    }

    /** Of one file, the latest first. */
    static List<DemandLine> ofFile(Tx tx, MemberId me, CaseFileId file) {
        return tx.sql("""
                SELECT d.id, d.file, f.number, d.received_on, d.due, f.owner = :me AS mine,
                       (SELECT string_agg(s.kind, ',' ORDER BY s.number) FROM protection.demand_step s
                        WHERE s.demand = d.id) AS kinds,
                       (SELECT s.until FROM protection.demand_step s WHERE s.demand = d.id AND s.until IS NOT NULL
                        ORDER BY s.number DESC LIMIT 1) AS silent_until,
                       EXISTS (SELECT FROM protection.file_lawyer l WHERE l.file = d.file AND l.lawyer = :me) AS lawyer,
                       EXISTS (SELECT FROM protection.file_lawyer l WHERE l.file = d.file) AS lawyer_named
                FROM protection.demand d JOIN protection.case_file f ON f.id = d.file
                WHERE d.file = :file ORDER BY d.received_on DESC, d.id LIMIT :rows
                """)
                .with("me", me.value())
                .with("file", file.value())
                .with("rows", DEMANDS_MAX)
                .list(DemandRows::line);
    }

    /** Those that the actor may open and with which something is still to be done, the most pressing first. */
    static List<DemandLine> waiting(Tx tx, MemberId me, int rows) {
        return tx.sql("""
                SELECT d.id, d.file, f.number, d.received_on, d.due, coalesce(f.owner = :me, false) AS mine,
                       (SELECT string_agg(s.kind, ',' ORDER BY s.number) FROM protection.demand_step s
                        WHERE s.demand = d.id) AS kinds,
                       (SELECT s.until FROM protection.demand_step s WHERE s.demand = d.id AND s.until IS NOT NULL
                        ORDER BY s.number DESC LIMIT 1) AS silent_until,
                       EXISTS (SELECT FROM protection.file_lawyer l WHERE l.file = d.file AND l.lawyer = :me) AS lawyer,
                       EXISTS (SELECT FROM protection.file_lawyer l WHERE l.file = d.file) AS lawyer_named
                FROM protection.demand d LEFT JOIN protection.case_file f ON f.id = d.file
                WHERE EXISTS (SELECT FROM protection.demand_step s WHERE s.demand = d.id)
                  AND NOT (EXISTS (SELECT FROM protection.demand_step s
                                   WHERE s.demand = d.id AND s.kind IN ('REFUSED', 'ANSWERED'))
                           AND (d.file IS NULL OR EXISTS (SELECT FROM protection.demand_step s
                                                          WHERE s.demand = d.id AND s.kind = 'PERSON_TOLD')))
                ORDER BY d.due NULLS LAST, d.received_on, d.id LIMIT :rows
                """).with("me", me.value()).with("rows", rows).list(DemandRows::line);
    }

    /** Whether a court forbids on that day that the person be told of any demand. */
    static boolean silenced(Tx tx, CaseFileId file, LocalDate day) {
        return tx.sql("""
                SELECT EXISTS (SELECT FROM protection.demand d WHERE d.file = :file AND :day <=
                               (SELECT s.until FROM protection.demand_step s WHERE s.demand = d.id AND s.until IS NOT NULL
                                ORDER BY s.number DESC LIMIT 1)) AS silenced
                """).with("file", file.value()).with("day", day).one((rs, n) -> rs.getBoolean("silenced"));
    }

    private static DemandLine line(ResultSet rs, int row) throws SQLException {
        String joined = Optional.ofNullable(rs.getString("kinds")).orElse("");
        List<Kind> kinds = joined.isEmpty()
                ? List.of()
                : Arrays.stream(joined.split(",", -1)).map(Kind::valueOf).toList();
        return new DemandLine(
                new DemandId(rs.getObject("id", UUID.class)),
                Optional.ofNullable(rs.getObject("file", UUID.class)).map(CaseFileId::new),
                Optional.ofNullable(rs.getString("number")).map(FileNumber::new),
                rs.getObject("received_on", LocalDate.class),
                day(rs, "due"),
                !kinds.isEmpty(),
                LegalDemand.State.after(kinds),
                Set.copyOf(kinds).contains(Kind.PERSON_TOLD),
                day(rs, "silent_until"),
                rs.getBoolean("mine"),
                rs.getBoolean("lawyer"),
                rs.getBoolean("lawyer_named"));
    }

    private static Optional<LocalDate> day(ResultSet rs, String column) throws SQLException {
        return Optional.ofNullable(rs.getObject(column, LocalDate.class));
    }
}
