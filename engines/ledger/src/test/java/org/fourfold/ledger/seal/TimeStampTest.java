package org.fourfold.ledger.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.fourfold.ledger.verify.Verifier;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Time stamps by OpenSSL's own authority, made for this test. */
class TimeStampTest {

    private static final Path OPENSSL = Path.of("/usr/bin/openssl");

    @TempDir
    Path folder = Path.of("");

    private String configuration() {
        return """
                [req]
                distinguished_name = name
                x509_extensions = stamping
                prompt = no
                [name]
                CN = An invented time stamping authority
                [stamping]
                extendedKeyUsage = critical,timeStamping
                [tsa]
                default_tsa = ours
                [ours]
                serial = %1$s/serial
                signer_cert = %1$s/tsa.pem
                signer_key = %1$s/tsa.key
                signer_digest = sha256
                default_policy = 1.2.3.4.1
                digests = sha256, sha512
                """.formatted(folder);
    }

    private void openssl(String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(OPENSSL.toString()));
        command.addAll(List.of(words));
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(told).isZero();
    }

    private byte[] stamped(Path file, String digest) throws IOException, InterruptedException {
        openssl("ts", "-query", "-data", file.toString(), "-" + digest, "-cert", "-out", "query");
        openssl("ts", "-reply", "-config", "tsa.conf", "-queryfile", "query", "-out", "reply");
        return Files.readAllBytes(folder.resolve("reply"));
    }

    private String verify(BagContents bag) throws IOException {
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(told, true, StandardCharsets.UTF_8);
        Verifier.run(new String[] {bag.repaired().folder(folder.resolve("bag")).toString()}, Map.of(), out, out);
        return told.toString(StandardCharsets.UTF_8);
    }

    @Test
    void theImprintIsCheckedAndTheSignatureIsLeftToOpenssl() throws Exception {
        if (!Files.isExecutable(OPENSSL)) {
            Assumptions.abort("no " + OPENSSL + " on this machine: time stamps are not counted");
        }
        Files.writeString(folder.resolve("tsa.conf"), configuration());
        Files.writeString(folder.resolve("serial"), "01\n");
        openssl(
                "req",
                "-x509",
                "-newkey",
                "rsa:2048",
                "-nodes",
                "-config",
                "tsa.conf",
                "-keyout",
                "tsa.key",
                "-out",
                "tsa.pem");
        TestBags bags = new TestBags(folder.resolve("log"), 310);
        bags.aCase(folder.resolve("bag"));
        BagContents bag = BagContents.read(folder.resolve("bag"));
        Path checkpoint = folder.resolve("bag/data/earlier/300.checkpoint");
        byte[] good = stamped(checkpoint, "sha256");
        byte[] sha512 = stamped(checkpoint, "sha512");
        byte[] other = stamped(folder.resolve("bag/data/earlier/1.checkpoint"), "sha256");
        String path = "data/earlier/300.2.tsr";

        String told = verify(bag.copy().with(path, good));
        assertThat(told)
                .endsWith("fourfold-verify 1 holds\n")
                .contains("openssl ts -verify -data data/earlier/300.checkpoint -in " + path + " -CAfile CA.pem");
        openssl(
                "ts",
                "-verify",
                "-data",
                "bag/data/earlier/300.checkpoint",
                "-in",
                "bag/" + path,
                "-CAfile",
                "tsa.pem");
        String imprint = "fourfold-verify 1 fault timestamp.imprint " + path + "\n";
        assertThat(verify(bag.copy().with(path, sha512))).endsWith(imprint);
        assertThat(verify(bag.copy().with(path, other))).endsWith(imprint);
        String malformed = "fourfold-verify 1 fault timestamp.malformed " + path + "\n";
        for (int length : new int[] {0, 1, 10, good.length / 2, good.length - 1, good.length + 1}) {
            assertThat(verify(bag.copy().with(path, Arrays.copyOf(good, length))))
                    .endsWith(malformed);
        }
    }
}
