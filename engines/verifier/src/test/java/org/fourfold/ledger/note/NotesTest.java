package org.fourfold.ledger.note;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.fourfold.ledger.tile.TilePath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Notes, keys and policies, by the examples of the C2SP texts (CC BY 4.0). */
class NotesTest {

    private static final String VKEY = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";
    private static final String NOTE = """
            This is an example message.

            \u2014 example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=
            """;
    private static final String WITNESS = "w.example+" + id("w.example", 2) + "+" + key(4, 2);

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String key(int type, int fill) {
        byte[] marked = new byte[33];
        Arrays.fill(marked, (byte) fill);
        marked[0] = (byte) type;
        return Base64Text.write(marked);
    }

    private static String id(String name, int fill) {
        byte[] key = new byte[32];
        Arrays.fill(key, (byte) fill);
        return VerifierKey.of(name, VerifierKey.Type.COSIGNATURE, key).idHex();
    }

    @Test
    void thePublishedKeyVerifiesThePublishedNote() {
        VerifierKey key = VerifierKey.parse(VKEY).orElseThrow();
        SignedNote note = SignedNote.parse(utf8(NOTE)).orElseThrow();
        assertThat(key).hasToString(VKEY);
        assertThat(note.bytes()).isEqualTo(utf8(NOTE));
        NoteSignature line = note.signatures().getFirst();
        assertThat(line.isOf(key)).isTrue();
        assertThat(new JdkEd25519().verifies(key.keyBytes(), utf8(note.text()), line.signature()))
                .isTrue();
        assertThat(new JdkEd25519().verifies(key.keyBytes(), utf8("Another message.\n"), line.signature()))
                .isFalse();
    }

    @Test
    void aKeyWithAnotherIdIsNone() {
        assertThat(VerifierKey.parse(VKEY.replace("530d903a", "530d903b"))).isEmpty();
        assertThat(VerifierKey.parse(VKEY.replace("530d903a", "530D903A"))).isEmpty();
        assertThat(VerifierKey.parse(VKEY + "=")).isEmpty();
        assertThat(VerifierKey.parse("")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "\n\n",
                "text\n",
                "text\n\n",
                "text\n\n\u2014 name\n",
                "text\n\n\u2014 a b AAAAAAA=\n",
                "text\n\n\u2014 a+b AAAAAAA=\n",
                "text\n\n\u2014 a AAAA\n",
                "text\n\n\u2014 a AAAAAAB=\n",
                "text\n\n- a AAAAAAA=\n",
                "text\n\n\u2014 a AAAAAAA=",
                "te\rxt\n\n\u2014 a AAAAAAA=\n",
                "text\n\n\u2014 a\u00a0b AAAAAAA=\n",
                "text\n\n\u2014 a  AAAAAAA=\n"
            })
    void whatIsNoNoteIsRefused(String text) {
        assertThat(SignedNote.parse(utf8(text))).isEmpty();
    }

    @Test
    void bytesThatAreNoTextAreNoNote() {
        assertThat(SignedNote.parse(new byte[] {(byte) 0xFF, '\n', '\n'})).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "o\n1\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\nextension\n",
                "o\n01\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n",
                "o\n-1\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n",
                "o\n1\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA==\n",
                "\n1\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n",
                "o\n1099511627776\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n",
                "o\n1\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAB=\n",
                "o\n1\n"
            })
    void whatIsNoCheckpointIsRefused(String text) {
        assertThat(Checkpoint.parse(text)).isEmpty();
    }

    @Test
    void aPolicySaysWhoIsEnough() {
        String policy = "# ours\n\nlog " + VKEY + " https://example.com\n\twitness  W " + WITNESS
                + "\nwitness V v.example+" + id("v.example", 3) + "+" + key(4, 3) + "\ngroup G any W V\nquorum G\n";
        Policy read = Policy.parse(utf8(policy)).orElseThrow();
        assertThat(read.isMet(Set.of())).isFalse();
        assertThat(read.isMet(Set.of("V"))).isTrue();
        Policy all = Policy.parse(utf8(policy.replace("any", "all"))).orElseThrow();
        assertThat(all.isMet(Set.of("V"))).isFalse();
        assertThat(all.isMet(Set.of("V", "W"))).isTrue();
    }

    @Test
    void whatIsNoPolicyIsRefused() {
        String log = "log " + VKEY + "\n";
        String witness = "witness W " + WITNESS + "\n";
        for (String wrong : List.of(
                "",
                log,
                "quorum none\n",
                log + log + "quorum none\n",
                log + "quorum W\n" + witness,
                log + witness + "quorum none\nquorum none\n",
                log + witness + witness + "quorum none\n",
                log + "witness none " + WITNESS + "\nquorum none\n",
                log + witness + "group G 2 W\nquorum G\n",
                log + witness + "group G 0 W\nquorum G\n",
                log + witness + "group G 01 W\nquorum G\n",
                log + witness + "group G any none\nquorum G\n",
                log + witness + "group G any W\ngroup H any W\nquorum G\n",
                log + witness.replace(WITNESS, VKEY) + "quorum none\n",
                log + "quorum none",
                log + "quorum\u0001none\n",
                log + "mirror x\nquorum none\n")) {
            assertThat(Policy.parse(utf8(wrong))).as(wrong).isEmpty();
        }
    }

    /** The examples of tlog-tiles, "Parameters" and "Partial tiles". */
    @ParameterizedTest
    @CsvSource({
        "0, 1234067, 256, tile/0/x001/x234/067",
        "0, 273, 112, tile/0/273.p/112",
        "1, 1, 17, tile/1/001.p/17",
        "2, 0, 1, tile/2/000.p/1",
    })
    void pathsAreThoseOfTheText(int level, long number, int width, String path) {
        assertThat(TilePath.hashes(level, number, width)).isEqualTo(path);
        long size = number == 1_234_067 ? 1_234_068L * 256 : 70_000;
        assertThat(TilePath.isOf(path, size)).isTrue();
        assertThat(TilePath.isOf(path, 5)).isFalse();
        assertThat(TilePath.isOf(path + "0", size)).isFalse();
    }
}
