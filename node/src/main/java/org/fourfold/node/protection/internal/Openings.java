package org.fourfold.node.protection.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.fourfold.linkage.NameKeys;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.CaseFileId;
import org.fourfold.node.frame.Ciphertext;
import org.fourfold.node.frame.Event;
import org.fourfold.node.frame.FieldGroup;
import org.fourfold.node.frame.Operation;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.frame.Relation;
import org.fourfold.node.frame.Revision;
import org.fourfold.node.frame.Tx;
import org.fourfold.node.protection.Answers;
import org.fourfold.node.protection.CaseFile;
import org.fourfold.node.protection.CaseState;
import org.fourfold.node.protection.Field;
import org.fourfold.node.protection.FileNumber;
import org.fourfold.node.protection.OpeningId;
import org.fourfold.node.trust.FileKey;
import org.fourfold.node.trust.Keyring;
import org.fourfold.node.trust.TokenKey;

/**
 * The first questions until they become a file: kept encrypted on the server from the first key on, for a day. They have the
 * key of the file that they may become, so that what erases the file, or drops them, ends every copy of them too.
 */
public final class Openings {

    /** How long first questions wait to become a file. */
    public static final Duration KEPT = Duration.ofHours(24);

    /** Stands for the group and the revision in what the seal of unfinished answers authenticates. */
    private static final FieldGroup UNFINISHED_GROUP = FieldGroup.NOTES;

    private static final Revision UNFINISHED_REVISION = new Revision(Integer.MAX_VALUE - 2);

    private static final int SHOWN_MAX = 10;
    private static final int NUMBERS_MAX = 16;
    private static final Set<Relation> AS_OWNER = Set.of(Relation.OWNER);
    private static final List<FieldGroup> FIRST_GROUPS =
            List.of(FieldGroup.SAFETY, FieldGroup.NEEDS, FieldGroup.IDENTITY, FieldGroup.CONTACT);

    private final Gate gate;
    private final Keyring keyring;
    private final NameKeys names;
    private final InstantSource clock;
    private final RandomGenerator random;

    public Openings(Gate gate, Keyring keyring, NameKeys names, InstantSource clock, RandomGenerator random) {
        this.gate = gate;
        this.keyring = keyring;
        this.names = names;
        this.clock = clock;
        this.random = random;
    }

    public OpeningId begin(Actor actor) {
        OpeningId id = OpeningId.random(random);
        FileKey key = keyring.create(new CaseFileId(id.value()));
        return gate.helping(actor, Operation.WRITE, AS_OWNER, tx -> {
            key.keep(tx);
            Instant now = clock.instant();
            DraftRows.beginOpening(tx, id.value(), actor.member(), seal(key, Answers.NONE), now, now.plus(KEPT));
            tx.record(Event.of(Events.DRAFT_KEPT).about(id.value()));
            return id;
        });
    }

    public Answers answers(Actor actor, OpeningId id) {
        FileKey key = require(id);
        return gate.helping(actor, Operation.WRITE, AS_OWNER, tx -> {
            tx.record(Event.of(Events.DRAFT_OPENED).about(id.value()));
            return hold(tx, key, id).orElseThrow(Openings::gone);
        });
    }

    public Answers keep(Actor actor, OpeningId id, Answers newer) {
        FileKey key = require(id);
        newer.requireNotAfter(Days.last(clock));
        return gate.helping(actor, Operation.WRITE, AS_OWNER, tx -> {
            Answers all = hold(tx, key, id).orElseThrow(Openings::gone).with(newer);
            Instant now = clock.instant();
            DraftRows.keepOpening(tx, id.value(), seal(key, all), now, now.plus(KEPT));
            tx.record(Event.of(Events.DRAFT_KEPT).about(id.value()));
            return all;
        });
    }

    /** Those that have a key: after a restore from an old backup, what was dropped since has none. */
    public List<OpeningId> unfinished(Actor actor) {
        dropExpired();
        List<CaseFileId> stored = gate.helping(actor, Operation.WRITE, AS_OWNER, tx -> {
            tx.record(Event.of(Events.LISTED).detail("openings"));
            return DraftRows.openings(tx, clock.instant(), SHOWN_MAX).stream()
                    .map(opening -> new CaseFileId(opening.id()))
                    .toList();
        });
        Set<CaseFileId> open = keyring.findAll(stored).keySet();
        return stored.stream()
                .filter(open::contains)
                .map(id -> new OpeningId(id.value()))
                .toList();
    }

