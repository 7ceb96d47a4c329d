package org.fourfold.ledger.bag;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import org.fourfold.ledger.tree.Hash;
import org.fourfold.ledger.tree.TreeHasher;

/** Steps 2 and 3 of docs/formats/bag.md: the declaration, the manifests, every digest. */
public final class BagIt {

    /** Where the payload lies. */
    public static final String DATA = "data/";

    static final String TAG_MANIFEST = "tagmanifest-sha256.txt";
    static final String MANIFEST = "manifest-sha256.txt";
    private static final String DECLARATION = "bagit.txt";
    private static final String INFO = "bag-info.txt";
    private static final String OXUM = "Payload-Oxum:";
    private static final String MALFORMED = "bag.malformed";
    private static final int CHUNK = 65_536;

    private final Container container;
    private final MessageDigest digest = TreeHasher.sha256();
    private final byte[] chunk = new byte[CHUNK];

    private BagIt(Container container) {
        this.container = container;
    }

    /** Ends with the first fault, if there is one. */
    public static void check(Container container) throws FaultException {
        BagIt bag = new BagIt(container);
        bag.declaration();
        new Manifest(container, TAG_MANIFEST).check();
        bag.digests(TAG_MANIFEST);
        new Manifest(container, MANIFEST).check();
        bag.digests(MANIFEST);
        bag.oxum();
    }

    private void declaration() throws FaultException {
        for (String needed : new String[] {DECLARATION, INFO, MANIFEST, TAG_MANIFEST}) {
            if (container.find(needed) == null) {
                throw FaultException.at("bag.missing", needed);
            }
        }
        String text = Octets.of(container.read(required(DECLARATION)));
        String plain = text.replace("\r\n", "\n");
        if (!plain.equals("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n")) {
            throw FaultException.at(MALFORMED, DECLARATION);
        }
        for (BagFile file : container.files()) {
            String path = file.path();
            boolean isOther = (path.startsWith("manifest-") || path.startsWith("tagmanifest-"))
                    && path.indexOf('/') < 0
                    && path.endsWith(".txt")
                    && !path.equals(MANIFEST)
                    && !path.equals(TAG_MANIFEST);
            if (path.equals("fetch.txt") || isOther) {
                throw FaultException.at(MALFORMED, path);
            }
        }
    }

    private BagFile required(String path) throws FaultException {
        BagFile file = container.find(path);
        if (file == null) {
            throw FaultException.at("bag.missing", path);
        }
        return file;
    }

    private void digests(String manifest) throws FaultException {
        boolean isPayload = manifest.equals(MANIFEST);
        for (BagFile file : container.files()) {
            if (file.path().startsWith(DATA) == isPayload && !file.path().equals(TAG_MANIFEST)) {
                Hash listed = file.listed;
                if (listed == null || !listed.isAt(sha256(file), 0)) {
                    throw FaultException.at("bag.digest", file.path());
                }
            }
        }
    }

    private byte[] sha256(BagFile file) throws FaultException {
        try (InputStream in = container.open(file)) {
            int read;
            while ((read = in.read(chunk)) > 0) {
                digest.update(chunk, 0, read);
            }
            return digest.digest();
        } catch (IOException e) {
            throw Container.unreadable(file);
        }
    }

    private void oxum() throws FaultException {
        for (String line : Octets.of(container.read(required(INFO))).split("\n", -1)) {
            if (line.regionMatches(true, 0, OXUM, 0, OXUM.length()) && !isOxum(line.substring(OXUM.length()))) {
                throw FaultException.at("bag.oxum", INFO);
            }
        }
    }

    private boolean isOxum(String told) {
        long octets = 0;
        long files = 0;
        for (BagFile file : container.files()) {
            if (file.path().startsWith(DATA)) {
                octets += file.size();
                files++;
            }
        }
        return trimmed(told).equals(octets + "." + files);
    }

    private static String trimmed(String text) {
        int begin = 0;
        int end = text.length();
        while (begin < end && " \t\r".indexOf(text.charAt(begin)) >= 0) {
            begin++;
        }
        while (end > begin && " \t\r".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return text.substring(begin, end);
    }
}
