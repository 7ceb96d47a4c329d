package org.fourfold.node.protection.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fourfold.linkage.NameKeys;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.CaseFileId;
import org.fourfold.node.frame.Database;
import org.fourfold.node.frame.Event;
import org.fourfold.node.frame.EventReserve;
import org.fourfold.node.frame.FieldGroup;
import org.fourfold.node.frame.MemberId;
import org.fourfold.node.frame.Operation;
import org.fourfold.node.frame.Slice;
import org.fourfold.node.frame.Tx;
import org.fourfold.node.protection.AskOwner;
import org.fourfold.node.protection.CaseFile;
import org.fourfold.node.protection.CaseState;
import org.fourfold.node.protection.Field;
import org.fourfold.node.protection.FileLine;
import org.fourfold.node.protection.FileNumber;
import org.fourfold.node.protection.Found;
import org.fourfold.node.trust.FileKey;
import org.fourfold.node.trust.Keyring;
import org.fourfold.node.trust.TokenKey;

/** Lists and searches. What was typed is asked for as keyed tokens only and is never recorded. */
public final class Finding {

    /** The label of the key for names. */
    static final String LABEL = "name";

    private final Gate gate;
    private final Keyring keyring;
    private final NameSearch search;

    private record Answer(List<CaseFile> readable, List<ContentRows.Stored> texts, List<AskOwner> ask) {}

    public Finding(Gate gate, Keyring keyring, NameKeys names) {
        this.gate = gate;
        this.keyring = keyring;
        this.search = new NameSearch(names);
    }

    /** The files the actor may open, newest first. */
    public Slice<FileLine> list(Actor actor, CaseState state, Optional<String> after) {
        Place place = after.map(Place::parse).orElse(Place.START);
        Answer answer = gate.helping(actor, Operation.SEARCH, Set.of(), tx -> {
            List<CaseFile> files = FileRows.list(tx, state, place.before(), place.after(), Slice.ROWS_MAX + 1);
            tx.record(Event.of(Events.LISTED)
                    .groups(Set.of(FieldGroup.IDENTITY))
                    .count(Math.min(files.size(), Slice.ROWS_MAX)));
            return new Answer(files, ContentRows.documents(tx, FieldGroup.IDENTITY, ids(files)), List.of());
        });
        Slice<CaseFile> page = Slice.of(
                answer.readable(), Slice.ROWS_MAX, file -> Place.of(file).text());
        return new Slice<>(lines(page.rows(), answer.texts()), page.next());
    }

    /** By a name as it was heard, or by a file number. */
    public Found find(Actor actor, String typed) {
        Answer answer = gate.helping(actor, Operation.SEARCH, Set.of(), asked(typed));
        return new Found(lines(answer.readable(), answer.texts()), answer.ask());
    }

    /** The same while the database takes no writes: whose the files are, and of one's own their numbers, but no name. */
    Found findInReserve(Actor actor, String typed, EventReserve reserve) {
        Answer answer = gate.helpingInReserve(actor, Operation.SEARCH, Set.of(), reserve, asked(typed));
        List<AskOwner> ask = new ArrayList<>();
        answer.readable().stream()
                .filter(file -> !file.sealed())
                .map(file -> new AskOwner(file.owner(), file.id(), Optional.of(file.number())))
                .forEach(ask::add);
        ask.addAll(answer.ask());
        return new Found(List.of(), ask);
    }

    private Database.Work<Answer> asked(String typed) {
        Optional<FileNumber> number = FileNumber.parse(typed);
        return number.isPresent() ? byNumber(number.get()) : byName(typed);
    }

    /** Whether a file that may be known of may be about a person of that name. For work that records itself. */
    boolean isPossiblyThere(Tx tx, TokenKey key, String name) {
        return search.isPossiblyThere(tx, key, name);
    }

    private static Database.Work<Answer> byNumber(FileNumber number) {
        return tx -> {
            List<CaseFile> files = FileRows.byNumber(tx, number).stream().toList();
            tx.record(Event.of(Events.SEARCHED).count(files.size()).detail("number"));
            return new Answer(files, ContentRows.documents(tx, FieldGroup.IDENTITY, ids(files)), List.of());
        };
    }

    private Database.Work<Answer> byName(String typed) {
        TokenKey key = keyring.tokens(LABEL);
        return tx -> {
            List<NameSearch.Scored> scored = search.best(tx, key, typed);
            Map<UUID, CaseFile> readable =
                    FileRows.ofIds(
                                    tx,
                                    scored.stream().map(NameSearch.Scored::file).toList())
                            .stream()
                            .collect(Collectors.toMap(file -> file.id().value(), Function.identity()));
            List<CaseFile> files = scored.stream()
                    .flatMap(hit -> Optional.ofNullable(readable.get(hit.file())).stream())
                    .limit(Slice.ROWS_MAX)
                    .toList();
            List<AskOwner> ask = askOwners(tx, scored, readable.keySet());
            tx.record(Event.of(Events.SEARCHED)
                    .groups(Set.of(FieldGroup.IDENTITY))
                    .count(files.size() + (long) ask.size())
                    .detail("name:" + search.keys(typed)));
            return new Answer(files, ContentRows.documents(tx, FieldGroup.IDENTITY, ids(files)), ask);
        };
    }

    /** Each owner once, of the best of their files that may not be read. */
    private static List<AskOwner> askOwners(Tx tx, List<NameSearch.Scored> scored, Set<UUID> readable) {
        List<UUID> others = scored.stream()
                .filter(hit -> hit.possiblyTheSame() && !readable.contains(hit.file()))
                .map(NameSearch.Scored::file)
                .toList();
        Map<UUID, TokenRows.Known> known = TokenRows.known(tx, others);
        Map<MemberId, AskOwner> owners = new LinkedHashMap<>();
        for (UUID file : others) {
            Optional.ofNullable(known.get(file))
                    .filter(one -> !one.sealed())
                    .map(one -> new AskOwner(one.owner(), new CaseFileId(file), Optional.empty()))
                    .ifPresent(ask -> owners.putIfAbsent(ask.owner(), ask));
        }
        return List.copyOf(owners.values());
    }

    private List<FileLine> lines(List<CaseFile> files, List<ContentRows.Stored> texts) {
        Map<CaseFileId, FileKey> keys = keyring.findAll(ids(files));
        Map<CaseFileId, ContentRows.Stored> byFile =
                texts.stream().collect(Collectors.toMap(ContentRows.Stored::file, Function.identity()));
        return files.stream()
                .map(file -> new FileLine(
                        file,
                        Optional.ofNullable(byFile.get(file.id()))
                                .flatMap(text -> Optional.ofNullable(keys.get(file.id()))
                                        .map(key -> key.open(text.group(), text.revision(), text.text())))
                                .flatMap(plain -> Documents.readAnswers(plain).given(Field.NAME))))
                .toList();
    }

    private static List<CaseFileId> ids(List<CaseFile> files) {
        return files.stream().map(CaseFile::id).toList();
    }

    /** A place in a list ordered by opening, as an address carries it. */
    private record Place(Instant before, UUID after) {

        static final Place START = new Place(Instant.parse("9999-01-01T00:00:00Z"), new UUID(0, 0));

        static Place of(CaseFile file) {
            return new Place(file.openedAt(), file.id().value());
        }

        static Place parse(String text) {
            int cut = text.indexOf('_');
            try {
                return new Place(Instant.parse(text.substring(0, cut)), UUID.fromString(text.substring(cut + 1)));
            } catch (RuntimeException malformed) {
                return START;
            }
        }

        String text() {
            return before + "_" + after;
        }
    }
}
