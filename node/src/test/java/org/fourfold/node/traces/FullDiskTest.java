package org.fourfold.node.traces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.CaseFileId;
import org.fourfold.node.frame.NoRoomException;
import org.fourfold.node.frame.Role;
import org.fourfold.node.ground.RecoveryBed;
import org.fourfold.node.ground.SmallDisk;
import org.fourfold.node.protection.Answers;
import org.fourfold.node.protection.Field;
import org.fourfold.node.protection.OpeningId;
import org.fourfold.node.protection.Question;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A shelter's home on a real disk that is really full: PostgreSQL goes on, and in an emergency a file opens (T14). */
@Tag("recovery")
@Timeout(180)
class FullDiskTest {

    private static final long HOME_BYTES = 400L * 1024 * 1024;
    private static final String NAME = "Alma Inventada";
    private static final int LOOKS = 200;

    private final Path folder = RecoveryBed.folder();

    @AfterEach
    void remove() {
        RecoveryBed.remove(folder);
    }

    @Test
    void onADiskWithoutAByteLeftAFileOpensInAnEmergencyAndAllOfItIsRecordedLater() throws IOException {
        try (SmallDisk disk = SmallDisk.mount(folder.resolve("image"), folder.resolve("disk"), HOME_BYTES);
                Refuge refuge = Refuge.found(folder.resolve("disk/home"))) {
            Map<String, Actor> members = refuge.members(List.of(
                    new Refuge.Member("clara", Role.CASEWORKER, Optional.of("Casa"), false),
                    new Refuge.Member("berta", Role.NIGHT_STAFF, Optional.empty(), false)));
            Actor clara = java.util.Objects.requireNonNull(members.get("clara"));
            Actor berta = java.util.Objects.requireNonNull(members.get("berta"));
            CaseFileId id = file(refuge, clara);
            refuge.protection.bringInReserve();
            refuge.sequencer.drain();

            disk.fill();
            assertThatThrownBy(() -> refuge.protection.view(clara, id)).isInstanceOf(NoRoomException.class);
            refuge.protection.breakGlass(berta, id, "she is at the hospital");
            for (int look = 0; look < LOOKS; look++) {
                assertThat(refuge.protection.view(berta, id).answers().given(Field.NAME))
                        .contains(NAME);
            }
            assertThat(refuge.reserve.waiting()).hasSize(LOOKS + 1);

            disk.empty();
            refuge.protection.bringInReserve();
            refuge.sequencer.drain();
            assertThat(refuge.reserve.waiting()).isEmpty();
            assertThat(refuge.protection.emergencies(clara)).hasSize(1);
            long looks = refuge.ground
                    .databases()
                    .of("trust")
                    .asNode(tx -> tx.sql("""
                            SELECT count(*) FROM trust.event WHERE subject = :file AND detail LIKE 'reserve:%'
                            """).with("file", id.value()).one((row, n) -> row.getLong(1)));
            assertThat(looks).isEqualTo(LOOKS + 1);
        }
    }

    private static CaseFileId file(Refuge refuge, Actor owner) {
        OpeningId opening = refuge.protection.begin(owner);
        refuge.protection.keep(owner, opening, Answers.parse(Question.NAME, Map.of("name", List.of(NAME))));
        return refuge.protection.open(owner, opening).id();
    }
}
