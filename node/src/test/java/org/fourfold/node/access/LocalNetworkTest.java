package org.fourfold.node.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.fourfold.node.RunningNode;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.Language;
import org.fourfold.node.frame.OrganisationId;
import org.fourfold.node.frame.Purpose;
import org.fourfold.node.frame.Role;
import org.fourfold.node.ground.Home;
import org.fourfold.node.ground.NodeConfiguration;
import org.fourfold.node.ground.NodeKind;
import org.fourfold.node.ground.TestDatabase;
import org.fourfold.node.shell.House;
import org.fourfold.node.shell.Room;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * A node that answers the local network: its own certificate, pinned; a device that is not paired meets nothing. The
 * device is this machine under its address in the network: what comes from there is not taken for this machine.
 */
@Tag("database")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LocalNetworkTest {

    private static final String PASSWORD = "cuatro mangos lentos 7";

    private final MovingClock clock = new MovingClock();
    private final SecureRandom random = new SecureRandom();
    private final OrganisationId organisation = OrganisationId.random(random);

    private String address = "";
    private Path certificateFile = Path.of("");
    private Optional<NodeCertificate> certificate = Optional.empty();
    private Optional<TestDatabase> database = Optional.empty();
    private Optional<RunningNode> running = Optional.empty();

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        Optional<String> found = addressInTheNetwork();
        assumeTrue(found.isPresent(), "this machine has no address but loopback: no device to be, not tested");
        address = found.orElseThrow();
        Home home = new Home(folder.resolve("home"));
        home.prepare(false);
        Listening.Lan lan = new Listening.Lan(freePort(), Set.of(address, "localhost", "127.0.0.1", "Refugio.local"));
        certificate = Optional.of(NodeCertificate.open(home, lan.names(), clock.instant(), random));
        certificateFile = home.keys().resolve("node-certificate.p12");
        TestDatabase test = TestDatabase.fresh(clock);
        database = Optional.of(test);
        running = Optional.of(RunningNode.start(new RunningNode.Parts(
                test.databases(),
                new TestHouse(),
                clock,
                random,
                "0.0.0.0",
                lan.port(),
                home.temporary(),
                List.of(
                        home,
                        lan,
                        certificate.orElseThrow(),
                        new NodeConfiguration(
                                NodeKind.SHELTER, organisation, "Refugio", ZoneId.of("UTC"), Language.ES)))));
        node().facade(Founders.class)
                .demonstration(List.of(new Founders.Invented(
                        new NewMember(new SignInName("amparo"), "Amparo (inventada)", Language.ES),
                        PASSWORD,
                        Set.of(Role.ADMINISTRATOR),
                        Optional.empty(),
                        false)));
    }

    @AfterAll
    void stop() {
        running.ifPresent(RunningNode::close);
        database.ifPresent(TestDatabase::close);
    }

    @Test
    void anUnpairedDeviceMeetsNothingAtAll() {
        try (WebVisitor device = device()) {
            for (String path :
                    List.of("/", "/sign-in", "/sign-in/code", "/unlock", "/health", "/leave", "/pair/none")) {
                HttpResponse<String> answer = device.open(path);
                assertThat(answer.statusCode()).as(path).isEqualTo(404);
                assertThat(answer.body()).as(path).isEmpty();
            }
            assertThat(device.post("/sign-in", Map.of("name", "amparo", "password", PASSWORD))
                            .statusCode())
                    .isEqualTo(404);
        }
        try (WebVisitor here = visitor("localhost")) {
            assertThat(here.open("/sign-in").statusCode())
                    .as("this machine itself")
                    .isEqualTo(200);
        }
    }

    @Test
    void aDevicePairsWithItsCodeOnceSignsInAndIsShutOutWhenRevoked() {
        String pair = "/pair/" + devices().openPairing();
        try (WebVisitor device = device();
                WebVisitor second = device()) {
            assertThat(device.open(pair).statusCode()).isEqualTo(200);
            assertThat(device.send(pair, pair, Map.of("label", " ")).statusCode())
                    .isEqualTo(422);
            HttpResponse<String> paired = device.send(pair, pair, Map.of("label", "Tableta de la entrada"));
            assertThat(paired.statusCode()).isEqualTo(303);
            assertThat(cookie(paired, "__Host-device"))
                    .contains("Secure", "HttpOnly", "SameSite=Strict", "Path=/", "Max-Age=")
                    .doesNotContain("Domain");
            assertThat(second.open(pair).statusCode()).as("the code is spent").isEqualTo(404);

            device.forget("__Host-session");
            assertThat(cookie(device.open("/sign-in"), "__Host-session"))
                    .contains("Secure", "HttpOnly", "SameSite=Strict", "Path=/")
                    .doesNotContain("Domain");
            assertThat(device.signIn("amparo", PASSWORD).statusCode()).isEqualTo(303);
            assertThat(device.open("/members/devices").body()).contains("Tableta de la entrada");
            HttpResponse<String> shown = device.send("/members/devices", "/members/devices/pair", Map.of());
            assertThat(shown.body()).contains("https://" + address + ":" + node().port() + "/pair/", fingerprint());

            devices().revoke(amparo(), devices().list(amparo()).getFirst().id());
            assertThat(device.open("/members/devices").statusCode()).isEqualTo(404);
            assertThat(device.open("/sign-in").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void aCodeThatIsTooOldOpensNothing() {
        String pair = "/pair/" + devices().openPairing();
        try (WebVisitor device = device()) {
            clock.pass(Devices.PAIRING_VALID.plusSeconds(1));
            assertThat(device.open(pair).statusCode()).isEqualTo(404);
        }
    }

    @Test
    void onlyOurNamesAndOnlyEncryptedRequestsAreAnswered() throws IOException, GeneralSecurityException {
        assertThat(firstLine(address)).contains("404");
        assertThat(firstLine("refugio.local"))
                .as("a name of ours, from an unpaired device")
                .contains("404");
        assertThat(firstLine("evil.example")).contains("421");
        assertThat(firstLine(address + "\r\nX-Forwarded-Proto: https")).contains("400");
        try (Socket plain = new Socket(InetAddress.getLoopbackAddress(), node().port())) {
            assertThat(ask(plain, "localhost")).contains("400");
        }
    }

    @Test
    void theCertificateIsKeptForItsOwnerAndMadeAnewForOtherNames(@TempDir Path folder) throws IOException {
        assertThat(Files.getPosixFilePermissions(certificateFile))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(fingerprint()).matches("([0-9A-F]{2}:){31}[0-9A-F]{2}");
        Home other = new Home(folder.resolve("other"));
        other.prepare(false);
        Instant now = clock.instant();
        String first = NodeCertificate.open(other, Set.of("10.0.0.7", "uno"), now, random)
                .fingerprint();
        assertThat(NodeCertificate.open(other, Set.of("uno"), now, random).fingerprint())
                .isEqualTo(first);
        String second =
                NodeCertificate.open(other, Set.of("10.0.0.8"), now, random).fingerprint();
        assertThat(second).isNotEqualTo(first);
        assertThat(NodeCertificate.open(other, Set.of("10.0.0.8"), now.plus(Duration.ofDays(370)), random)
                        .fingerprint())
                .as("before it runs out")
                .isNotEqualTo(second);
    }

    @Test
    void theAddressShownForPairingLeadsHereFromOutside() {
        Listening.Lan lan = new Listening.Lan(8040, Set.of("localhost", "127.0.0.1", "192.168.1.5", "Refugio.local"));
        assertThat(lan.outsideHost("localhost")).isEqualTo("192.168.1.5");
        assertThat(lan.outsideHost("refugio.local")).isEqualTo("refugio.local");
        assertThat(lan.outsideHost("evil.example")).isEqualTo("192.168.1.5");
    }

    private String firstLine(String host) throws IOException, GeneralSecurityException {
        try (Socket socket = trust().getSocketFactory().createSocket(address, node().port())) {
            return ask(socket, host);
        }
    }

    private static String ask(Socket socket, String host) throws IOException {
        socket.getOutputStream()
                .write(("GET /sign-in HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        var reader = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        return String.valueOf(reader.readLine());
    }

    private WebVisitor device() {
        return visitor(address);
    }

    private WebVisitor visitor(String host) {
        try {
            return new WebVisitor("https://" + host + ":" + node().port(), trust());
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Trusts the node's certificate and no other; the names in it are checked as browsers do. */
    private SSLContext trust() throws GeneralSecurityException, IOException {
        KeyStore pinned = KeyStore.getInstance("PKCS12");
        pinned.load(null, null);
        pinned.setCertificateEntry("node", certificate.orElseThrow().keyStore().getCertificate("node"));
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(pinned);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, factory.getTrustManagers(), null);
        return context;
    }

    private String fingerprint() {
        return certificate.orElseThrow().fingerprint();
    }

    private static String cookie(HttpResponse<String> answer, String name) {
        return answer.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith(name + "="))
                .findFirst()
                .orElse("");
    }

    private Actor amparo() {
        return new Actor(
                node().facade(Access.class)
                        .find(new SignInName("amparo"))
                        .orElseThrow()
                        .id(),
                Role.ADMINISTRATOR,
                Purpose.ADMINISTRATION,
                organisation);
    }

    private Devices devices() {
        return node().facade(Devices.class);
    }

    private RunningNode node() {
        return running.orElseThrow();
    }

    private static Optional<String> addressInTheNetwork() throws IOException {
        return NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(one -> one instanceof Inet4Address && !one.isLoopbackAddress())
                .map(InetAddress::getHostAddress)
                .findFirst();
    }

    private static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0)) {
            return probe.getLocalPort();
        }
    }

    /** A made-up shelter. */
    private static final class TestHouse implements House {

        @Override
        public String organisationName() {
            return "Refugio de prueba";
        }

        @Override
        public boolean demonstration() {
            return false;
        }

        @Override
        public ZoneId zone() {
            return ZoneId.of("America/Guatemala");
        }

        @Override
        public Language language() {
            return Language.ES;
        }

        @Override
        public Set<Room> rooms() {
            return EnumSet.of(Room.TODAY, Room.TRUST);
        }
    }
}
