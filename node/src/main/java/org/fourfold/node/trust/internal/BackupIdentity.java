package org.fourfold.node.trust.internal;

import com.exceptionfactory.jagged.RecipientStanzaReader;
import com.exceptionfactory.jagged.RecipientStanzaWriter;
import com.exceptionfactory.jagged.x25519.X25519KeyPairGenerator;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaReaderFactory;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaWriterFactory;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.fourfold.node.frame.Ciphertext;

/**
 * Whom backups are encrypted to: an age X25519 recipient of the organisation, in clear so that a locked node can back up,
 * and the identity that opens them, wrapped under the organisation key.
 */
public record BackupIdentity(String recipient, Ciphertext wrapped) {

    public static final String NAME = "backup.key";
    private static final String KIND = "fourfold backup identity 1";
    private static final String USE = "fourfold backup identity";

    /** Makes and writes a new identity. */
    public static void make(KeyFolder folder, Secret organisation, RandomGenerator random) {
        try {
            KeyPair pair = new X25519KeyPairGenerator().generateKeyPair();
            String recipient = pair.getPublic().toString();
            byte[] identity = pair.getPrivate().toString().getBytes(StandardCharsets.US_ASCII);
            byte[] wrapped =
                    organisation.derive(USE).use(key -> AesGcm.seal(key, random, associated(recipient), identity));
            Arrays.fill(identity, (byte) 0);
            folder.write(NAME, new BackupIdentity(recipient, Ciphertext.of(wrapped)).text());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("X25519 is part of every Java", e);
        }
    }

    public static BackupIdentity parse(String text) {
        Fields fields = Fields.parse(KIND, text);
        return new BackupIdentity(fields.text("recipient"), Ciphertext.of(fields.bytes("wrapped")));
    }

    public String text() {
        return Fields.of(KIND)
                .with("recipient", recipient)
                .with("wrapped", wrapped.bytes())
                .toString();
    }

    public RecipientStanzaWriter writer() throws GeneralSecurityException {
        return X25519RecipientStanzaWriterFactory.newRecipientStanzaWriter(recipient);
    }

    /** What opens the backups; throws SealBrokenException when the organisation key is another one. */
    public RecipientStanzaReader reader(byte[] organisation) throws GeneralSecurityException {
        byte[] wrapping = Hkdf.key(organisation, USE);
        byte[] identity = AesGcm.open(wrapping, associated(recipient), wrapped.bytes());
        try {
            return X25519RecipientStanzaReaderFactory.newRecipientStanzaReader(
                    new String(identity, StandardCharsets.US_ASCII));
        } finally {
            Arrays.fill(identity, (byte) 0);
            Arrays.fill(wrapping, (byte) 0);
        }
    }

    private static byte[] associated(String recipient) {
        return (KIND + "|" + recipient).getBytes(StandardCharsets.US_ASCII);
    }
}