    public void drop(Actor actor, OpeningId id) {
        gate.helping(actor, Operation.WRITE, AS_OWNER, tx -> {
            tx.record(Event.of(Events.DRAFT_DROPPED).about(id.value()));
            boolean dropped = DraftRows.dropOpening(tx, id.value());
            if (dropped) {
                keyring.destroy(tx, new CaseFileId(id.value()));
            }
            return dropped;
        });
    }

    /** The node's own housekeeping: what nobody finished in time goes, whoever's it was, and its key. */
    private void dropExpired() {
        gate.asNode(tx -> {
            List<UUID> openings = DraftRows.dropExpired(tx);
            openings.forEach(id -> keyring.destroy(tx, new CaseFileId(id)));
            return openings.size();
        });
    }

    /** Makes the file. It takes the opening's id, so that a second sending finds the file that the first one made. */
    public CaseFile finish(Actor actor, OpeningId opening) {
        CaseFileId id = new CaseFileId(opening.value());
        FileKey key = require(opening);
        TokenKey tokenKey = keyring.tokens(Finding.LABEL);
        return gate.helping(actor, Operation.WRITE, AS_OWNER, tx -> {
            Optional<Answers> held = hold(tx, key, opening);
            if (held.isEmpty()) {
                CaseFile made = FileRows.find(tx, id).orElseThrow(Openings::gone);
                tx.record(Event.of(Events.VIEWED).about(id.value()));
                return made;
            }
            Answers answers = held.get();
            CaseFile file = insert(tx, actor, id);
            Map<FieldGroup, Ciphertext> texts = new EnumMap<>(FieldGroup.class);
            FIRST_GROUPS.forEach(
                    group -> texts.put(group, key.seal(group, Revision.FIRST, Documents.write(answers.in(group)))));
            ContentRows.insertFirst(tx, id, texts);
            TokenRows.insert(tx, id, tokens(tokenKey, answers));
            DraftRows.dropOpening(tx, opening.value());
            tx.record(Event.of(Events.OPENED).about(id.value()).groups(Set.copyOf(FIRST_GROUPS)));
            return file;
        });
    }

    /** With a number that no other file has: among 20,000 files, drawing one that is taken is to be expected. */
    CaseFile insert(Tx tx, Actor actor, CaseFileId id) {
        for (int i = 0; i < NUMBERS_MAX; i++) {
            CaseFile file = new CaseFile(
                    id,
                    FileNumber.random(random),
                    actor.member(),
                    CaseState.OPEN,
                    false,
                    Revision.FIRST,
                    clock.instant(),
                    Optional.empty());
            if (FileRows.insert(tx, file, actor.organisation())) {
                return file;
            }
        }
        throw new IllegalStateException("no number is free");
    }

    /** The tokens under which the names of these answers are found. */
    Collection<byte[]> tokens(TokenKey key, Answers answers) {
        return Stream.of(Field.NAME, Field.OTHER_NAMES)
                .flatMap(field -> answers.given(field).stream())
                .flatMap(String::lines)
                .flatMap(name -> names.kept(name).stream())
                .distinct()
                .map(name -> key.token(name.code()))
                .toList();
    }

    /**
     * The answers so far, held until the transaction ends; empty when they are finished or expired. What expires while it is being finished must not lose the key of
     * the file that it becomes.
     */
    private Optional<Answers> hold(Tx tx, FileKey key, OpeningId id) {
        return DraftRows.holdOpening(tx, id.value(), clock.instant())
                .map(text -> Documents.readAnswers(key.open(UNFINISHED_GROUP, UNFINISHED_REVISION, text)));
    }

    private static Ciphertext seal(FileKey key, Answers answers) {
        return key.seal(UNFINISHED_GROUP, UNFINISHED_REVISION, Documents.write(answers));
    }

    private FileKey require(OpeningId id) {
        return keyring.find(new CaseFileId(id.value())).orElseThrow(Openings::gone);
    }

    private static ProblemException gone() {
        return new ProblemException(Problem.of("protection.opening-gone"));
    }
}
