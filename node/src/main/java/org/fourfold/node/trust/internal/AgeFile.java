package org.fourfold.node.trust.internal;

import com.exceptionfactory.jagged.RecipientStanzaReader;
import com.exceptionfactory.jagged.RecipientStanzaWriter;
import com.exceptionfactory.jagged.framework.stream.StandardDecryptingChannelFactory;
import com.exceptionfactory.jagged.framework.stream.StandardEncryptingChannelFactory;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.security.GeneralSecurityException;
import java.util.List;

/** Streams through an age file (age-encryption.org/v1): what is read was authenticated, chunk by chunk of 64 KiB. */
public final class AgeFile {

    private static final int BUFFER_BYTES = 64 * 1024;

    private AgeFile() {}

    /** Encrypts to one recipient. Closing the stream ends the file; without it the file is recognised as cut off. */
    public static DataOutputStream write(OutputStream target, RecipientStanzaWriter recipient) throws IOException {
        try {
            var channel = new StandardEncryptingChannelFactory()
                    .newEncryptingChannel(Channels.newChannel(target), List.of(recipient));
            return new DataOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER_BYTES));
        } catch (GeneralSecurityException e) {
            throw new IOException("age cannot encrypt", e);
        }
    }

    /**
     * Decrypts; throws GeneralSecurityException when the identity does not open the file's beginning, and IOException
     * while reading as soon as a chunk is damaged, moved or missing.
     */
    public static DataInputStream read(InputStream source, RecipientStanzaReader identity)
            throws IOException, GeneralSecurityException {
        var channel = new StandardDecryptingChannelFactory()
                .newDecryptingChannel(Channels.newChannel(source), List.of(identity));
        return new DataInputStream(new BufferedInputStream(Channels.newInputStream(channel), BUFFER_BYTES));
    }
}
