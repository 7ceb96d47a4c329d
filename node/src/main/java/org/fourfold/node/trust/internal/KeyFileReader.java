package org.fourfold.node.trust.internal;

import com.exceptionfactory.jagged.RecipientStanzaReader;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Reads a backup's key file: in clear what the passphrase opens, then, encrypted, the key folder and the key tables. */
public final class KeyFileReader {

    private static final int FILES_MAX = 10_000;
    private static final int FILE_BYTES_MAX = 4_096;

    /** A key file's name leads nowhere but into the key folder. */
    private static final Pattern NAME = Pattern.compile("[a-z]+(-[0-9]{6})?\\.key");

    private final InputStream source;
    private final OrganisationKeyFile organisation;
    private final BackupIdentity identity;

    private KeyFileReader(InputStream source, OrganisationKeyFile organisation, BackupIdentity identity) {
        this.source = source;
        this.organisation = organisation;
        this.identity = identity;
    }

    /** Reads the part in clear. Throws IOException for a file of another kind. */
    public static KeyFileReader open(InputStream source, String format) throws IOException {
        // Unbuffered, for the age stream below begins exactly where the clear part ends.
        @SuppressWarnings("resource")
        DataInputStream clear = new DataInputStream(source);
        if (!clear.readUTF().equals(format)) {
            throw new IOException("not a key file");
        }
        OrganisationKeyFile organisation = OrganisationKeyFile.parse(clear.readUTF());
        return new KeyFileReader(source, organisation, BackupIdentity.parse(clear.readUTF()));
    }

    public OrganisationKeyFile organisation() {
        return organisation;
    }

    /** What opens both files; throws SealBrokenException when the organisation key is another one. */
    public RecipientStanzaReader identity(byte[] organisationKey) throws GeneralSecurityException {
        return identity.reader(organisationKey);
    }

    /** The encrypted part; its key files come first, see {@link #files}. */
    public DataInputStream rest(RecipientStanzaReader reader, String format)
            throws IOException, GeneralSecurityException {
        DataInputStream rest = AgeFile.read(source, reader);
        if (!rest.readUTF().equals(format)) {
            throw new IOException("not a key file");
        }
        return rest;
    }

    /** Every file of the key folder by its name, those of the clear part among them. */
    public Map<String, String> files(DataInputStream rest) throws IOException {
        Map<String, String> files = new TreeMap<>();
        int count = rest.readInt();
        if (count < 0 || count > FILES_MAX) {
            throw new IOException("not a key file");
        }
        for (int i = 0; i < count; i++) {
            String name = rest.readUTF();
            int length = rest.readInt();
            if (!NAME.matcher(name).matches() || length < 0 || length > FILE_BYTES_MAX) {
                throw new IOException("not a key file");
            }
            byte[] bytes = new byte[length];
            rest.readFully(bytes);
            files.put(name, new String(bytes, StandardCharsets.US_ASCII));
        }
        files.put(OrganisationKeyFile.NAME, organisation.text());
        files.put(BackupIdentity.NAME, identity.text());
        return files;
    }
}
