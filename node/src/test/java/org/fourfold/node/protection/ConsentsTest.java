package org.fourfold.node.protection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringWriter;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.CaseFileId;
import org.fourfold.node.frame.ConsentFact.GivenBy;
import org.fourfold.node.frame.FieldGroup;
import org.fourfold.node.frame.Handover.RecipientKind;
import org.fourfold.node.frame.OrganisationId;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.frame.Purpose;
import org.fourfold.node.frame.RefusedException;
import org.fourfold.node.frame.Role;
import org.fourfold.node.protection.Consent.How;
import org.fourfold.node.registry.Organisation;
import org.fourfold.node.registry.Organisations;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What leaves the house leaves by consent, and nothing more once it is taken back. */
@Tag("database")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConsentsTest {

    private static final Set<FieldGroup> NAME = Set.of(FieldGroup.IDENTITY);

    private final House house = new House();
    private final Consents consents = house.consents;
    private final Organisations organisations = house.organisations;
    private final Organisation clinic = organisations.add(house.rosa, "Clínica Luna", RecipientKind.SERVICE);
    private final Organisation police =
            organisations.add(house.rosa, "Fiscalía del distrito", RecipientKind.PROSECUTION);

    @AfterAll
    void close() {
        house.close();
    }

    private static Consent.Terms to(Organisation recipient, FieldGroup... groups) {
        return new Consent.Terms(
                recipient.id(), Purpose.PROTECTION, Set.of(groups), GivenBy.ADULT, How.PRESENT, "mam", true, false);
    }

    private CaseFileId fileWithConsent() {
        CaseFileId file = house.fileOf(house.rosa, "Yesenia Tot");
        consents.give(house.rosa, file, to(clinic, FieldGroup.IDENTITY, FieldGroup.NEEDS), 30);
        return file;
    }

    private Sharing share(Actor actor, CaseFileId file, Organisation recipient, Set<FieldGroup> groups) {
        return consents.share(actor, file, recipient, Purpose.PROTECTION, groups);
    }

    private String table(Organisation recipient, Set<FieldGroup> groups) {
        StringWriter table = new StringWriter();
        HtcdsChoice.Going going = new HtcdsChoice.Going(recipient, Purpose.PROTECTION);
        house.protection.exportHtcds(
                house.rosa, new HtcdsChoice(groups, false, Optional.of(going), false, false), table);
        return table.toString();
    }

    @Test
    void ofATableThatLeavesEachRowIsWhatThatPersonAgreedTo() {
        CaseFileId agreed = house.fileOf(house.rosa, "Eulogia Aceptó");
        consents.give(house.rosa, agreed, to(clinic, FieldGroup.IDENTITY), 30);
        CaseFileId silent = house.fileOf(house.rosa, "Tomasa Calló");
        CaseFileId withheld = house.fileOf(house.rosa, "Nicolasa Negó");
        consents.give(house.rosa, withheld, to(clinic, FieldGroup.IDENTITY), 30);
        consents.withhold(house.rosa, withheld, clinic.id());

        String table = table(clinic, EnumSet.of(FieldGroup.IDENTITY, FieldGroup.NEEDS));

        assertThat(table).contains("Eulogia Aceptó").doesNotContain("Tomasa", "Nicolasa");
        assertThat(consents.of(house.rosa, agreed).handedOver())
                .anySatisfy(went -> assertThat(went.groups()).containsExactly(FieldGroup.IDENTITY));
        assertThat(consents.of(house.rosa, silent).handedOver()).isEmpty();
        assertThat(consents.of(house.rosa, withheld).handedOver()).isEmpty();
    }

    @Test
    void aTableForWhomNobodyAgreedIsNotWritten() {
        assertThatThrownBy(() -> table(police, NAME))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        faults ->
                                assertThat(faults.problems().getFirst().code()).isEqualTo("protection.htcds-nobody"));
    }

    @Test
    void whatWasAgreedGoesOutAndNothingBeside() {
        CaseFileId file = fileWithConsent();

        Sharing.Given given =
                (Sharing.Given) share(house.rosa, file, clinic, EnumSet.of(FieldGroup.IDENTITY, FieldGroup.SAFETY));

        assertThat(given.groups()).containsExactly(FieldGroup.IDENTITY);
        assertThat(given.heldBack()).containsExactly(FieldGroup.SAFETY);
        assertThat(given.answers().given(Field.NAME)).contains("Yesenia Tot");
        assertThat(given.answers().byField()).containsOnlyKeys(Field.NAME, Field.OTHER_NAMES);
        HandedOver went = consents.of(house.rosa, file).handedOver().getFirst();
        assertThat(went.recipient()).isEqualTo(clinic.id());
        assertThat(went.groups()).containsExactly(FieldGroup.IDENTITY);
        assertThat(went.by()).isEqualTo(house.rosa.member());
        assertThat(went.waits()).isFalse();
    }

    @Test
    void whatWasDoneUnderDuressDoesNotGoAlongUnthought() {
        CaseFileId file = house.fileOf(house.rosa, "Yesenia Tot");
        consents.give(house.rosa, file, to(clinic, FieldGroup.DURESS), 30);
        Set<FieldGroup> duress = Set.of(FieldGroup.DURESS);
        assertThatThrownBy(() -> share(house.rosa, file, clinic, duress)).hasMessage("protection.share-duress");
        assertThat(consents.share(house.rosa, file, clinic, Purpose.PROTECTION, duress, true))
                .isInstanceOf(Sharing.Given.class);
    }

    @Test
    void withoutConsentTheReasonIsTheAnswer() {
        CaseFileId file = fileWithConsent();
        assertThat(share(house.rosa, file, police, NAME)).isEqualTo(new Sharing.Refused("other-recipient"));
        assertThat(consents.share(house.rosa, file, clinic, Purpose.INVESTIGATION, NAME))
                .isEqualTo(new Sharing.Refused("other-purpose"));
        CaseFileId silent = house.fileOf(house.rosa, "Marta");
        assertThat(share(house.rosa, silent, clinic, NAME)).isEqualTo(new Sharing.Refused("no-consent"));
        Organisation office =
                organisations.add(house.rosa, "Oficina de migración", RecipientKind.IMMIGRATION_AUTHORITY);
        consents.give(house.rosa, file, to(office, FieldGroup.IDENTITY), 30);
        assertThat(share(house.rosa, file, office, NAME)).isEqualTo(new Sharing.Refused("immigration-authority"));
        assertThat(consents.of(house.rosa, file).handedOver()).isEmpty();
    }

    @Test
    void byTheNumberThatThePersonGivesAnybodyWhoHelpsTakesItBackAndTheOwnersDeskSaysWhomToTell() {
        CaseFileId file = fileWithConsent();
        assertThat(share(house.rosa, file, clinic, NAME)).isInstanceOf(Sharing.Given.class);
        house.protection.seal(house.rosa, file, true);
        FileNumber number = house.protection.view(house.rosa, file).file().number();
        assertThat(consents.duties(house.rosa)).noneMatch(duty -> duty.file().equals(file));

        consents.withdraw(house.stranger, number, How.PHONE);

        assertThat(share(house.rosa, file, clinic, NAME)).isEqualTo(new Sharing.Refused("consent-ended"));
        assertThat(consents.duties(house.rosa)).contains(new ConsentDuty(file, number, Optional.empty()));
        assertThat(consents.duties(house.stranger)).isEmpty();
        assertThatThrownBy(() -> consents.withdraw(house.stranger, FileNumber.random(House.RANDOM), How.PHONE))
                .hasMessage("protection.no-such-number");
        consents.told(
                house.rosa,
                file,
                consents.of(house.rosa, file).handedOver().getFirst().id());
        assertThat(consents.duties(house.rosa)).noneMatch(duty -> duty.file().equals(file));
    }

    @Test
    void aConsentThatEndsWithinAWeekIsOnTheOwnersDeskUntilItIsTakenBack() {
        CaseFileId file = house.fileOf(house.rosa, "Yesenia Tot");
        consents.give(house.rosa, file, to(clinic, FieldGroup.IDENTITY), 8);
        assertThat(ending(file)).isEmpty();
        consents.give(house.rosa, file, to(clinic, FieldGroup.NEEDS), 6);
        assertThat(ending(file)).hasSize(1);
        assertThat(ending(file).getFirst().ends().orElseThrow())
                .isEqualTo(consents.of(house.rosa, file).consents().stream()
                        .map(Consent::until)
                        .min(java.util.Comparator.naturalOrder())
                        .orElseThrow());
        consents.withdraw(house.rosa, file, Optional.empty(), How.PRESENT);
        assertThat(ending(file)).isEmpty();
    }

    private List<ConsentDuty> ending(CaseFileId file) {
        return consents.duties(house.rosa).stream()
                .filter(duty -> duty.file().equals(file) && !duty.tell())
                .toList();
    }

    @Test
    void whoeverHelpsTakesItBackAndWhoReceivedItHasToBeTold() {
        CaseFileId file = fileWithConsent();
        assertThat(share(house.rosa, file, clinic, NAME)).isInstanceOf(Sharing.Given.class);

        // A caseworker of another team, who may not read the file: the person called.
        consents.withdraw(house.stranger, file, Optional.empty(), How.PHONE);

        assertThat(share(house.rosa, file, clinic, NAME)).isEqualTo(new Sharing.Refused("consent-ended"));
        HandedOver went = consents.of(house.rosa, file).handedOver().getFirst();
        assertThat(went.waits()).isTrue();
        assertThatThrownBy(() -> consents.of(house.stranger, file)).isInstanceOf(RefusedException.class);
        consents.told(house.rosa, file, went.id());
        assertThat(consents.of(house.rosa, file).handedOver().getFirst().waits())
                .isFalse();
    }

    @Test
    void takenBackIsNotRevivedButGivenAnew() {
        CaseFileId file = fileWithConsent();
        ConsentId first = consents.of(house.rosa, file).consents().getFirst().id();
        house.later(Duration.ofMinutes(1));
        consents.withdraw(house.night, file, Optional.of(first), How.PRESENT);
        house.later(Duration.ofMinutes(1));
        consents.give(house.rosa, file, to(clinic, FieldGroup.IDENTITY), 5);

        assertThat(share(house.rosa, file, clinic, NAME)).isInstanceOf(Sharing.Given.class);

        List<Consent> all = consents.of(house.rosa, file).consents();
        assertThat(all.getFirst().withdrawn()).isEmpty();
        assertThat(all.getLast().withdrawn()).isPresent();
    }

    @Test
    void aConsentOfAnotherFileIsNotTakenBackHere() {
        CaseFileId file = fileWithConsent();
        ConsentId others =
                consents.of(house.rosa, fileWithConsent()).consents().getFirst().id();
        assertThatThrownBy(() -> consents.withdraw(house.rosa, file, Optional.of(others), How.PRESENT))
                .isInstanceOf(RefusedException.class);
        assertThat(share(house.rosa, file, clinic, NAME)).isInstanceOf(Sharing.Given.class);
    }

    @Test
    void aClockSetBackRevivesNothing() {
        CaseFileId file = fileWithConsent();
        consents.withdraw(house.stranger, file, Optional.empty(), How.PHONE);
        house.later(Duration.ofHours(-5));
        assertThat(share(house.rosa, file, clinic, NAME)).isEqualTo(new Sharing.Refused("consent-ended"));
        consents.give(house.rosa, file, to(clinic, FieldGroup.IDENTITY), 5);
        assertThat(share(house.rosa, file, clinic, NAME)).isInstanceOf(Sharing.Given.class);
        house.later(Duration.ofHours(-5));
        consents.withdraw(house.stranger, file, Optional.empty(), How.PHONE);
        house.later(Duration.ofHours(10));
        assertThat(share(house.rosa, file, clinic, NAME)).isEqualTo(new Sharing.Refused("consent-ended"));
        assertThat(consents.of(house.rosa, file).handedOver().getFirst().waits())
                .isTrue();
    }

    @Test
    void aConsentEndsOnItsDay() {
        CaseFileId file = fileWithConsent();
        house.later(Duration.ofDays(29));
        assertThat(share(house.rosa, file, clinic, NAME)).isInstanceOf(Sharing.Given.class);
        house.later(Duration.ofDays(2));
        assertThat(share(house.rosa, file, clinic, NAME)).isEqualTo(new Sharing.Refused("consent-ended"));
    }

    @Test
    void whatIsWithheldStaysWhateverWasAgreed() {
        CaseFileId file = fileWithConsent();
        consents.withhold(house.rosa, file, clinic.id());
        consents.withhold(house.rosa, file, clinic.id());
        assertThat(share(house.rosa, file, clinic, NAME)).isEqualTo(new Sharing.Refused("withheld"));
        List<Withholding> withheld = consents.of(house.rosa, file).withheld();
        assertThat(withheld).hasSize(1);
        assertThatThrownBy(() ->
                        consents.lift(house.night, file, withheld.getFirst().id()))
                .isInstanceOf(ProblemException.class);
        consents.lift(house.rosa, file, withheld.getFirst().id());
        assertThat(share(house.rosa, file, clinic, NAME)).isInstanceOf(Sharing.Given.class);
    }

    @Test
    void onlyWhoMayPutItOnPaperHandsOver() {
        CaseFileId file = fileWithConsent();
        for (Actor actor : List.of(house.teamMate, house.night, house.stranger)) {
            assertThatThrownBy(() -> share(actor, file, clinic, NAME))
                    .as(actor.role().name())
                    .isInstanceOf(RefusedException.class);
        }
        assertThat(share(house.supervisor, file, clinic, NAME)).isInstanceOf(Sharing.Given.class);
    }

    @Test
    void aConsentThatIsNoneIsNotWrittenDown() {
        CaseFileId file = fileWithConsent();
        Consent.Terms bad = new Consent.Terms(
                clinic.id(), Purpose.PROTECTION, Set.of(), GivenBy.IMPLICATED_GUARDIAN, How.PRESENT, "es", false, true);
        assertThatThrownBy(() -> consents.give(house.rosa, file, bad, 900))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        faults -> assertThat(faults.problems())
                                .extracting(Problem::place)
                                .extracting(place -> ((Problem.Place.Field) place).name())
                                .containsExactly("groups", "days", "informed", "condition", "by"));
        assertThatThrownBy(() -> consents.give(house.teamMate, file, to(clinic, FieldGroup.IDENTITY), 3))
                .isInstanceOf(RefusedException.class);
    }

    @Test
    void nothingOfItStandsInClear() {
        CaseFileId file = fileWithConsent();
        assertThat(share(house.rosa, file, clinic, NAME)).isInstanceOf(Sharing.Given.class);
        for (String table : List.of("consent", "handover")) {
            long clear = house.count("SELECT count(*) FROM protection." + table + " t WHERE t::text LIKE '%"
                    + clinic.id() + "%' OR encode(ciphertext, 'escape') LIKE '%IDENTITY%'");
            assertThat(clear).as(table).isZero();
        }
        assertThat(house.count("SELECT count(*) FROM trust.event WHERE subject = '" + file + "' AND detail LIKE '%"
                        + clinic.id() + "%'"))
                .isZero();
    }

    @Test
    void anErasedFileKeepsNoneOfIt() {
        CaseFileId file = fileWithConsent();
        consents.withhold(house.rosa, file, police.id());
        assertThat(share(house.rosa, file, clinic, NAME)).isInstanceOf(Sharing.Given.class);
        consents.withdraw(house.rosa, file, Optional.empty(), How.PAPER);
        house.protection.erase(house.rosa, file);
        for (String table : List.of("consent", "withdrawal", "withholding", "handover")) {
            assertThat(house.count("SELECT count(*) FROM protection." + table + " WHERE file = '" + file + "'"))
                    .as(table)
                    .isZero();
        }
    }

    @Test
    void anOrganisationStandsThereOnceHoweverItIsTyped() {
        assertThatThrownBy(() -> organisations.add(house.rosa, " CLINICA  luna. ", RecipientKind.SERVICE))
                .hasMessage("registry.organisation-there");
        assertThatThrownBy(() -> organisations.add(house.rosa, "?", RecipientKind.SERVICE))
                .hasMessage("registry.organisation-name");
        assertThatThrownBy(() -> organisations.add(house.member(Role.ANALYST), "Otra", RecipientKind.SERVICE))
                .isInstanceOf(RefusedException.class);
        assertThat(organisations.find(clinic.id())).contains(clinic);
        assertThat(organisations.find(OrganisationId.random(House.RANDOM))).isEmpty();
    }

    @Test
    void whoOverseesSeesWhichEndWithinThirtyDaysByTheFilesNumberAlone() {
        Actor paz = house.member(Role.PRIVACY_OFFICER).withPurpose(Purpose.OVERSIGHT);
        CaseFileId soon = fileWithConsent();
        CaseFileId later = house.fileOf(house.rosa, "Yesenia Tot");
        consents.give(house.rosa, later, to(clinic, FieldGroup.IDENTITY), 31);
        CaseFileId back = fileWithConsent();
        consents.withdraw(house.night, back, Optional.empty(), How.PHONE);
        CaseFileId sealed = fileWithConsent();
        house.protection.seal(house.rosa, sealed, true);
        CaseFileId erased = fileWithConsent();
        FileNumber gone = number(erased);
        house.protection.erase(house.rosa, erased);

        List<FileNumber> listed =
                consents.endings(paz).stream().map(ConsentEnd::number).toList();

        assertThat(listed).contains(number(soon)).doesNotContain(number(later), number(back), number(sealed), gone);
        house.protection.seal(house.rosa, sealed, false);
        assertThat(consents.endings(paz)).extracting(ConsentEnd::number).contains(number(sealed));
        for (Actor actor : List.of(house.rosa, house.supervisor, house.member(Role.ADMINISTRATOR))) {
            assertThatThrownBy(() -> consents.endings(actor)).isInstanceOf(RefusedException.class);
        }
    }

    private FileNumber number(CaseFileId file) {
        return house.protection.view(house.rosa, file).file().number();
    }
}
