package org.fourfold.command.update;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class SignedNoteTest {

    /** The example in the documentation of golang.org/x/mod/sumdb/note. */
    private static final String PUBLISHED_KEY = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";

    private static final String PUBLISHED_NOTE = """
            If you think cryptography is the answer to your problem,
            then you don't know what your problem is.

            \u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
            """;

    private static final Release RELEASE =
            new Release(Version.parse("0.2.0").orElseThrow(), "linux-x64", 1_000, "0".repeat(64));

    private final SigningKey key = SigningKey.random("test", new SecureRandom()).orElseThrow();

    @Test
    void theNoteThatGoPublishesIsVerified() {
        VerifierKey published = VerifierKey.parse(PUBLISHED_KEY).orElseThrow();
        assertThat(SignedNote.parse(PUBLISHED_NOTE).orElseThrow().isSignedBy(List.of(published)))
                .isTrue();
        String changed = PUBLISHED_NOTE.replace("is the answer", "is an answer");
        assertThat(SignedNote.parse(changed).orElseThrow().isSignedBy(List.of(published)))
                .isFalse();
    }

    @Test
    void theJdksOwnEd25519AgreesWithASignatureOfOurs() throws GeneralSecurityException {
        String note = SignedNote.write(RELEASE.text(), List.of(key));
        byte[] raw = Base64.getDecoder().decode(key.verifier().key());
        byte[] point = Arrays.copyOfRange(raw, 1, 33);
        boolean odd = (point[31] & 0x80) != 0;
        point[31] &= 0x7F;
        byte[] bigEndian = new byte[32];
        for (int i = 0; i < 32; i++) {
            bigEndian[i] = point[31 - i];
        }
        Signature verifier = Signature.getInstance("Ed25519");
        verifier.initVerify(KeyFactory.getInstance("Ed25519")
                .generatePublic(new EdECPublicKeySpec(
                        NamedParameterSpec.ED25519, new EdECPoint(odd, new BigInteger(1, bigEndian)))));
        verifier.update(RELEASE.text().getBytes(StandardCharsets.UTF_8));
        byte[] line =
                Base64.getDecoder().decode(note.strip().substring(note.strip().lastIndexOf(' ') + 1));
        assertThat(verifier.verify(Arrays.copyOfRange(line, 4, line.length))).isTrue();
    }

    @Test
    void whatWasSignedComesBackAndOneTrustedKeyAmongSeveralIsEnough() {
        SigningKey next = SigningKey.random("test", new SecureRandom()).orElseThrow();
        SignedNote note = SignedNote.parse(SignedNote.write(RELEASE.text(), List.of(next, key)))
                .orElseThrow();
        assertThat(Release.parse(note.text())).contains(RELEASE);
        assertThat(note.isSignedBy(List.of(key.verifier()))).isTrue();
        assertThat(note.isSignedBy(List.of())).isFalse();
        SigningKey stranger = SigningKey.random("test", new SecureRandom()).orElseThrow();
        assertThat(note.isSignedBy(List.of(stranger.verifier()))).isFalse();
    }

    @Test
    void everySingleChangedSignMakesANoteWorthless() {
        String note = SignedNote.write(RELEASE.text(), List.of(key));
        for (int i = 0; i < note.length(); i++) {
            char[] signs = note.toCharArray();
            signs[i] = signs[i] == 'A' ? 'B' : 'A';
            boolean believed = SignedNote.parse(new String(signs))
                    .filter(one -> one.isSignedBy(List.of(key.verifier())))
                    .isPresent();
            assertThat(believed).as("sign %d", i).isFalse();
        }
    }

    @Test
    void aKeyComesBackFromItsTextAndAWrongOneDoesNot() {
        assertThat(SigningKey.parse(key.secretText() + "\n").orElseThrow().verifier())
                .isEqualTo(key.verifier());
        assertThat(VerifierKey.parse(key.verifier().toString())).contains(key.verifier());
        assertThat(VerifierKey.parse(PUBLISHED_KEY.replace("c74f20a3", "c74f20a4")))
                .isEmpty();
        assertThat(VerifierKey.parseAll(List.of("# why", "", PUBLISHED_KEY)).orElseThrow())
                .hasSize(1);
        assertThat(VerifierKey.parseAll(List.of("not a key"))).isEmpty();
    }
}
