package org.fourfold.node.protection.internal;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.CaseFileId;
import org.fourfold.node.frame.Dated;
import org.fourfold.node.frame.Event;
import org.fourfold.node.frame.EventType;
import org.fourfold.node.frame.FieldGroup;
import org.fourfold.node.frame.Operation;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.frame.Problems;
import org.fourfold.node.frame.RandomIds;
import org.fourfold.node.frame.RefusedException;
import org.fourfold.node.frame.Revision;
import org.fourfold.node.frame.Tx;
import org.fourfold.node.protection.AgeRule;
import org.fourfold.node.protection.Answers;
import org.fourfold.node.protection.DatedText;
import org.fourfold.node.protection.ElementFinding;
import org.fourfold.node.protection.Field;
import org.fourfold.node.protection.Instruments;
import org.fourfold.node.protection.Sign;
import org.fourfold.node.protection.Told;
import org.fourfold.node.protection.Worksheet;
import org.fourfold.node.trust.FileKey;
import org.fourfold.node.trust.Keyring;

/** The worksheet: what was told laid beside the tests, signs added by hand, and which age's test applies. */
public final class Weighing {

    private static final Set<FieldGroup> SHOWN =
            EnumSet.of(FieldGroup.NARRATIVE, FieldGroup.SAFETY, FieldGroup.IDENTITY);
    private static final Set<FieldGroup> WRITTEN = Set.of(FieldGroup.NARRATIVE);

    private final Gate gate;
    private final Keyring keyring;
    private final Instruments instruments;
    private final InstantSource clock;
    private final RandomGenerator random;

    public Weighing(Gate gate, Keyring keyring, Instruments instruments, InstantSource clock, RandomGenerator random) {
        this.gate = gate;
        this.keyring = keyring;
        this.instruments = instruments;
        this.clock = clock;
        this.random = random;
    }

    /** Whoever may not read what happened has no worksheet: half of one would mislead. */
    public Worksheet worksheet(Actor actor, CaseFileId id, Operation operation) {
        FileKey key = Consenting.key(keyring, id);
        EventType type = operation == Operation.PRINT ? Events.PRINTED : Events.VIEWED;
        return gate.pass(actor, id, operation, SHOWN, (tx, entry) -> {
            if (!entry.decision().permitted().containsAll(SHOWN)) {
                throw new RefusedException("field-group");
            }
            tx.record(Event.of(type).about(id.value()).groups(SHOWN).detail("worksheet"));
            return worksheet(tx, key, entry);
        });
    }

    private Worksheet worksheet(Tx tx, FileKey key, Gate.Entry entry) {
        CaseFileId id = entry.file().id();
        Answers identity = Reading.document(tx, key, id, FieldGroup.IDENTITY);
        Answers narrative = Reading.document(tx, key, id, FieldGroup.NARRATIVE);
        Told told = Items.read(tx, key, id, SHOWN);
        Optional<Births.Born> born = Births.of(tx, key, id, identity);
        Optional<Dated> birth = born.map(Births.Born::dated);
        boolean disputed =
                identity.given(Field.AGE_DISPUTED).filter("yes"::equals).isPresent();
        Optional<Dated> from = dated(narrative, Field.ACTS_FROM);
        Optional<Dated> until = dated(narrative, Field.ACTS_UNTIL);
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return new Worksheet(
                entry.file(),
                birth,
                born.filter(Births.Born::imported).isPresent(),
                disputed,
                from,
                until,
                AgeRule.of(birth, disputed, from, until, today),
                ElementFinding.of(told.screenings(), told.signs(), instruments),
                told.signs(),
                entry.would(Operation.WRITE).permitted().containsAll(WRITTEN),
                entry.would(Operation.PRINT).permitted().containsAll(SHOWN));
    }

    public void add(Actor actor, CaseFileId id, Sign.Terms terms) {
        FileKey key = Consenting.key(keyring, id);
        requireWhole(terms);
        gate.pass(actor, id, Operation.WRITE, WRITTEN, (tx, entry) -> {
            Items.requireRoom(Items.read(tx, key, id, WRITTEN));
            put(
                    tx,
                    key,
                    id,
                    new Sign(
                            RandomIds.uuid(random),
                            Revision.FIRST,
                            terms,
                            actor.member(),
                            clock.instant(),
                            Optional.empty()));
            return id;
        });
    }

    /** What was written stays; from now on it does not count. */
    public void setAside(Actor actor, CaseFileId id, UUID sign, String reason) {
        FileKey key = Consenting.key(keyring, id);
        String words = reason.strip();
        if (words.isEmpty() || words.length() > Field.WORDS_MAX) {
            throw new ProblemException(Problem.inField("protection.sign-aside", "reason"));
        }
        gate.pass(actor, id, Operation.WRITE, WRITTEN, (tx, entry) -> {
            Sign stored = Items.read(tx, key, id, WRITTEN).signs().stream()
                    .filter(one -> one.id().equals(sign))
                    .findFirst()
                    .orElseThrow(() -> new RefusedException("relation"));
            put(
                    tx,
                    key,
                    id,
                    new Sign(
                            sign,
                            stored.revision().next(),
                            stored.terms(),
                            actor.member(),
                            clock.instant(),
                            Optional.of(words)));
            return id;
        });
    }

    /** When what was done to the person began and ended. */
    public void time(Actor actor, CaseFileId id, Answers newer) {
        FileKey key = Consenting.key(keyring, id);
        newer.requireNotAfter(Days.last(clock));
        requireOrder(newer);
        gate.pass(actor, id, Operation.WRITE, WRITTEN, (tx, entry) -> {
            tx.record(Event.of(Events.WRITTEN).about(id.value()).groups(WRITTEN));
            Answers stored = Reading.document(tx, key, id, FieldGroup.NARRATIVE);
            Reading.put(tx, key, id, FieldGroup.NARRATIVE, id.value(), Documents.write(stored.with(newer)));
            return id;
        });
    }

    private static void put(Tx tx, FileKey key, CaseFileId id, Sign sign) {
        Reading.put(tx, key, id, FieldGroup.NARRATIVE, sign.id(), IdentificationDocuments.write(sign));
        tx.record(Event.of(Events.SIGN_WRITTEN).about(id.value()).groups(WRITTEN));
    }

    private void requireWhole(Sign.Terms terms) {
        Problems faults = new Problems();
        if (terms.elements().isEmpty()) {
            faults.add(Problem.inField("protection.sign-elements", "elements"));
        }
        if (terms.finding() == ElementFinding.State.NOT_ASKED) {
            faults.add(Problem.inField("protection.sign-finding", "finding"));
        }
        if (terms.words().isBlank() || terms.words().length() > Field.WORDS_MAX) {
            faults.add(Problem.inField("protection.sign-words", "words"));
        }
        if (terms.on().from().isAfter(Days.last(clock))) {
            faults.add(Problem.inField("protection.date-later", "on"));
        }
        faults.throwIfAny();
    }

    private static void requireOrder(Answers newer) {
        Optional<Dated> from = dated(newer, Field.ACTS_FROM);
        Optional<Dated> until = dated(newer, Field.ACTS_UNTIL);
        if (from.isPresent()
                && until.isPresent()
                && until.get().to().isBefore(from.get().from())) {
            throw new ProblemException(Problem.inField("protection.acts-order", Field.ACTS_UNTIL.formName()));
        }
    }

    private static Optional<Dated> dated(Answers answers, Field field) {
        return answers.given(field).map(DatedText::read);
    }
}
