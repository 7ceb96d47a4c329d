package org.fourfold.node.protection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.Answer;
import org.fourfold.node.frame.CaseFileId;
import org.fourfold.node.frame.FieldGroup;
import org.fourfold.node.frame.LockedException;
import org.fourfold.node.frame.Operation;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.frame.Purpose;
import org.fourfold.node.frame.RefusedException;
import org.fourfold.node.frame.Role;
import org.fourfold.node.trust.Trust;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@Tag("database")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProtectionTest {

    private final House house = new House();
    private final Protection protection = house.protection;

    @AfterAll
    void close() {
        house.close();
    }

    @Test
    void theFirstQuestionsBecomeAFileOfItsOpener() {
        OpeningId opening = protection.begin(house.rosa);
        protection.keep(
                house.rosa,
                opening,
                House.answers(
                        Question.RIGHTS, Map.of("rights-language", List.of("mam"), "rights-how", List.of("audio"))));
        protection.keep(house.rosa, opening, Answers.silent(Question.SAFE, Answers.Silence.DECLINED));
        protection.keep(
                house.rosa, opening, House.answers(Question.NEEDS, Map.of("needs-tonight", List.of("food", "bed"))));

        CaseFile file = protection.open(house.rosa, opening);
        FileView view = protection.view(house.rosa, file.id());

        assertThat(view.file().owner()).isEqualTo(house.rosa.member());
        assertThat(view.answers().given(Field.RIGHTS_LANGUAGE)).contains("mam");
        assertThat(view.answers().given(Field.NEEDS_TONIGHT)).contains("bed,food");
        assertThat(view.answers().of(Field.SAFE_NOW)).isInstanceOf(Answer.Declined.class);
        assertThat(view.answers().of(Field.NAME)).isInstanceOf(Answer.NotAsked.class);
    }

    @Test
    void openingSentTwiceMakesOneFile() {
        OpeningId opening = protection.begin(house.rosa);
        CaseFile first = protection.open(house.rosa, opening);
        assertThat(protection.open(house.rosa, opening).number()).isEqualTo(first.number());
    }

    @Test
    void unknownDeclinedAndNotAskedStayThreeAnswers() {
        for (Answers.Silence silence : Answers.Silence.values()) {
            OpeningId opening = protection.begin(house.rosa);
            protection.keep(house.rosa, opening, Answers.silent(Question.NAME, silence));
            CaseFileId id = protection.open(house.rosa, opening).id();
            assertThat(protection.view(house.rosa, id).answers().of(Field.NAME).code())
                    .isEqualTo(silence.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
        }
    }

    @Test
    void whatIsBegunIsKeptForADayAndOnlyForItsMember() {
        OpeningId opening = protection.begin(house.rosa);
        protection.keep(house.rosa, opening, House.answers(Question.NAME, Map.of("name", List.of("Yesenia Tot"))));
        assertThat(protection.opening(house.rosa, opening).given(Field.NAME)).contains("Yesenia Tot");
        assertThatThrownBy(() -> protection.opening(house.teamMate, opening)).isInstanceOf(ProblemException.class);
        house.later(Duration.ofHours(25));
        assertThatThrownBy(() -> protection.opening(house.rosa, opening)).isInstanceOf(ProblemException.class);
    }

    @Test
    void aMisspeltNameFindsTheFile() {
        CaseFileId id = house.fileOf(house.rosa, "Yésica Ramírez Ajpacajá");
        Found found = protection.find(house.rosa, "Jessica Ramires");
        assertThat(found.readable()).anySatisfy(line -> {
            assertThat(line.file().id()).isEqualTo(id);
            assertThat(line.name()).contains("Yésica Ramírez Ajpacajá");
        });
    }

    @Test
    void aNumberFindsTheFileHoweverItIsTyped() {
        CaseFileId id = house.fileOf(house.rosa, "Ana Quib");
        String number = protection.view(house.rosa, id).file().number().text();
        assertThat(protection
                        .find(
                                house.rosa,
                                number.toLowerCase(java.util.Locale.ROOT).replace("-", " "))
                        .readable())
                .singleElement()
                .satisfies(line -> assertThat(line.file().id()).isEqualTo(id));
        assertThat(protection.find(house.stranger, number).isEmpty()).isTrue();
    }

    @Test
    void aPossibleMatchInAnothersFileSaysWhomToAskAndNothingElse() {
        house.fileOf(house.rosa, "Florinda Xuncax Mateo");
        house.fileOf(house.rosa, "Florinda Xuncax Mateo");
        Found found = protection.find(house.stranger, "Florinda Shuncash");
        assertThat(found.readable()).isEmpty();
        assertThat(found.askOwners())
                .singleElement()
                .satisfies(ask -> assertThat(ask.owner()).isEqualTo(house.rosa.member()));
    }

    @Test
    void aSealedFileIsNeverHintedAt() {
        CaseFileId id = house.fileOf(house.rosa, "Petronila Sacul Ichich");
        protection.seal(house.rosa, id, true);
        for (Actor other : List.of(house.stranger, house.teamMate, house.supervisor, house.night)) {
            assertThat(protection.find(other, "Petronila Sacul Ichich").isEmpty())
                    .isTrue();
            assertThatThrownBy(() -> protection.view(other, id)).isInstanceOf(RefusedException.class);
            assertThat(protection.files(other, CaseState.OPEN, Optional.empty()).rows())
                    .noneMatch(line -> line.file().id().equals(id));
            assertThatThrownBy(() -> protection.breakGlass(other, id, "she is in the hospital now"))
                    .isInstanceOf(RefusedException.class);
        }
        assertThat(protection.find(house.rosa, "Petronila Sacul Ichich").readable())
                .hasSize(1);
    }

    @Test
    void eachRoleSeesOnlyItsGroups() {
        CaseFileId id = house.fileOf(house.rosa, "Elena Caal");
        protection.writeNote(house.rosa, id, NoteId.random(House.RANDOM), 0, "came at nine");
        assertThat(protection.view(house.rosa, id).notes()).hasSize(1);
        assertThat(protection.view(house.teamMate, id).shown())
                .contains(FieldGroup.NOTES)
                .doesNotContain(FieldGroup.HEALTH);
        assertThat(protection.view(house.night, id).notes()).isEmpty();
        assertThat(protection.view(house.supervisor, id).may(Operation.CLOSE)).isTrue();
        assertThatThrownBy(() -> protection.view(house.stranger, id)).isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> protection.view(house.lawyer, id)).isInstanceOf(RefusedException.class);
        protection.nameLawyer(house.rosa, id, house.lawyer.member());
        assertThat(protection.view(house.lawyer, id).shown())
                .contains(FieldGroup.LEGAL)
                .doesNotContain(FieldGroup.NOTES);
    }

    @Test
    void anotherPurposeOpensNothing() {
        CaseFileId id = house.fileOf(house.rosa, "Marta Pop");
        assertThatThrownBy(() -> protection.view(house.rosa.withPurpose(Purpose.OVERSIGHT), id))
                .isInstanceOf(RefusedException.class);
        Actor administrator = house.member(Role.ADMINISTRATOR);
        assertThatThrownBy(() -> protection.view(administrator, id)).isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> protection.find(administrator, "Marta Pop")).isInstanceOf(RefusedException.class);
    }

    @Test
    void everyViewAndEveryRefusalIsRecorded() {
        CaseFileId id = house.fileOf(house.rosa, "Clara Icó");
        protection.view(house.supervisor, id).may(Operation.CLOSE);
        assertThatThrownBy(() -> protection.view(house.stranger, id)).isInstanceOf(RefusedException.class);
        Trust trust = new Trust(house.test.database("trust"));
        var consultations =
                trust.consultations(house.rosa, id.value(), Optional.empty()).rows();
        assertThat(consultations)
                .anyMatch(one -> one.type().code().equals("case.viewed")
                        && one.member().equals(Optional.of(house.supervisor.member())));
        assertThat(consultations)
                .anyMatch(one -> one.type().code().equals("case.refused")
                        && one.member().equals(Optional.of(house.stranger.member())));
    }

    @Test
    void aNoteSentTwiceIsWrittenOnce() {
        CaseFileId id = house.fileOf(house.rosa, "Irma Tut");
        NoteId note = NoteId.random(House.RANDOM);
        protection.writeNote(house.rosa, id, note, 0, "she slept");
        protection.writeNote(house.rosa, id, note, 0, "she slept");
        assertThat(protection.view(house.rosa, id).notes())
                .singleElement()
                .satisfies(kept -> assertThat(kept.revision().number()).isEqualTo(1));
    }

    @Test
    void twoEditorsSeeBothTexts() {
        CaseFileId id = house.fileOf(house.rosa, "Olga Chén");
        NoteId note = NoteId.random(House.RANDOM);
        protection.writeNote(house.rosa, id, note, 0, "first");
        protection.writeNote(house.teamMate, id, note, 1, "hers");
        NoteWriting outcome = protection.writeNote(house.rosa, id, note, 1, "mine");
        assertThat(outcome).isInstanceOfSatisfying(NoteWriting.Conflict.class, conflict -> {
            assertThat(conflict.stored().text()).isEqualTo("hers");
            assertThat(conflict.typed()).isEqualTo("mine");
        });
        protection.writeNote(house.rosa, id, note, 2, "hers and mine");
        assertThat(protection
                        .note(house.rosa, id, note)
                        .orElseThrow()
                        .revision()
                        .number())
                .isEqualTo(3);
    }

    @Test
    void aDraftIsKeptForItsWriterOnlyAndGoesWithTheNote() {
        CaseFileId id = house.fileOf(house.rosa, "Nora Chub");
        NoteId note = NoteId.random(House.RANDOM);
        protection.keepDraft(house.rosa, id, new NoteDraft(note, 0, "half a sen", Instant.now()));
        protection.keepDraft(house.rosa, id, new NoteDraft(note, 0, "half a sentence", Instant.now()));
        assertThat(protection.draft(house.rosa, id, note))
                .hasValueSatisfying(draft -> assertThat(draft.text()).isEqualTo("half a sentence"));
        assertThat(protection.draft(house.teamMate, id, note)).isEmpty();
        protection.writeNote(house.rosa, id, note, 0, "a whole sentence");
        assertThat(protection.draft(house.rosa, id, note)).isEmpty();
    }

    @Test
    void aClosedFileTakesNoNoteUntilItIsReopened() {
        CaseFileId id = house.fileOf(house.rosa, "Rut Coy");
        Answers reason = new Answers(Map.of(Field.CLOSING_REASON, new Answer.Given<>("own-wish")));
        assertThatThrownBy(() -> protection.close(house.rosa, id, Answers.NONE)).isInstanceOf(ProblemException.class);
        protection.close(house.rosa, id, reason);
        assertThat(protection.view(house.rosa, id).answers().given(Field.CLOSING_REASON))
                .contains("own-wish");
        assertThatThrownBy(() -> protection.writeNote(house.rosa, id, NoteId.random(House.RANDOM), 0, "late"))
                .isInstanceOf(RefusedException.class);
        protection.reopen(house.rosa, id);
        protection.writeNote(house.rosa, id, NoteId.random(House.RANDOM), 0, "again");
    }

    @Test
    void breakingTheGlassOpensForThreeHoursAndTellsTheOwner() {
        CaseFileId id = house.fileOf(house.rosa, "Sonia Maquín");
        protection.breakGlass(house.stranger, id, "she is at the hospital, unconscious");
        FileView view = protection.view(house.stranger, id);
        assertThat(view.shown()).contains(FieldGroup.HEALTH).doesNotContain(FieldGroup.NOTES, FieldGroup.NARRATIVE);
        assertThat(view.writable()).isEmpty();
        assertThat(protection.emergencies(house.rosa))
                .anyMatch(glass ->
                        glass.file().equals(id) && glass.reason().equals("she is at the hospital, unconscious"));
        BrokenGlass glass = protection.emergencies(house.supervisor).stream()
                .filter(one -> one.file().equals(id))
                .findFirst()
                .orElseThrow();
        assertThatThrownBy(() -> protection.review(house.stranger, glass.id())).isInstanceOf(ProblemException.class);
        protection.review(house.supervisor, glass.id());
        house.superuser("UPDATE protection.break_glass SET opened_at = opened_at - interval '4 hours',"
                + " until = until - interval '4 hours' WHERE id = '" + glass.id() + "'");
        assertThatThrownBy(() -> protection.view(house.stranger, id)).isInstanceOf(RefusedException.class);
    }

    @Test
    void anEmergencyNeedsAWrittenReason() {
        CaseFileId id = house.fileOf(house.rosa, "Julia Bá");
        assertThatThrownBy(() -> protection.breakGlass(house.stranger, id, "please"))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void erasureDestroysEverythingButTheRecord() {
        CaseFileId id = house.fileOf(house.rosa, "Dominga Sub");
        NoteId note = NoteId.random(House.RANDOM);
        protection.writeNote(house.rosa, id, note, 0, "told us much");
        protection.keepDraft(house.rosa, id, new NoteDraft(note, 1, "more", Instant.now()));

        ErasureReceipt receipt = protection.erase(house.rosa, id);

        assertThat(receipt.texts()).isEqualTo(5);
        assertThat(receipt.tokens()).isPositive();
        assertThat(receipt.backupsUntil()).isAfter(receipt.erasedAt().minusSeconds(1));
        assertThat(house.keyring.find(id)).isEmpty();
        for (String table : List.of("content", "search_token", "presence", "draft", "break_glass", "file_lawyer")) {
            assertThat(house.count("SELECT count(*) FROM protection." + table + " WHERE file = '" + id + "'"))
                    .as(table)
                    .isZero();
        }
        assertThat(house.count("SELECT count(*) FROM trust.event WHERE subject = '" + id + "'"))
                .isPositive();
        assertThatThrownBy(() -> protection.view(house.rosa, id)).isInstanceOf(RefusedException.class);
        assertThat(protection.find(house.rosa, "Dominga Sub").isEmpty()).isTrue();
        assertThat(protection.receipt(house.rosa, id).number()).isEqualTo(receipt.number());
        assertThatThrownBy(() -> protection.receipt(house.stranger, id)).isInstanceOf(ProblemException.class);
    }

    @Test
    void onlyOwnerOrSupervisorErases() {
        CaseFileId id = house.fileOf(house.rosa, "Lidia Xí");
        assertThatThrownBy(() -> protection.erase(house.teamMate, id)).isInstanceOf(RefusedException.class);
        assertThat(protection.erase(house.supervisor, id).erasedBy()).isEqualTo(house.supervisor.member());
    }

    @Test
    void anAnswerMayBeChangedAndTheNewNameIsFound() {
        CaseFileId id = house.fileOf(house.rosa, "Berta Asig");
        protection.answer(
                house.rosa, id, Question.NAME, House.answers(Question.NAME, Map.of("name", List.of("Roberta Tzib"))));
        assertThat(protection.find(house.rosa, "Roberta Tsib").readable()).hasSize(1);
        assertThat(protection.find(house.rosa, "Asig").readable()).isEmpty();
        assertThatThrownBy(() -> protection.answer(house.teamMate, id, Question.NAME, Answers.NONE))
                .isInstanceOf(RefusedException.class);
    }

    @Test
    void aLockedNodeOpensNothing() {
        try (House other = new House()) {
            CaseFileId id = other.fileOf(other.rosa, "Alma Cuc");
            other.keyring.lock();
            assertThatThrownBy(() -> other.protection.view(other.rosa, id)).isInstanceOf(LockedException.class);
            assertThatThrownBy(() -> other.protection.find(other.rosa, "Alma")).isInstanceOf(LockedException.class);
        }
    }

    @Test
    void expiredDraftsAreClearedAway() {
        OpeningId opening = protection.begin(house.rosa);
        house.superuser(
                "UPDATE protection.draft SET expires_at = now() - interval '1 minute' WHERE id = '" + opening + "'");
        assertThat(protection.unfinished(house.stranger)).doesNotContain(opening);
        assertThat(house.count("SELECT count(*) FROM protection.draft WHERE id = '" + opening + "'"))
                .isZero();
    }

    @Test
    void firstQuestionsHaveTheKeyOfTheFileTheyMayBecomeAndItEndsWithThem() {
        OpeningId dropped = protection.begin(house.rosa);
        OpeningId expired = protection.begin(house.rosa);
        CaseFileId opened = house.fileOf(house.rosa, "Petrona Caal");
        protection.drop(house.rosa, new OpeningId(opened.value()));
        protection.drop(house.rosa, dropped);
        house.superuser("UPDATE protection.draft SET expires_at = now() - interval '1 minute' WHERE id = '%s'"
                .formatted(expired));
        assertThat(protection.unfinished(house.rosa)).doesNotContain(dropped, expired);

        assertThat(house.keyring.find(new CaseFileId(dropped.value()))).isEmpty();
        assertThat(house.keyring.find(new CaseFileId(expired.value()))).isEmpty();
        assertThat(house.keyring.find(opened)).isPresent();
        assertThatThrownBy(() -> protection.keep(house.rosa, new OpeningId(opened.value()), Answers.NONE))
                .isInstanceOf(ProblemException.class);
    }
}
