package org.fourfold.node.protection.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.fourfold.node.frame.CaseFileId;
import org.fourfold.node.frame.Dated;
import org.fourfold.node.frame.FieldGroup;
import org.fourfold.node.frame.Tx;
import org.fourfold.node.protection.Answers;
import org.fourfold.node.protection.CaseState;
import org.fourfold.node.protection.Field;
import org.fourfold.node.protection.Imported;
import org.fourfold.node.protection.PlanEntry;
import org.fourfold.node.protection.ServiceGiven;
import org.fourfold.node.protection.ServiceKind;
import org.fourfold.node.protection.count.CountedFile;
import org.fourfold.node.protection.count.Counter;
import org.fourfold.node.trust.FileKey;

/** What counting reads of some files, by file, in one transaction. */
final class CountSlice {

    /** Two files for one person: the one closed for that reason is not counted. */
    private static final String OPENED_TWICE = "opened-twice";

    /** Files of which who they are is asked for. */
    private record New(int place, CaseFileId file, LocalDate first) {}

    private final Map<CaseFileId, FileKey> keys;
    private final Counter counter;
    private final Map<CaseFileId, List<CountedFile.Received>> received = new HashMap<>();
    private final Map<CaseFileId, List<CountedFile.Nights>> nights = new HashMap<>();
    private final Map<CaseFileId, List<CountedFile.Deadline>> deadlines = new HashMap<>();

    CountSlice(Map<CaseFileId, FileKey> keys, Counter counter) {
        this.keys = keys;
        this.counter = counter;
    }

    void read(Tx tx, CountRows.Range range, Counting.Run run) {
        // What was given on a day was written down on that day or later, or on the eve: a day begins earlier elsewhere.
        Instant year = run.begins(run.period().yearBegan());
        Instant eve = run.begins(run.period().yearBegan().minusDays(1));
        for (CountRows.Sealed row : CountRows.services(tx, range, eve)) {
            key(row).map(key -> DayDocuments.service(key, row.id(), row.text())).ifPresent(given -> add(row, given));
        }
        for (CountRows.Sealed row : CountRows.plans(tx, range, year)) {
            key(row).map(key -> DayDocuments.plan(key, FieldGroup.NEEDS, row.id(), row.text()))
                    .filter(entry -> entry.kind() == PlanEntry.Kind.GOODS)
                    .ifPresent(entry -> put(
                            received,
                            row.file(),
                            new CountedFile.Received(ServiceKind.GOODS, run.day(entry.changed()), entry.quantity())));
        }
        Instant until = run.begins(run.period().until());
        for (CountRows.Stay stay : CountRows.stays(tx, range, until, year)) {
            LocalDate morning = stay.until().map(run::day).orElse(run.today());
            put(nights, stay.file(), new CountedFile.Nights(run.day(stay.since()), morning));
        }
        for (CountRows.Ending one :
                CountRows.endings(tx, range, run.begins(run.period().from()), until)) {
            put(
                    deadlines,
                    one.file(),
                    new CountedFile.Deadline(run.day(one.ends()), one.stopped().map(run::day)));
        }
    }

    private void add(CountRows.Sealed row, ServiceGiven given) {
        if (!given.struck()) {
            put(received, row.file(), new CountedFile.Received(given.kind(), given.day(), given.times()));
        }
    }

    /** Empty for a file that is not counted, and for one whose key was destroyed since. */
    private Optional<FileKey> key(CountRows.Sealed row) {
        return Optional.ofNullable(keys.get(row.file()));
    }

    void add(Tx tx, List<CountRows.File> files, Counting.Run run) {
        Set<CaseFileId> twice = openedTwice(tx, files);
        List<New> fresh = new ArrayList<>();
        for (CountRows.File file : files) {
            if (keys.containsKey(file.id()) && !twice.contains(file.id())) {
                CountedFile counted = counted(file, run);
                int place = counter.size();
                if (counter.add(counted) == Counter.Standing.NEW) {
                    fresh.add(new New(place, file.id(), counter.first(counted).orElseThrow()));
                }
            }
        }
        told(tx, fresh);
    }

    private CountedFile counted(CountRows.File file, Counting.Run run) {
        return new CountedFile(
                file.id().value(),
                file.owner().value(),
                run.day(file.opened()),
                file.closed().map(run::day),
                received.getOrDefault(file.id(), List.of()),
                nights.getOrDefault(file.id(), List.of()),
                deadlines.getOrDefault(file.id(), List.of()));
    }

    private Set<CaseFileId> openedTwice(Tx tx, List<CountRows.File> files) {
        List<CaseFileId> closed = files.stream()
                .filter(file -> file.state() == CaseState.CLOSED)
                .map(CountRows.File::id)
                .toList();
        return documents(tx, FieldGroup.NEEDS, closed).entrySet().stream()
                .filter(one -> one.getValue()
                        .given(Field.CLOSING_REASON)
                        .filter(OPENED_TWICE::equals)
                        .isPresent())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private void told(Tx tx, List<New> fresh) {
        List<CaseFileId> files = fresh.stream().map(New::file).toList();
        Map<CaseFileId, Answers> identity = documents(tx, FieldGroup.IDENTITY, files);
        Map<CaseFileId, Answers> needs = documents(tx, FieldGroup.NEEDS, files);
        Map<CaseFileId, Imported> imported = imported(tx, files);
        for (New one : fresh) {
            Answers told = identity.getOrDefault(one.file(), Answers.NONE);
            boolean disputed =
                    told.given(Field.AGE_DISPUTED).filter("yes"::equals).isPresent();
            Optional<Dated> born = disputed
                    ? Optional.empty()
                    : Births.of(told, () -> imported.getOrDefault(one.file(), Imported.NONE))
                            .map(Births.Born::dated);
            Answers needed = needs.getOrDefault(one.file(), Answers.NONE);
            counter.told(one.place(), one.first(), born, needed.given(Field.INTERPRETER));
        }
    }

    private Map<CaseFileId, Answers> documents(Tx tx, FieldGroup group, List<CaseFileId> files) {
        return ContentRows.documents(tx, group, files).stream()
                .filter(stored -> keys.containsKey(stored.file()))
                .collect(Collectors.toMap(ContentRows.Stored::file, stored -> Documents.readAnswers(plain(stored))));
    }

    private Map<CaseFileId, Imported> imported(Tx tx, List<CaseFileId> files) {
        return ContentRows.imported(tx, FieldGroup.IDENTITY, files).stream()
                .filter(stored -> keys.containsKey(stored.file()))
                .collect(Collectors.toMap(ContentRows.Stored::file, stored -> Documents.readImported(plain(stored))));
    }

    private byte[] plain(ContentRows.Stored stored) {
        return Objects.requireNonNull(keys.get(stored.file())).open(stored.group(), stored.revision(), stored.text());
    }

    private static <T> void put(Map<CaseFileId, List<T>> map, CaseFileId file, T one) {
        map.computeIfAbsent(file, none -> new ArrayList<>()).add(one);
    }
}
