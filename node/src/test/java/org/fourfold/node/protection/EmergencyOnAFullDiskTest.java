package org.fourfold.node.protection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.CaseFileId;
import org.fourfold.node.frame.FieldGroup;
import org.fourfold.node.frame.NoRoomException;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.frame.RefusedException;
import org.fourfold.node.frame.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** While the disk is full nothing is written and no guarded thing is read, except a file in an emergency. */
@Tag("database")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EmergencyOnAFullDiskTest {

    private static final String NAME = "Alma Inventada";
    private static final String REASON = "she is at the hospital, unconscious";

    private final House house = new House();
    private final Protection protection = house.protection;
    private CaseFileId file = CaseFileId.random(House.RANDOM);

    @BeforeEach
    void fill() {
        protection.bringInReserve();
        file = house.fileOf(house.rosa, NAME);
        house.test.fullDisk(true);
    }

    @AfterEach
    void empty() {
        house.test.fullDisk(false);
        protection.bringInReserve();
    }

    @AfterAll
    void close() {
        house.close();
    }

    @Test
    void nobodyReadsAndNobodyWritesNotEvenTheOwner() {
        assertThatThrownBy(() -> protection.view(house.rosa, file)).isInstanceOf(NoRoomException.class);
        assertThatThrownBy(() -> protection.print(house.rosa, file)).isInstanceOf(NoRoomException.class);
        assertThatThrownBy(() -> protection.files(house.rosa, CaseState.OPEN, java.util.Optional.empty()))
                .isInstanceOf(NoRoomException.class);
        assertThatThrownBy(() -> protection.begin(house.rosa)).isInstanceOf(NoRoomException.class);
    }

    @Test
    void inAnEmergencyTheFileOpensForWhatHelpsAndNothingElse() {
        for (Actor actor : List.of(house.stranger, house.night, house.rosa)) {
            protection.breakGlass(actor, file, REASON);
            FileView view = protection.view(actor, file);
            assertThat(view.answers().given(Field.NAME)).contains(NAME);
            assertThat(view.shown())
                    .containsExactlyInAnyOrder(
                            FieldGroup.IDENTITY,
                            FieldGroup.CONTACT,
                            FieldGroup.SAFETY,
                            FieldGroup.NEEDS,
                            FieldGroup.HEALTH);
            assertThatThrownBy(() -> protection.print(actor, file)).isInstanceOf(NoRoomException.class);
        }
    }

    @Test
    void anOpeningIsNobodyElsesAndOfNoOtherFile() {
        CaseFileId other = other();
        protection.breakGlass(house.stranger, file, REASON);
        assertThatThrownBy(() -> protection.view(house.stranger, other)).isInstanceOf(NoRoomException.class);
        assertThatThrownBy(() -> protection.view(house.night, file)).isInstanceOf(NoRoomException.class);
    }

    @Test
    void itEndsAfterThreeHours() throws SQLException {
        try (House later = new House()) {
            CaseFileId id = later.fileOf(later.rosa, NAME);
            later.protection.bringInReserve();
            later.test.fullDisk(true);
            later.protection.breakGlass(later.stranger, id, REASON);
            assertThat(later.protection.view(later.stranger, id).shown()).isNotEmpty();
            later.later(Duration.ofMinutes(1));
            later.protection.breakGlass(later.stranger, id, REASON);
            String tooLong = later.reserve.pass(later.stranger.member(), id).orElseThrow();
            assertThat(rows(later, later.stranger, id, tooLong))
                    .as("by the database's own clock it would end later than in three hours")
                    .isZero();
            later.later(Duration.ofHours(3));
            assertThatThrownBy(() -> later.protection.view(later.stranger, id)).isInstanceOf(NoRoomException.class);
        }
    }

    @Test
    void aSealedFileAndAMissingReasonAndAnotherRoleAreRefusedAsEver() {
        house.test.fullDisk(false);
        protection.seal(house.rosa, file, true);
        house.test.fullDisk(true);
        assertThatThrownBy(() -> protection.breakGlass(house.stranger, file, REASON))
                .isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> protection.breakGlass(house.stranger, file, "please"))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> protection.breakGlass(house.lawyer, file, REASON))
                .isInstanceOf(RefusedException.class);
    }

    @Test
    void aSearchTellsWhoseFileItMayBeAndTheNumberOfOnesOwnButNoName() {
        Actor newcomer = house.member(Role.CASEWORKER);
        Found found = protection.find(newcomer, NAME);
        assertThat(found.readable()).isEmpty();
        assertThat(found.askOwners()).singleElement().satisfies(ask -> {
            assertThat(ask.owner()).isEqualTo(house.rosa.member());
            assertThat(ask.number()).isEmpty();
        });
        assertThat(protection.find(house.rosa, NAME).askOwners())
                .filteredOn(ask -> ask.file().equals(file))
                .singleElement()
                .satisfies(ask -> assertThat(ask.number()).isPresent());
        assertThat(protection.find(house.rosa, NAME).readable()).isEmpty();
    }

    @Test
    void whatWasDoneIsInTheRecordOnceWhenThereIsRoomAgainAndTheOwnerIsTold() throws IOException {
        protection.breakGlass(house.stranger, file, REASON);
        assertThat(protection.view(house.stranger, file).answers().given(Field.NAME))
                .isPresent();
        byte[] before = Files.readAllBytes(house.reserved());
        assertThat(recorded()).isZero();

        house.test.fullDisk(false);
        protection.bringInReserve();
        assertThat(recorded()).isEqualTo(2);
        assertThat(house.reserve.waiting()).isEmpty();
        assertThat(protection.emergencies(house.rosa))
                .filteredOn(glass -> glass.file().equals(file))
                .singleElement()
                .satisfies(glass -> {
                    assertThat(glass.reason()).isEqualTo(REASON);
                    assertThat(glass.member()).isEqualTo(house.stranger.member());
                });
        assertThat(protection.view(house.stranger, file).underBreakGlass()).isTrue();

        // The machine stopped after the record had them and before the reserve was emptied.
        Files.write(house.reserved(), before);
        protection.bringInReserve();
        assertThat(recorded()).isEqualTo(2);
        assertThat(house.count("SELECT count(*) FROM protection.break_glass WHERE file = '%s'".formatted(file)))
                .isEqualTo(1);
    }

    @Test
    void whoLostTheRoleMeanwhileIsInTheRecordAllTheSame() {
        Actor brief = house.member(Role.CASEWORKER);
        protection.breakGlass(brief, file, REASON);
        house.superuser("DELETE FROM access.role_grant WHERE member = '%s'".formatted(brief.member()));
        house.test.fullDisk(false);
        protection.bringInReserve();
        assertThat(recorded()).isEqualTo(1);
        assertThat(house.reserve.waiting()).isEmpty();
    }

    @Test
    void withoutAReserveThatWasMadeReadyNothingIsOpened() {
        try (House unready = new House()) {
            CaseFileId id = unready.fileOf(unready.rosa, NAME);
            unready.test.fullDisk(true);
            assertThatThrownBy(() -> unready.protection.breakGlass(unready.stranger, id, REASON))
                    .isInstanceOf(NoRoomException.class);
        }
    }

    @Test
    void rowSecurityTakesNoPassButTheNodesForThisFileThisMemberAndThreeHours() throws SQLException {
        protection.breakGlass(house.stranger, file, REASON);
        String pass = house.reserve.pass(house.stranger.member(), file).orElseThrow();
        assertThat(rows(house, house.stranger, file, pass)).isEqualTo(1);
        assertThat(rows(house, house.stranger, file, "")).isZero();
        assertThat(rows(house, house.stranger, other(), pass)).isZero();
        assertThat(rows(house, house.strangersSupervisor, file, pass)).isZero();
        assertThat(rows(house, house.stranger, file, (Long.parseLong(pass.substring(0, 13)) + 1) + pass.substring(13)))
                .isZero();
        assertThat(rows(house, house.stranger, file, pass.substring(0, 14) + "0".repeat(64)))
                .isZero();
        assertThat(rows(house, house.stranger, file, "'; select 1; --")).isZero();
    }

    /** Of another team's worker, so that night and stranger are nothing to it. */
    private CaseFileId other() {
        house.test.fullDisk(false);
        CaseFileId other = house.fileOf(house.supervisor, "Otra Inventada");
        house.test.fullDisk(true);
        return other;
    }

    private long recorded() {
        return house.count(
                "SELECT count(*) FROM trust.event WHERE detail LIKE 'reserve:20%%' AND subject = '%s'".formatted(file));
    }

    private static long rows(House house, Actor actor, CaseFileId id, String pass) throws SQLException {
        try (Connection connection = house.test.user("fourfold_protection")) {
            connection.setAutoCommit(false);
            try (PreparedStatement name = connection.prepareStatement("""
                    SELECT set_config('fourfold.member', ?, true), set_config('fourfold.role', ?, true),
                           set_config('fourfold.purpose', ?, true), set_config('fourfold.organisation', ?, true),
                           set_config('fourfold.pass', ?, true)
                    """)) {
                name.setString(1, actor.member().toString());
                name.setString(2, actor.role().name());
                name.setString(3, actor.purpose().name());
                name.setString(4, actor.organisation().toString());
                name.setString(5, pass);
                name.execute();
            }
            try (PreparedStatement count =
                    connection.prepareStatement("SELECT count(*) FROM protection.case_file WHERE id = ?")) {
                count.setObject(1, id.value());
                try (ResultSet row = count.executeQuery()) {
                    row.next();
                    return row.getLong(1);
                }
            }
        }
    }
}
