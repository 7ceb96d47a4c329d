package org.fourfold.node.access;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import java.util.Set;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.fourfold.node.access.internal.Codes;
import org.fourfold.node.ground.Home;

/**
 * The node's own certificate for the local network: ECDSA on P-256, signed by itself, so that devices know the node by
 * its fingerprint and nobody else vouches. Kept in the home's keys, readable by the node's user only; made anew when it
 * does not name what it should, or runs out within a month.
 */
public final class NodeCertificate {

    private static final String FILE = "node-certificate.p12";
    private static final String ALIAS = "node";
    private static final Duration VALID = Duration.ofDays(397);
    private static final Duration RENEWED_BEFORE_END = Duration.ofDays(30);
    private static final int SERIAL_BITS = 120;

    /** The file's rights are its protection: a password beside it would add nothing. */
    private static final String PASSWORD = "node";

    private final KeyStore store;
    private final X509Certificate certificate;

    private NodeCertificate(KeyStore store, X509Certificate certificate) {
        this.store = store;
        this.certificate = certificate;
    }

    /** Reads the home's certificate, or makes one for these host names and addresses. */
    public static NodeCertificate open(Home home, Set<String> names, Instant now, SecureRandom random) {
        Path file = home.keys().resolve(FILE);
        try {
            if (Files.exists(file)) {
                KeyStore store = load(file);
                if (store.getCertificate(ALIAS) instanceof X509Certificate kept
                        && kept.getNotAfter()
                                .toInstant()
                                .minus(RENEWED_BEFORE_END)
                                .isAfter(now)
                        && namesOf(kept).containsAll(names)) {
                    return new NodeCertificate(store, kept);
                }
            }
            return make(file, names, now, random);
        } catch (IOException | GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException("the node's certificate could not be read or made", e);
        }
    }

    /** For the web server: one entry, the node's key and certificate. */
    public KeyStore keyStore() {
        return store;
    }

    public String password() {
        return PASSWORD;
    }

    /** When it stops being valid. */
    public Instant end() {
        return certificate.getNotAfter().toInstant();
    }

    /** SHA-256 of the certificate, as browsers show it: pairs of signs with colons. */
    public String fingerprint() {
        try {
            return HexFormat.ofDelimiter(":").withUpperCase().formatHex(Codes.sha256(certificate.getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static NodeCertificate make(Path file, Set<String> names, Instant now, SecureRandom random)
            throws IOException, GeneralSecurityException, OperatorCreationException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"), random);
        KeyPair pair = generator.generateKeyPair();
        X500Name node = new X500Name("CN=Notas");
        GeneralName[] all =
                names.stream().sorted().map(NodeCertificate::generalName).toArray(GeneralName[]::new);
        var holder = new JcaX509v3CertificateBuilder(
                        node,
                        new BigInteger(SERIAL_BITS, random).add(BigInteger.ONE),
                        Date.from(now.minus(Duration.ofHours(1))),
                        Date.from(now.plus(VALID)),
                        node,
                        pair.getPublic())
                .addExtension(Extension.subjectAlternativeName, false, new GeneralNames(all))
                .build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate()));
        X509Certificate certificate = new JcaX509CertificateConverter().getCertificate(holder);
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry(
                ALIAS, pair.getPrivate(), PASSWORD.toCharArray(), new java.security.cert.Certificate[] {certificate});
        Path beside = file.resolveSibling(FILE + "-new");
        Files.deleteIfExists(beside);
        Files.createFile(beside, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (OutputStream out = Files.newOutputStream(beside)) {
            store.store(out, PASSWORD.toCharArray());
        }
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return new NodeCertificate(store, certificate);
    }

    private static KeyStore load(Path file) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD.toCharArray());
        }
        return store;
    }

    private static Set<String> namesOf(X509Certificate certificate) throws GeneralSecurityException {
        var names = certificate.getSubjectAlternativeNames();
        return names == null
                ? Set.of()
                : names.stream().map(one -> String.valueOf(one.get(1))).collect(java.util.stream.Collectors.toSet());
    }

    private static GeneralName generalName(String name) {
        boolean address = name.indexOf(':') >= 0 || name.matches("[0-9.]+");
        return new GeneralName(address ? GeneralName.iPAddress : GeneralName.dNSName, name);
    }
}
