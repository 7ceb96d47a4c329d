package org.fourfold.node.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.Event;
import org.fourfold.node.frame.MemberId;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.frame.Purpose;
import org.fourfold.node.frame.RefusedException;
import org.fourfold.node.frame.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who consulted long ago is told to nobody until two persons open the seal, and then for a week. */
@Tag("database")
class SealsTest {

    private final RecordBed bed = new RecordBed();
    private final Trust trust = new Trust(bed.trust);
    private final Seals seals =
            new Seals(bed.trust, new PseudonymTable(bed.trust, bed.keyring, bed), bed, RecordBed.RANDOM);
    private final Actor asking = somebody(Role.SUPERVISOR, Purpose.PROTECTION);
    private final Actor second = somebody(Role.PRIVACY_OFFICER, Purpose.OVERSIGHT);
    private final UUID file = UUID.randomUUID();

    @AfterEach
    void close() {
        bed.close();
    }

    private static Actor somebody(Role role, Purpose purpose) {
        return new Actor(MemberId.random(RecordBed.RANDOM), role, purpose, RecordBed.ACTOR.organisation());
    }

    /** Two consultations of the file by one member, more than ninety days ago. */
    private void consultedLongAgo() {
        bed.record(Event.of(RecordBed.DONE).about(file));
        bed.record(Event.of(RecordBed.DONE).about(file));
        bed.record(Event.of(RecordBed.DONE).about(UUID.randomUUID()));
        bed.sequencer.drain();
        bed.now = bed.now.plus(Keyring.EPOCH);
        assertThat(bed.keyring.turn()).isTrue();
        bed.now = bed.now.plus(PseudonymTable.OPEN).plusSeconds(1);
        assertThat(new PseudonymTable(bed.trust, bed.keyring, bed).sealOld()).isTrue();
    }

    private List<Consultation> consultations() {
        return trust.consultations(asking, file, Optional.empty()).rows().stream()
                .filter(one -> one.type().equals(RecordBed.DONE))
                .toList();
    }

    private void isRefusedWith(Runnable attempt, String code) {
        assertThatThrownBy(attempt::run)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        told -> assertThat(told.problems())
                                .singleElement()
                                .satisfies(problem -> assertThat(problem.code()).isEqualTo(code)));
    }

    @Test
    void twoPersonsOpenASealWithAReasonForAWeek() {
        consultedLongAgo();
        List<Consultation> sealed = consultations();
        assertThat(sealed)
                .hasSize(2)
                .allMatch(Consultation::sealed)
                .allMatch(one -> one.role().filter(Role.CASEWORKER::equals).isPresent());
        long entry = sealed.getFirst().entry();

        seals.ask(asking, file, entry, SealReason.PERSON_ASKS);
        seals.ask(asking, file, entry, SealReason.PERSON_ASKS);
        assertThat(seals.of(file).asked()).hasSize(2);
        assertThat(seals.of(file).opened()).isEmpty();
        assertThat(seals.waiting(second)).isEqualTo(1);
        SealRequest waiting = seals.requests(second).getFirst();
        assertThat(waiting.answer()).isEmpty();
        assertThat(waiting.role()).isEqualTo(Role.CASEWORKER);

        seals.answer(second, waiting.id(), true);

        assertThat(seals.of(file).opened())
                .containsEntry(entry, RecordBed.ACTOR.member())
                .hasSize(2);
        assertThat(seals.requests(second).getFirst().answer().orElseThrow().who())
                .contains(RecordBed.ACTOR.member());
        isRefusedWith(() -> seals.answer(second, waiting.id(), false), "trust.seal-answered");
        bed.now = bed.now.plus(Seals.OPEN).plus(Duration.ofSeconds(1));
        assertThat(seals.of(file).opened()).isEmpty();
        assertThat(seals.requests(second)).isEmpty();
        List<String> types = bed.trust.asNode(tx -> tx.sql(
                        "SELECT type FROM trust.event WHERE subject = :file AND type LIKE 'record.seal%' ORDER BY entry")
                .with("file", file)
                .list((rs, n) -> rs.getString(1)));
        assertThat(types).containsExactly("record.seal-asked", "record.seal-asked", "record.seal-opened");
    }

    @Test
    void nobodyOpensASealAloneNorTheirOwnNorWithoutTheRole() {
        consultedLongAgo();
        long entry = consultations().getFirst().entry();
        seals.ask(asking, file, entry, SealReason.COMPLAINT);
        UUID id = seals.requests(second).getFirst().id();

        isRefusedWith(() -> seals.answer(asking.withPurpose(Purpose.OVERSIGHT), id, true), "trust.seal-second-person");
        Actor themselves =
                new Actor(RecordBed.ACTOR.member(), Role.SUPERVISOR, Purpose.OVERSIGHT, RecordBed.ACTOR.organisation());
        isRefusedWith(() -> seals.answer(themselves, id, false), "trust.seal-second-person");
        assertThatThrownBy(() -> seals.answer(somebody(Role.ADMINISTRATOR, Purpose.OVERSIGHT), id, true))
                .isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> seals.ask(RecordBed.ACTOR, file, entry, SealReason.LEAK))
                .isInstanceOf(RefusedException.class);
        seals.answer(second, id, false);
        assertThat(seals.of(file).opened()).isEmpty();
    }

    @Test
    void onlyASealedConsultationOfThatVeryThingIsAskedFor() {
        consultedLongAgo();
        bed.record(Event.of(RecordBed.DONE).about(file));
        bed.sequencer.drain();
        long open = consultations().getFirst().entry();
        long sealed = consultations().getLast().entry();
        isRefusedWith(() -> seals.ask(asking, file, open, SealReason.COURT), "trust.seal-none");
        isRefusedWith(() -> seals.ask(asking, UUID.randomUUID(), sealed, SealReason.COURT), "trust.seal-none");
    }

    @Test
    void theWeekCountsOthersAndTheSheetTellsEverythingWithItsPlaceAndNoName() {
        bed.append(2);
        bed.record(Event.of(RecordBed.DONE).about(file));
        bed.sequencer.drain();
        assertThat(trust.readersSince(RecordBed.ACTOR, List.of(file), Set.of(RecordBed.DONE), bed.now.minusSeconds(1)))
                .as("oneself is nobody else")
                .isEmpty();
        assertThat(trust.readersSince(asking, List.of(file), Set.of(RecordBed.DONE), bed.now.minusSeconds(1)))
                .containsExactly(new ReaderCount(file, 1, 1));
        assertThat(trust.readersSince(asking, List.of(file), Set.of(RecordBed.DONE), bed.now))
                .isEmpty();

        History history = trust.history(asking, file, bed.ledger.latest());
        assertThat(history.whole()).isTrue();
        assertThat(history.items()).singleElement().satisfies(item -> {
            assertThat(item.index()).hasValue(2);
            assertThat(item.role()).contains(Role.CASEWORKER);
            assertThat(item.by().orElseThrow()).hasSize(32);
        });
        assertThat(trust.history(asking, file, bed.ledger.latest())
                        .items()
                        .getLast()
                        .index())
                .as("that a sheet was made stands on the next one, not signed yet")
                .isEmpty();
    }
}
