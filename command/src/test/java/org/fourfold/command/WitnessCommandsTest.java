package org.fourfold.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.fourfold.ledger.note.SignedCheckpoint;
import org.fourfold.ledger.note.VerifierKey;
import org.fourfold.ledger.sign.FastEd25519;
import org.fourfold.ledger.sign.SigningKey;
import org.fourfold.ledger.store.LogRefusedException;
import org.fourfold.ledger.store.LogStore;
import org.fourfold.ledger.store.TileSource;
import org.fourfold.ledger.witness.Mirror;
import org.fourfold.ledger.witness.ShownPlace;
import org.fourfold.node.frame.Language;
import org.fourfold.node.ground.Home;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A university vouches for a house's record: a medium goes there and back, and nobody at the university has a home. */
class WitnessCommandsTest {

    private static final FastEd25519 CHECK = new FastEd25519();
    private static final SecureRandom RANDOM = new SecureRandom();

    @TempDir
    Path folder = Path.of("");

    private final SigningKey log = SigningKey.draw("log.fourfold/" + "ab".repeat(16), VerifierKey.Type.NOTE, RANDOM);

    /** What the house's node does on its beat. */
    private void show(String story, int entries) throws IOException, LogRefusedException {
        Path tiles = Files.createTempDirectory(folder, "log");
        LogStore store = LogStore.open(tiles, 0, log.verifier(), CHECK);
        List<byte[]> added = IntStream.range(0, entries)
                .mapToObj(i -> (story + i).getBytes(StandardCharsets.UTF_8))
                .toList();
        SignedCheckpoint signed =
                log.sign(store.append(added).checkpoint(log.verifier().name()));
        store.publish(signed);
        Path shown = new Home(folder.resolve("home")).shown();
        var _ = new Mirror(
                        TileSource.folder(tiles),
                        shown.resolve(ShownPlace.prefix(log.verifier().name())))
                .update(signed);
    }

    private Said say(String... arguments) {
        return Said.to(Language.EN, Map.of(), arguments);
    }

    private Said carry() {
        return say("mirror", "--home", path("home"), "--out", path("stick"));
    }

    private Said look(String... more) {
        return say(Stream.concat(Stream.of("witness", "look", path("university")), Stream.of(more))
                .toArray(String[]::new));
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    private void isMade() {
        Said made = say("witness", "new", path("university"), "--name", "university.example/w1");
        assertThat(made.code()).isZero();
        assertThat(made.answer()).contains("university.example/w1+");
    }

    @Test
    void aMediumGoesThereAndBack() throws Exception {
        isMade();
        show("a", 300);
        assertThat(carry().answer()).contains("300 entries").contains("no entry itself");
        Said first = look("--log", log.verifier().toString(), "--from", path("stick"));
        assertThat(first.answer()).contains("seen for the first time. Countersigned.");
        assertThat(first.code()).isZero();
        show("a", 420);
        assertThat(carry().code()).isZero();
        assertThat(look().answer()).contains("120 more than before. Countersigned.");
        Said same = look("--silence", "0");
        assertThat(same.answer()).contains("nothing new", "silent for 0 days");
        assertThat(same.code()).isEqualTo(ExitCode.ATTENTION.number());
        Path back = folder.resolve("university/shown")
                .resolve(ShownPlace.prefix(log.verifier().name()))
                .resolve("checkpoint");
        assertThat(Files.readString(back)).contains("university.example/w1", "\n420\n");
    }

    @Test
    void twoStoriesAndAnOldCopyAreNotCountersigned() throws Exception {
        isMade();
        show("a", 300);
        assertThat(carry().code()).isZero();
        assertThat(look("--log", log.verifier().toString(), "--from", path("stick"))
                        .code())
                .isZero();
        Files.move(folder.resolve("home"), folder.resolve("before"));
        Files.move(folder.resolve("stick"), folder.resolve("stick-before"));
        show("b", 301);
        assertThat(carry().code()).isZero();
        Said forked = look();
        assertThat(forked.answer()).contains("tells two stories");
        assertThat(forked.code()).isEqualTo(ExitCode.ATTENTION.number());
        Files.move(folder.resolve("home"), folder.resolve("between"));
        show("a", 20);
        assertThat(carry().code()).isZero();
        assertThat(look().answer()).contains("shows 20 entries where it showed 300");
    }

    @Test
    void whatIsMissingOrTypedWronglyIsNamed() throws Exception {
        assertThat(look().all()).contains("no usable key");
        assertThat(say("witness", "new", path("university"), "--name", "two words")
                        .all())
                .contains("name of a key");
        isMade();
        assertThat(say("witness", "new", path("university"), "--name", "again").all())
                .contains("a key in this folder already");
        assertThat(look().all()).contains("No record is named");
        assertThat(look("--log", "no key", "--from", path("stick")).all()).contains("not the public key of a record");
        assertThat(carry().all()).contains("Nothing may leave the house yet");
        Said away = look("--log", log.verifier().toString(), "--from", path("stick"));
        assertThat(away.answer()).contains("there is no checkpoint of this record");
        assertThat(away.code()).isEqualTo(ExitCode.ATTENTION.number());
    }
}
