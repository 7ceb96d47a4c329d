package org.fourfold.node.protection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.Answer;
import org.fourfold.node.frame.CaseFileId;
import org.fourfold.node.frame.ConsentFact.GivenBy;
import org.fourfold.node.frame.Dated;
import org.fourfold.node.frame.FieldGroup;
import org.fourfold.node.frame.Handover.RecipientKind;
import org.fourfold.node.frame.Purpose;
import org.fourfold.node.frame.RandomIds;
import org.fourfold.node.frame.RefusedException;
import org.fourfold.node.frame.Role;
import org.fourfold.node.protection.ElementFinding.State;
import org.fourfold.node.protection.IdentificationDecision.Review;
import org.fourfold.node.protection.IdentificationDecision.ReviewState;
import org.fourfold.node.protection.Screening.InterpreterRole;
import org.fourfold.node.protection.Screening.Interpreting;
import org.fourfold.node.protection.Screening.Present;
import org.fourfold.node.registry.Organisation;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A conversation is kept as it was held, the worksheet names its sources, and what bodies decide stands apart from both. */
@Tag("database")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IdentificationTest {

    private static final Dated LONG_AGO = Dated.day(LocalDate.of(2024, 2, 29));
    private static final String WORDS = "me dijeron que era una panadería";

    private final House house = new House();
    private final Identification identification = house.identification;
    private final Instruments instruments = Instruments.shipped();
    private final ScreeningInstrument firstContact = instruments.firstContact();
    private final Organisation authority =
            house.organisations.add(house.rosa, "Comisión estatal", RecipientKind.SERVICE);

    @AfterAll
    void close() {
        house.close();
    }

    private Screening.Setting setting(Present... room) {
        return new Screening.Setting(
                LONG_AGO, "", Optional.empty(), Set.of(room), firstContact.id(), firstContact.version());
    }

    private Replies replies(String... questionsAndCodes) {
        Replies replies = Replies.NONE;
        for (int i = 0; i < questionsAndCodes.length; i += 2) {
            String code = questionsAndCodes[i + 1];
            var indicator = firstContact.indicator(questionsAndCodes[i]).orElseThrow();
            replies = replies.with(
                    indicator,
                    Answers.Silence.parse(code).map(Answers.Silence::answer).orElseGet(() -> new Answer.Given<>(code)));
        }
        return replies;
    }

    private ScreeningId talk(CaseFileId file, Screening.Setting setting, Replies replies) {
        ScreeningId id = ScreeningId.random(House.RANDOM);
        identification.keep(house.rosa, file, id, Optional.of(setting), replies);
        identification.write(house.rosa, file, id);
        return id;
    }

    private ElementFinding finding(CaseFileId file, TraffickingElement element) {
        return identification.worksheet(house.rosa, file).findings().stream()
                .filter(one -> one.element() == element)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aConversationIsKeptWithWhoWasThereAndWhenItWasToldAndTyped() {
        CaseFileId file = house.fileOf(house.rosa, "Yesenia Tot");
        Screening.Setting setting = new Screening.Setting(
                LONG_AGO,
                "la enfermera",
                Optional.of(new Interpreting("mam", InterpreterRole.COMPANION)),
                Set.of(Present.COMPANION, Present.CHILD),
                firstContact.id(),
                firstContact.version());
        ScreeningId id = talk(file, setting, replies("words", WORDS, "near", "yes", "papers", "declined"));

        Screening kept = identification.screenings(house.rosa, file).all().getFirst();

        assertThat(kept.id()).isEqualTo(id);
        assertThat(kept.setting()).isEqualTo(setting);
        assertThat(kept.setting().toldOn()).isEqualTo(LONG_AGO);
        assertThat(kept.typedAt()).isAfter("2026-01-01T00:00:00Z");
        assertThat(kept.typist()).isEqualTo(house.rosa.member());
        assertThat(kept.replies().byIndicator())
                .isEqualTo(Map.of(
                        "words", new Answer.Given<>(WORDS),
                        "near", new Answer.Given<>("yes"),
                        "papers", new Answer.Declined<String>()));
        assertThat(kept.setting().warnings()).containsExactly("companion");
    }

    private List<Interrupted> interrupted(Actor actor) {
        LocalDate today = LocalDate.of(2026, 11, 24);
        return house.today.of(actor, today, today).interrupted();
    }

    @Test
    void whatWasInterruptedIsKeptAndGoneOnWith() {
        CaseFileId file = house.fileOf(house.rosa, "Yesenia Tot");
        ScreeningId id = ScreeningId.random(House.RANDOM);
        identification.keep(house.rosa, file, id, Optional.of(setting(Present.ALONE)), replies("words", WORDS));
        assertThat(identification.screenings(house.rosa, file).all()).isEmpty();
        assertThat(identification.screenings(house.rosa, file).drafts()).hasSize(1);
        assertThat(identification.screenings(house.supervisor, file).drafts()).isEmpty();

        Interrupted interrupted = interrupted(house.rosa).getFirst();
        assertThat(interrupted.file().id()).isEqualTo(file);
        assertThat(interrupted.kept()).isCloseTo(house.now(), within(1, ChronoUnit.MILLIS));
        assertThat(interrupted(house.supervisor)).isEmpty();

        identification.keep(house.rosa, file, id, Optional.empty(), replies("near", "no"));

        ScreeningDraft draft = identification.draft(house.rosa, file, id).orElseThrow();
        assertThat(draft.replies().byIndicator()).containsOnlyKeys("words", "near");
        assertThat(draft.setting()).contains(setting(Present.ALONE));
        house.later(Duration.ofHours(25));
        assertThat(identification.draft(house.rosa, file, id)).isEmpty();
        assertThatThrownBy(() -> identification.write(house.rosa, file, id)).hasMessage("protection.conversation-gone");
        house.later(Duration.ofHours(-25));
        identification.write(house.rosa, file, id);
        identification.write(house.rosa, file, id);
        assertThat(identification.screenings(house.rosa, file).all()).hasSize(1);
        assertThat(identification.screenings(house.rosa, file).drafts()).isEmpty();
    }

    @Test
    void aCorrectionIsANewRevisionAndTheOneBeforeStays() {
        CaseFileId file = house.fileOf(house.rosa, "Yesenia Tot");
        ScreeningId id = talk(file, setting(Present.ALONE), replies("papers", "own"));
        long texts = texts(file);
        identification.correct(house.rosa, file, id);
        identification.keep(house.rosa, file, id, Optional.empty(), replies("papers", "others"));

        ScreeningWriting written = identification.write(house.rosa, file, id);

        Screening now = ((ScreeningWriting.Written) written).screening();
        assertThat(now.revision().number()).isEqualTo(2);
        assertThat(identification.screenings(house.rosa, file).all()).hasSize(1);
        assertThat(texts(file)).isEqualTo(texts + 2);
    }

    @Test
    void whoCorrectsWhatWasCorrectedMeanwhileSeesBoth() {
        CaseFileId file = house.fileOf(house.rosa, "Yesenia Tot");
        ScreeningId id = talk(file, setting(Present.ALONE), replies("papers", "own"));
        identification.correct(house.rosa, file, id);
        // The same draft, kept in another window after that window's correction was written.
        byte[] draft = bytes("SELECT ciphertext FROM protection.draft WHERE item = '" + id + "'");
        identification.write(house.rosa, file, id);
        house.superuser("INSERT INTO protection.draft VALUES (gen_random_uuid(), '" + house.rosa.member()
                + "', 'CONVERSATION', '" + file + "', '" + id + "', decode('" + hex(draft)
                + "', 'hex'), now(), now() + interval '1 hour')");

        ScreeningWriting writing = identification.write(house.rosa, file, id);

        assertThat(writing).isInstanceOf(ScreeningWriting.Conflict.class);
        assertThat(identification
                        .screenings(house.rosa, file)
                        .all()
                        .getFirst()
                        .revision()
                        .number())
                .isEqualTo(2);
    }

    @Test
    void howItWasHeldHasToBeSaid() {
        CaseFileId file = house.fileOf(house.rosa, "Yesenia Tot");
        ScreeningId id = ScreeningId.random(House.RANDOM);
        assertThatThrownBy(() -> identification.keep(house.rosa, file, id, Optional.of(setting()), Replies.NONE))
                .hasMessage("protection.conversation-room");
        assertThatThrownBy(() -> identification.keep(
                        house.rosa, file, id, Optional.of(setting(Present.ALONE, Present.POLICE)), Replies.NONE))
                .hasMessage("protection.conversation-alone");
        Screening.Setting tomorrow = new Screening.Setting(
                Dated.day(LocalDate.of(2126, 1, 1)),
                "",
                Optional.empty(),
                Set.of(Present.ALONE),
                firstContact.id(),
                firstContact.version());
        assertThatThrownBy(() -> identification.keep(house.rosa, file, id, Optional.of(tomorrow), Replies.NONE))
                .hasMessage("protection.date-later");
        identification.keep(house.rosa, file, id, Optional.empty(), replies("near", "yes"));
        assertThatThrownBy(() -> identification.write(house.rosa, file, id))
                .hasMessage("protection.conversation-no-setting");
    }

    @Test
    void whoReadsOfSafetyOnlySeesThoseAnswersAndNoStory() {
        CaseFileId file = house.fileOf(house.rosa, "Yesenia Tot");
        talk(file, setting(Present.ALONE), replies("words", WORDS, "sought", "me"));

        for (Actor helper : List.of(house.teamMate, house.night)) {
            Screenings seen = identification.screenings(helper, file);
            assertThat(seen.all().getFirst().replies().byIndicator()).containsOnlyKeys("sought");
            assertThat(seen.mayWrite()).isFalse();
            assertThatThrownBy(() -> identification.worksheet(helper, file)).isInstanceOf(RefusedException.class);
            assertThatThrownBy(() -> identification.decisions(helper, file)).isInstanceOf(RefusedException.class);
            assertThatThrownBy(() -> talkAs(helper, file)).isInstanceOf(RefusedException.class);
        }
        assertThatThrownBy(() -> identification.screenings(house.stranger, file))
                .isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> identification.screenings(house.member(Role.INVESTIGATOR), file))
                .isInstanceOf(RefusedException.class);
        assertThat(identification
                        .screenings(house.supervisor, file)
                        .all()
                        .getFirst()
                        .replies()
                        .byIndicator())
                .containsOnlyKeys("words", "sought");
    }

    private void talkAs(Actor helper, CaseFileId file) {
        identification.keep(
                helper, file, ScreeningId.random(House.RANDOM), Optional.of(setting(Present.ALONE)), Replies.NONE);
    }

    /** What one answer says of each element; the adult, the child and whoever is neither yet get the same findings. */
    @ParameterizedTest(name = "{0} = {1}: {2} is {3}")
    @CsvSource({
        "arrived, offer, ACT, SIGNS_PRESENT",
        "arrived, own, ACT, NO_SIGN_SO_FAR",
        "arrived, declined, ACT, NO_SIGN_SO_FAR",
        "arrived, not-asked, ACT, NOT_ASKED",
        "arrived, 'own,force', MEANS, SIGNS_PRESENT",
        "leaving, report, MEANS, SIGNS_PRESENT",
        "leaving, report, US_LABOUR_MEANS, SIGNS_PRESENT",
        "leaving, free, MEANS, NO_SIGN_SO_FAR",
        "leaving, report, ACT, NOT_ASKED",
        "done, field, PURPOSE, NO_SIGN_SO_FAR",
        "done, sexual, US_SEX_PURPOSE, SIGNS_PRESENT",
        "done, sexual, US_LABOUR_PURPOSE, NOT_ASKED",
        "earned, debt, US_LABOUR_PURPOSE, SIGNS_PRESENT",
        "crossing, yes, SMUGGLED, SIGNS_PRESENT",
        "crossing, yes, ACT, NOT_ASKED",
        "sought, me, MEANS, NOT_ASKED"
    })
    void anAnswerIsASourceAndNeverMore(String question, String codes, TraffickingElement element, State expected) {
        Screening one = new Screening(
                ScreeningId.random(House.RANDOM),
                org.fourfold.node.frame.Revision.FIRST,
                setting(Present.ALONE),
                house.rosa.member(),
                java.time.Instant.EPOCH,
                replies(question, codes));

        ElementFinding finding = ElementFinding.of(List.of(one), List.of(), instruments).stream()
                .filter(other -> other.element() == element)
                .findFirst()
                .orElseThrow();

        assertThat(finding.state()).isEqualTo(expected);
        assertThat(finding.sources().isEmpty()).isEqualTo(expected == State.NOT_ASKED);
        assertThat(finding.sources())
                .allSatisfy(source -> assertThat(source.on()).isEqualTo(LONG_AGO));
    }

    @Test
    void everySourceOfAFindingIsNamedWithItsDay() {
        CaseFileId file = house.fileOf(house.rosa, "Yesenia Tot");
        talk(file, setting(Present.ALONE), replies("papers", "others"));
        identification.addSign(
                house.rosa,
                file,
                new Sign.Terms(
                        Set.of(TraffickingElement.MEANS),
                        State.NO_SIGN_SO_FAR,
                        Sign.From.DOCUMENT,
                        "boleto de bus a su nombre",
                        Dated.year(2023)));

        ElementFinding means = finding(file, TraffickingElement.MEANS);

        assertThat(means.state()).isEqualTo(State.SIGNS_PRESENT);
        assertThat(means.sources()).hasSize(2);
        assertThat(means.sources().getFirst()).isInstanceOf(ElementFinding.FromAnswer.class);
        assertThat(means.sources().getLast().on()).isEqualTo(Dated.year(2023));
        assertThat(finding(file, TraffickingElement.PURPOSE).state()).isEqualTo(State.NOT_ASKED);
    }

    @Test
    void aSignThatIsSetAsideStaysAndNoLongerCounts() {
        CaseFileId file = house.fileOf(house.rosa, "Yesenia Tot");
        identification.addSign(
                house.rosa,
                file,
                new Sign.Terms(
                        Set.of(TraffickingElement.ACT, TraffickingElement.US_LABOUR_ACT),
                        State.SIGNS_PRESENT,
                        Sign.From.OBSERVATION,
                        "llegó en la camioneta del patrón",
                        LONG_AGO));
        Sign sign = identification.worksheet(house.rosa, file).signs().getFirst();
        assertThat(finding(file, TraffickingElement.ACT).state()).isEqualTo(State.SIGNS_PRESENT);

        identification.setAside(house.rosa, file, sign.id(), "era la de su hermana");

        assertThat(finding(file, TraffickingElement.ACT).state()).isEqualTo(State.NOT_ASKED);
        Sign after = identification.worksheet(house.rosa, file).signs().getFirst();
        assertThat(after.terms()).isEqualTo(sign.terms());
        assertThat(after.setAside()).contains("era la de su hermana");
        assertThatThrownBy(() -> identification.setAside(house.rosa, file, sign.id(), " "))
                .hasMessage("protection.sign-aside");
        assertThatThrownBy(() -> identification.addSign(
                        house.rosa,
                        file,
                        new Sign.Terms(Set.of(), State.NOT_ASKED, Sign.From.OWN_WORDS, " ", LONG_AGO)))
                .hasMessage("protection.sign-elements, protection.sign-finding, protection.sign-words");
    }

    @Test
    void theBirthAndTheTimeDecideWhichTestApplies() {
        CaseFileId file = house.fileOf(house.rosa, "Yesenia Tot");
        assertThat(identification.worksheet(house.rosa, file).test()).isEqualTo(AgeRule.OPEN);
        answer(file, Question.AGE, Map.of("birth", List.of("29", "2", "2008", "")));
        identification.time(
                house.rosa,
                file,
                Answers.parse(
                        List.of(Field.ACTS_FROM, Field.ACTS_UNTIL),
                        Map.of(
                                "acts-from",
                                List.of("", "", "2024", ""),
                                "acts-until",
                                List.of("28", "2", "2026", ""))));
        assertThat(identification.worksheet(house.rosa, file).test()).isEqualTo(AgeRule.CHILD);
        answer(file, Question.AGE, Map.of("birth", List.of("", "", "1990", ""), "age-disputed", List.of("no")));
        assertThat(identification.worksheet(house.rosa, file).test()).isEqualTo(AgeRule.ADULT);
        answer(file, Question.AGE, Map.of("birth", List.of("", "", "1990", ""), "age-disputed", List.of("yes")));
        assertThat(identification.worksheet(house.lawyer(file), file).test()).isEqualTo(AgeRule.OPEN);
        assertThatThrownBy(() -> answer(file, Question.AGE, Map.of("birth", List.of("", "", "2099", ""))))
                .hasMessage("protection.date-later");
        assertThatThrownBy(() -> identification.time(
                        house.rosa,
                        file,
                        Answers.parse(
                                List.of(Field.ACTS_FROM, Field.ACTS_UNTIL),
                                Map.of(
                                        "acts-from", List.of("", "", "2024", ""),
                                        "acts-until", List.of("", "", "2020", "")))))
                .hasMessage("protection.acts-order");
    }

    private void answer(CaseFileId file, Question question, Map<String, List<String>> form) {
        house.protection.answer(house.rosa, file, question, Answers.parse(question, form));
    }

    @Test
    void theWorksheetIsPrintedByTheOwnerTheSupervisorAndTheLawyer() {
        CaseFileId file = house.fileOf(house.rosa, "Yesenia Tot");
        for (Actor reader : List.of(house.rosa, house.supervisor, house.lawyer(file))) {
            assertThat(identification.printWorksheet(reader, file).findings())
                    .hasSize(TraffickingElement.values().length);
        }
        assertThatThrownBy(() -> identification.printWorksheet(house.teamMate, file))
                .isInstanceOf(RefusedException.class);
        assertThat(house.count("SELECT count(*) FROM trust.event WHERE subject = '" + file
                        + "' AND type = 'case.printed' AND detail = 'worksheet'"))
                .isEqualTo(3);
    }

    private IdentificationDecision.Terms decided(DecisionThreshold threshold, LocalDate on, Review review) {
        return new IdentificationDecision.Terms(
                threshold,
                authority.id(),
                Dated.day(on),
                "hay motivos para creerlo",
                "lo contado y el contrato",
                List.of("entrevista", "contrato"),
                review);
    }

    @Test
    void bodiesDecideOneAfterAnotherAndMayLookAgain() {
        CaseFileId file = house.fileOf(house.rosa, "Yesenia Tot");
        UUID first = RandomIds.uuid(House.RANDOM);
        UUID second = RandomIds.uuid(House.RANDOM);
        Review none = new Review(ReviewState.NOT_ASKED, Optional.of(Dated.year(2025)), "");
        var reasonable = decided(DecisionThreshold.REASONABLE_GROUNDS, LocalDate.of(2025, 1, 10), none);
        var conclusive = decided(DecisionThreshold.CONCLUSIVE_GROUNDS, LocalDate.of(2025, 6, 1), none);
        assertThat(identification.decide(house.rosa, file, first, 0, reasonable))
                .isEmpty();
        assertThat(identification.decide(house.rosa, file, second, 0, conclusive))
                .isEmpty();
        assertThat(identification.decide(house.rosa, file, second, 0, conclusive))
                .isEmpty();

        assertThat(identification.decisions(house.rosa, file).all())
                .extracting(IdentificationDecision::terms)
                .containsExactly(conclusive, reasonable);

        var reviewed = decided(
                DecisionThreshold.CONCLUSIVE_GROUNDS,
                LocalDate.of(2025, 6, 1),
                new Review(ReviewState.DECIDED, Optional.empty(), "se confirma"));
        assertThat(identification.decide(house.rosa, file, second, 1, reviewed)).isEmpty();
        assertThat(identification.decide(house.rosa, file, second, 1, reasonable))
                .isPresent();
        assertThat(identification.decisions(house.rosa, file).all().getFirst().terms())
                .isEqualTo(reviewed);
        assertThatThrownBy(() -> identification.decide(
                        house.rosa,
                        file,
                        first,
                        1,
                        decided(
                                DecisionThreshold.REASONABLE_GROUNDS,
                                LocalDate.of(2125, 1, 1),
                                new Review(ReviewState.DECIDED, Optional.empty(), ""))))
                .hasMessage("protection.date-later, protection.decision-review");
    }

    @Test
    void aRefusalCountsAndLeavesNoTraceOfAnybody() {
        CaseFileId file = house.fileOf(house.rosa, "Yesenia Tot");
        List<String> before = identityColumns();
        identification.countRefusal(house.rosa, RefusalReason.FEAR_OF_REPRISAL);
        identification.countRefusal(house.stranger, RefusalReason.FEAR_OF_REPRISAL);

        assertThat(identification.refusals(house.night))
                .extracting(RefusalCount::persons)
                .containsExactly(2);
        assertThat(house.count("SELECT count(*) FROM protection.identification_refusal"))
                .isEqualTo(1);
        assertThat(before)
                .containsExactlyInAnyOrder("organisation uuid", "month date", "reason text", "persons integer");
        String row = text("SELECT string_agg(r::text, ' ') FROM protection.identification_refusal r");
        for (String trace : List.of(
                file.toString(),
                house.rosa.member().toString(),
                house.stranger.member().toString())) {
            assertThat(row).doesNotContain(trace);
        }
        assertThat(house.count("SELECT count(*) FROM trust.event WHERE type = 'refusal.counted'"
                        + " AND (subject IS NOT NULL OR detail <> '')"))
                .isZero();
        assertThat(house.count("SELECT count(*) FROM trust.event WHERE type = 'refusal.counted'"))
                .isEqualTo(2);
        assertThatThrownBy(() -> identification.countRefusal(house.member(Role.ANALYST), RefusalReason.OTHER))
                .isInstanceOf(RefusedException.class);
    }

    private List<String> identityColumns() {
        String columns = text("SELECT string_agg(column_name || ' ' || data_type, ',') FROM information_schema.columns"
                + " WHERE table_schema = 'protection' AND table_name = 'identification_refusal'");
        return List.of(columns.split(",", -1));
    }

    @Test
    void theMigrationStatusIsTheLawyersAloneAndWhatWasDoneUnderDuressTheirsAndTheOwners() {
        CaseFileId file = house.fileOf(house.rosa, "Yesenia Tot");
        Actor lawyer = house.lawyer(file);
        List<Field> status = List.of(Field.STATUS_FOR, Field.STATUS);
        Answers asked = Answers.parse(status, Map.of("status-for", List.of("refugee"), "status", List.of("claim")));
        house.protection.answer(lawyer, file, status, asked);
        assertThatThrownBy(() -> house.protection.answer(house.rosa, file, status, asked))
                .isInstanceOf(RefusedException.class);
        assertThat(house.protection.view(lawyer, file).answers().given(Field.STATUS))
                .contains("claim");
        assertThat(house.protection.view(house.rosa, file).answers().of(Field.STATUS))
                .isEqualTo(new Answer.NotAsked<String>());
        List<Field> duress = List.of(Field.DURESS_ACTS);
        Answers told = Answers.parse(duress, Map.of("duress-acts", List.of("watch")));
        house.protection.answer(house.rosa, file, duress, told);
        assertThat(house.protection.view(lawyer, file).answers().given(Field.DURESS_ACTS))
                .contains("watch");
        assertThat(house.protection.view(house.supervisor, file).answers().byField())
                .doesNotContainKeys(Field.DURESS_ACTS, Field.STATUS);
    }

    @Test
    void whatWasToldGoesOutWithTheNarrativeAndNotWithoutIt() {
        CaseFileId file = house.fileOf(house.rosa, "Yesenia Tot");
        talk(file, setting(Present.ALONE), replies("words", WORDS, "sought", "me"));
        house.consents.give(
                house.rosa,
                file,
                new Consent.Terms(
                        authority.id(),
                        Purpose.PROTECTION,
                        Set.of(FieldGroup.SAFETY),
                        GivenBy.ADULT,
                        Consent.How.PRESENT,
                        "es",
                        true,
                        false),
                30);
        Sharing.Given given = (Sharing.Given) house.consents.share(
                house.rosa, file, authority, Purpose.PROTECTION, Set.of(FieldGroup.SAFETY, FieldGroup.NARRATIVE));
        assertThat(given.told().screenings().getFirst().replies().byIndicator()).containsOnlyKeys("sought");
        assertThat(house.protection.view(house.rosa, file).answers().given(Field.NAME))
                .contains("Yesenia Tot");
    }

    @Test
    void nothingOfItStandsInClearAndNothingOutlivesTheFile() {
        CaseFileId file = house.fileOf(house.rosa, "Yesenia Tot");
        ScreeningId kept = talk(file, setting(Present.ALONE), replies("words", WORDS));
        ScreeningId begun = ScreeningId.random(House.RANDOM);
        identification.keep(house.rosa, file, begun, Optional.of(setting(Present.ALONE)), replies("words", WORDS));
        for (String table : List.of("content", "draft")) {
            assertThat(house.count("SELECT count(*) FROM protection." + table
                            + " t WHERE encode(ciphertext, 'escape') LIKE '%panader%' OR encode(ciphertext, 'escape')"
                            + " LIKE '%ALONE%'"))
                    .as(table)
                    .isZero();
        }
        house.protection.erase(house.rosa, file);
        for (String table : List.of("content", "draft")) {
            assertThat(house.count("SELECT count(*) FROM protection." + table + " WHERE file = '" + file
                            + "' OR item IN ('" + kept + "', '" + begun + "')"))
                    .as(table)
                    .isZero();
        }
    }

    private long texts(CaseFileId file) {
        return house.count("SELECT count(*) FROM protection.content WHERE file = '" + file + "'");
    }

    private String text(String sql) {
        return new String(bytes(sql), java.nio.charset.StandardCharsets.UTF_8);
    }

    private byte[] bytes(String sql) {
        List<byte[]> found = new ArrayList<>();
        try (var connection = house.test.superuser();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                found.add(rows.getObject(1) instanceof byte[] binary ? binary : House.bytes(rows.getString(1)));
            }
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
        return found.getFirst();
    }

    private static String hex(byte[] bytes) {
        return java.util.HexFormat.of().formatHex(bytes);
    }
}
