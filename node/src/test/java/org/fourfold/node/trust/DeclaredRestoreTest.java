package org.fourfold.node.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.errorprone.annotations.CompileTimeConstant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.fourfold.ledger.entry.Entry;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.frame.Purpose;
import org.fourfold.node.frame.RefusedException;
import org.fourfold.node.frame.Role;
import org.fourfold.node.ground.Home;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** T3: a database put back behind the record's back is refused until somebody declares it, and the record then says so. */
@Tag("database")
class DeclaredRestoreTest {

    private static final Actor ADMINISTRATOR = new Actor(
            RecordBed.ACTOR.member(), Role.ADMINISTRATOR, Purpose.ADMINISTRATION, RecordBed.ACTOR.organisation());

    private final RecordBed bed = new RecordBed();

    @AfterEach
    void close() {
        bed.close();
    }

    private DeclaredRestore declaring() {
        return new DeclaredRestore(bed.trust, new Home(bed.folder), new Argon2id(), RecordBed.RANDOM, bed);
    }

    private void refused(String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problems())
                                .singleElement()
                                .satisfies(problem -> assertThat(problem.code()).isEqualTo(code)));
    }

    private void declaredAfter(@CompileTimeConstant String damage) throws IOException {
        bed.append(5);
        bed.sequencer.drain();
        String before = bed.published().key().name();
        bed.test.owner(damage);
        bed.keyring.lock();
        refused("trust.record-rolled-back", bed::restart);
        refused("trust.wrong-passphrase", () -> declaring().declare(ADMINISTRATOR, "not the passphrase".toCharArray()));
        assertThatThrownBy(() -> declaring().declare(RecordBed.ACTOR, RecordBed.PASSPHRASE.toCharArray()))
                .isInstanceOf(RefusedException.class);
        refused("trust.record-rolled-back", bed::restart);

        String published = declaring().declare(ADMINISTRATOR, RecordBed.PASSPHRASE.toCharArray());

        assertThat(published).isEqualTo(before + "/5");
        bed.restart();
        Ledger.Published now = bed.published();
        assertThat(now.key().name()).isNotEqualTo(before);
        List<String> types = Stream.iterate(0L, at -> at + 1)
                .limit(now.tiles().size())
                .map(at -> Entry.parse(now.tiles().entry(at)).orElseThrow().type())
                .toList();
        assertThat(types).contains("record.restored");
        try (Stream<Path> beside = Files.list(bed.folder)) {
            Path aside = beside.filter(path -> path.getFileName().toString().startsWith("ledger-before-"))
                    .findFirst()
                    .orElseThrow();
            assertThat(Files.readString(aside.resolve("published/1.checkpoint")))
                    .startsWith(before + "\n5\n");
        }
        refused(
                "trust.nothing-to-declare",
                () -> declaring().declare(ADMINISTRATOR, RecordBed.PASSPHRASE.toCharArray()));
    }

    @Test
    void entriesThatWentAreDeclared() throws IOException {
        declaredAfter("DELETE FROM trust.sequence WHERE position >= 3; DELETE FROM trust.event WHERE entry > 3");
    }

    @Test
    void aRecordFromBeforeItsLogIsDeclared() throws IOException {
        declaredAfter("DELETE FROM trust.sequence; DELETE FROM trust.log; INSERT INTO trust.pending SELECT entry"
                + " FROM trust.event");
    }

    @Test
    void aRecordWithoutAnyRowIsDeclared() throws IOException {
        declaredAfter("DELETE FROM trust.sequence; DELETE FROM trust.log; DELETE FROM trust.event");
    }
}
