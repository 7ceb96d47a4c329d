package org.fourfold.node.protection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.fourfold.node.frame.CaseFileId;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.frame.RefusedException;
import org.fourfold.node.protection.Relative.Kin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Who belongs together, and that a link tells nobody of a file. */
@Tag("database")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FamiliesTest {

    private final House house = new House();
    private final Families families = house.families;
    private final CaseFileId mother = house.fileOf(house.rosa, "Yésica Domingo");

    @AfterAll
    void close() {
        house.close();
    }

    @Test
    void theFileNamesWhoBelongsToThemAndLeadsOnlyWhereTheReaderMayGo() {
        CaseFileId one = house.fileOf(house.rosa, "Marta");
        CaseFileId other = house.fileOf(house.rosa, "Ana");
        families.link(house.rosa, one, other, Relative.Kin.SIBLING);
        families.mention(house.rosa, one, Relative.Kin.CHILD, "sobrino, 3");
        house.protection.seal(house.rosa, other, true);

        assertThat(house.protection.view(house.rosa, one).family())
                .hasSize(2)
                .anySatisfy(relative ->
                        assertThat(relative.file().map(CaseFile::id)).contains(other));
        assertThat(house.protection.view(house.teamMate, one).family())
                .hasSize(2)
                .allSatisfy(relative -> assertThat(relative.file()).isEmpty());
    }

    @Test
    void aLinkStandsInBothFiles() {
        CaseFileId son = house.fileOf(house.teamMate, "Mateo Domingo");
        families.link(house.night, mother, son, Kin.CHILD);
        assertThat(families.of(house.rosa, mother).relatives()).anySatisfy(one -> {
            assertThat(one.kin()).isEqualTo(Kin.CHILD);
            assertThat(one.file().orElseThrow().id()).isEqualTo(son);
        });
        Relative back = families.of(house.teamMate, son).relatives().getFirst();
        assertThat(back.kin()).isEqualTo(Kin.PARENT);
        assertThat(back.file().orElseThrow().id()).isEqualTo(mother);
        assertThatThrownBy(() -> families.link(house.rosa, mother, son, Kin.CHILD))
                .isInstanceOf(ProblemException.class);

        families.unlink(house.rosa, son, back.id());

        assertThat(families.of(house.rosa, son).relatives()).isEmpty();
        assertThat(families.of(house.rosa, mother).relatives())
                .noneMatch(
                        one -> one.file().map(CaseFile::id).filter(son::equals).isPresent());
    }

    @Test
    void aFileThatTheOtherOwnerMayNotSeeIsNotLinked() {
        CaseFileId theirs = house.fileOf(house.stranger, "Ludi");
        CaseFileId secret = house.fileOf(house.teamMate, "Secreta");
        house.protection.seal(house.teamMate, secret, true);
        CaseFileId own = house.fileOf(house.rosa, "Sellada");
        house.protection.seal(house.rosa, own, true);
        CaseFileId mates = house.fileOf(house.teamMate, "Marta");
        for (CaseFileId other : new CaseFileId[] {theirs, secret}) {
            assertThatThrownBy(() -> families.link(house.rosa, mother, other, Kin.SIBLING))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            faults -> assertThat(faults.problems().getFirst().code())
                                    .isEqualTo("protection.family-number"));
        }
        assertThatThrownBy(() -> families.link(house.rosa, own, mates, Kin.SIBLING))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        faults ->
                                assertThat(faults.problems().getFirst().code()).isEqualTo("protection.family-owners"));
        families.mention(house.rosa, own, Kin.SIBLING, "hermana, 17");
        assertThat(families.of(house.rosa, own).relatives())
                .extracting(Relative::words)
                .containsExactly("hermana, 17");
    }

    @Test
    void whoMayNotSeeTheOtherFileReadsOfNobody() {
        CaseFileId sister = house.fileOf(house.rosa, "Ludi");
        CaseFileId brother = house.fileOf(house.rosa, "Mario");
        families.link(house.rosa, brother, sister, Kin.SIBLING);
        house.protection.seal(house.rosa, sister, true);
        Relative seen = families.of(house.night, brother).relatives().getFirst();
        assertThat(seen.file()).isEmpty();
        assertThat(seen.words()).isEmpty();
        assertThatThrownBy(() -> families.of(house.stranger, brother)).isInstanceOf(RefusedException.class);

        house.protection.erase(house.rosa, sister);
        assertThat(families.of(house.rosa, brother).relatives().getFirst().file())
                .isEmpty();
        assertThat(house.count("SELECT count(*) FROM protection.relative WHERE file = '" + sister + "'"))
                .isZero();
    }

    @Test
    void whatCannotBeIsNotWrittenDown() {
        assertThatThrownBy(() -> families.link(house.rosa, mother, mother, Kin.SIBLING))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> families.mention(house.rosa, mother, Kin.SIBLING, " "))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> families.mention(house.stranger, mother, Kin.SIBLING, "tía"))
                .isInstanceOf(RefusedException.class);
    }
}
