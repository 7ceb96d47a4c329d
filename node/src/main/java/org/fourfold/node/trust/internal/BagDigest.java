package org.fourfold.node.trust.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Enumeration;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.fourfold.ledger.tree.TreeHasher;

/**
 * The one number that stands for a bag on paper: SHA-256 of its {@code tagmanifest-sha256.txt}, which names every other file's
 * digest, directly or through the manifest; for what is no bag in clear (an age file, a backup), of the file itself.
 */
public final class BagDigest {

    private static final String TAG_MANIFEST = "tagmanifest-sha256.txt";

    private BagDigest() {}

    /** In hexadecimal digits. */
    public static String of(Path bag) throws IOException {
        if (Files.isDirectory(bag)) {
            return ofFile(bag.resolve(TAG_MANIFEST));
        }
        if (BagFile.isArchive(bag)) {
            try (ZipFile zip = new ZipFile(bag.toFile())) {
                Enumeration<? extends ZipEntry> entries = zip.entries();
                while (entries.hasMoreElements()) {
                    ZipEntry entry = entries.nextElement();
                    if (entry.getName().endsWith("/" + TAG_MANIFEST)) {
                        try (InputStream in = zip.getInputStream(entry)) {
                            return of(in);
                        }
                    }
                }
            } catch (ZipException notAnArchive) {
                return ofFile(bag);
            }
        }
        return ofFile(bag);
    }

    /** Of a file's own bytes. */
    public static String ofFile(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return of(in);
        }
    }

    private static String of(InputStream source) throws IOException {
        MessageDigest digest = TreeHasher.sha256();
        try (DigestInputStream in = new DigestInputStream(source, digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
