package org.fourfold.node.protection.internal;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.CaseFileId;
import org.fourfold.node.frame.Event;
import org.fourfold.node.frame.FieldGroup;
import org.fourfold.node.frame.MemberId;
import org.fourfold.node.frame.Operation;
import org.fourfold.node.frame.Tx;
import org.fourfold.node.protection.CaseFile;
import org.fourfold.node.protection.Interrupted;
import org.fourfold.node.protection.UrgentFile;
import org.fourfold.node.protection.Waiting;
import org.fourfold.node.trust.FileKey;
import org.fourfold.node.trust.Keyring;

/** What waits for a member: all of it in one transaction, for the desk is opened all day long. */
public final class Waits {

    /** What a desk shows at most. */
    private static final int URGENT_MAX = 50;

    private static final int INTERRUPTED_MAX = 10;

    private final Gate gate;
    private final Keyring keyring;
    private final InstantSource clock;

    private record Risk(CaseFileId file, Instant until) {}

    private record Found(
            List<Risk> risks,
            List<CaseFile> files,
            List<StayRows.Out> out,
            Optional<LocalDate> unread,
            TaskRows.Counts tasks,
            List<DraftRows.Begun> begun) {}

    public Waits(Gate gate, Keyring keyring, InstantSource clock) {
        this.gate = gate;
        this.keyring = keyring;
        this.clock = clock;
    }

    public Waiting of(Actor actor, LocalDate today, LocalDate since) {
        boolean house = Gate.HOUSE.contains(actor.role());
        Found found = gate.helping(actor, Operation.SEARCH, Set.of(), tx -> {
            List<Risk> risks = risks(tx);
            List<DraftRows.Begun> begun = DraftRows.conversations(tx, clock.instant(), INTERRUPTED_MAX);
            Found all = new Found(
                    risks,
                    FileRows.ofIds(
                            tx,
                            Stream.concat(
                                            risks.stream().map(Risk::file),
                                            begun.stream().map(DraftRows.Begun::file))
                                    .map(CaseFileId::value)
                                    .distinct()
                                    .toList()),
                    house ? StayRows.out(tx) : List.of(),
                    house ? unread(tx, actor.member(), since) : Optional.empty(),
                    house ? TaskRows.counts(tx, actor.member(), today) : TaskRows.Counts.NONE,
                    begun);
            tx.record(Event.of(Events.LISTED)
                    .groups(EnumSet.of(FieldGroup.SAFETY, FieldGroup.NEEDS))
                    .count(all.risks().size() + (long) all.out().size())
                    .detail("desk"));
            return all;
        });
        return new Waiting(
                urgent(found),
                missing(found.out()),
                found.unread(),
                found.tasks().open(),
                found.tasks().overdue(),
                interrupted(found));
    }

    /** Of files that the member may still see. */
    private static List<Interrupted> interrupted(Found found) {
        return found.begun().stream()
                .flatMap(begun -> found.files().stream()
                        .filter(file -> file.id().equals(begun.file()))
                        .map(file -> new Interrupted(file, begun.kept())))
                .toList();
    }

    private List<Risk> risks(Tx tx) {
        return tx.sql("""
                SELECT file, min(until) AS until FROM protection.urgent_risk
                WHERE NOT over AND until > :now GROUP BY file ORDER BY until, file LIMIT :rows
                """)
                .with("now", clock.instant())
                .with("rows", URGENT_MAX)
                .list((rs, n) ->
                        new Risk(new CaseFileId(rs.getObject("file", UUID.class)), FileRows.instant(rs, "until")));
    }

    private static List<UrgentFile> urgent(Found found) {
        Map<CaseFileId, CaseFile> files =
                found.files().stream().collect(Collectors.toMap(CaseFile::id, Function.identity()));
        return found.risks().stream()
                .flatMap(risk ->
                        Optional.ofNullable(files.get(risk.file()))
                                .map(file -> new UrgentFile(file, risk.until()))
                                .stream())
                .toList();
    }

    private int missing(List<StayRows.Out> all) {
        Set<CaseFileId> files = all.stream().map(StayRows.Out::file).collect(Collectors.toSet());
        Map<CaseFileId, FileKey> keys = keyring.findAll(new HashSet<>(files));
        Instant now = clock.instant();
        return (int) all.stream()
                .filter(out -> Optional.ofNullable(keys.get(out.file()))
                        .filter(key -> DayDocuments.absence(key, out.id(), out.sealed())
                                .isMissing(now))
                        .isPresent())
                .count();
    }

    private static Optional<LocalDate> unread(Tx tx, MemberId me, LocalDate since) {
        return tx.sql("""
                SELECT e.night FROM protection.night_entry e
                WHERE e.night >= :since AND e.author <> :me
                  AND NOT EXISTS (SELECT FROM protection.night_read r
                                  WHERE r.night = e.night AND r.reader = :me AND r.at >= e.at)
                ORDER BY e.night DESC LIMIT 1
                """)
                .with("since", since)
                .with("me", me.value())
                .optional((rs, n) -> rs.getObject("night", LocalDate.class));
    }
}
