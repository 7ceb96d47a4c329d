package org.fourfold.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.fourfold.node.access.Founders;
import org.fourfold.node.access.NewMember;
import org.fourfold.node.access.SignInName;
import org.fourfold.node.frame.Language;
import org.fourfold.node.frame.OrganisationId;
import org.fourfold.node.ground.BeforeUpdate;
import org.fourfold.node.ground.Home;
import org.fourfold.node.ground.NodeConfiguration;
import org.fourfold.node.ground.NodeKind;
import org.fourfold.node.trust.Backups;
import org.fourfold.node.trust.Keyring;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** Updates of an installed package: what is refused, and what happens to the data of a locked node. */
@Tag("recovery")
@Timeout(300)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UpdateTest {

    private static final String PASSPHRASE = "garza ceiba lumbre estero";

    /** A version that works: it starts as the one before it does. */
    private static final String WORKS = "exec \"$(dirname \"$0\")/../" + InstalledPackage.VERSION + "/start\" \"$@\"";

    /** A version that spoils all it can reach, and then fails. */
    private static final String SPOILS =
            "home=$3; rm -rf \"$home/keys\"; echo 99 >\"$home/data/PG_VERSION\"; rm -rf \"$home/data/base\"; exit 70";

    private Path folder = Path.of("");
    private Home home = new Home(folder);
    private Map<String, Long> rows = Map.of();
    private @Nullable InstalledPackage installed;

    @BeforeAll
    void makeANodeThatIsLocked() throws IOException {
        folder = Files.createTempDirectory("fourfold-update-");
        // The user who runs PostgreSQL must be able to pass.
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
        home = new Home(folder.resolve("home"));
        home.prepare(false);
        SecureRandom random = new SecureRandom();
        new NodeConfiguration(
                        NodeKind.SHELTER,
                        OrganisationId.random(random),
                        "Refugio inventado",
                        ZoneId.of("America/Guatemala"),
                        Language.ES)
                .write(home);
        try (OpenNode node = Opening.open(home, invocation(Map.of(), new Recorded("")))) {
            node.facade(Keyring.class).initialise(PASSPHRASE.toCharArray());
            node.facade(Founders.class)
                    .administrator(
                            new NewMember(new SignInName("amparo"), "Persona inventada", Language.ES),
                            "garza-ceiba-lumbre-estero-41");
        }
        rows = counts();
    }

    @BeforeEach
    void install() throws IOException {
        installed =
                InstalledPackage.make(Files.createTempDirectory(folder, "place").resolve("fourfold"));
    }

    @AfterAll
    void remove() throws IOException {
        home.discard();
        TomcatHome.forget();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        }
    }

    @Test
    void aCloneIsToldToUseGit() {
        Recorded terminal = new Recorded("");
        assertThat(run(Map.of(), terminal, "update", "any.tar.gz")).isEqualTo(ExitCode.FAULTS.number());
        assertThat(terminal.all()).contains("git pull");
    }

    @Test
    void anArchiveWithoutSignatureOrWithAnothersIsRefused() throws IOException {
        Path archive = installed().archive("0.2.0", WORKS);
        Path stranger = InstalledPackage.make(
                        Files.createTempDirectory(folder, "stranger").resolve("fourfold"))
                .archive("0.2.0", WORKS);
        Files.copy(
                InstalledPackage.note(stranger),
                InstalledPackage.note(archive),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        assertThat(refusal(archive)).contains("No key that this version trusts signed");
        Files.delete(InstalledPackage.note(archive));
        assertThat(refusal(archive)).contains("no signature");
    }

    @Test
    void anArchiveThatIsCutOffOrChangedIsRefusedBeforeAnythingComesOutOfIt() throws IOException {
        Path archive = installed().archive("0.2.0", WORKS);
        byte[] whole = Files.readAllBytes(archive);
        Files.write(archive, java.util.Arrays.copyOf(whole, whole.length - 1));
        assertThat(refusal(archive)).contains("cut off or was changed");
        whole[whole.length / 2] ^= 1;
        Files.write(archive, whole);
        assertThat(refusal(archive)).contains("cut off or was changed");
    }

    @Test
    void anOlderVersionAndTheSameAreRefused() throws IOException {
        assertThat(refusal(installed().archive("0.1.0-rc.1", WORKS))).contains("older than 0.1.0");
        assertThat(refusal(installed().archive("0.1.0", WORKS))).contains("in use already");
    }

    @Test
    void aVersionThatSpoilsEverythingAndFailsLeavesTheOldOneWithAllData() throws IOException {
        Recorded terminal = new Recorded("");
        int code = run(
                installed().environment(),
                terminal,
                "update",
                installed().archive("0.2.0", SPOILS).toString(),
                "--home",
                home.path().toString(),
                "--as",
                "amparo");

        assertThat(code).as(terminal.all()).isEqualTo(ExitCode.FAULTS.number());
        assertThat(terminal.all()).contains("does not start here. Version 0.1.0 stays in use");
        assertThat(installed().current()).isEqualTo("0.1.0");
        assertThat(installed().versions()).containsExactly("0.1.0");
        assertThat(new BeforeUpdate(home).exists()).isFalse();
        // The backup before the update is an act, and leaves its event.
        assertThat(counts()).isEqualTo(withOneMoreEvent());
        rows = counts();
        try (OpenNode node = Opening.open(home, invocation(Map.of(), new Recorded("")))) {
            node.facade(Keyring.class).unlock(PASSPHRASE.toCharArray());
            assertThat(node.facade(Keyring.class).isUnlocked()).isTrue();
        }
    }

    @Test
    void anUpdateThatWasCutOffIsUndoneByTheNextStart() throws IOException {
        new BeforeUpdate(home).make();
        Files.writeString(home.data().resolve("PG_VERSION"), "99\n");
        // Cut off a second time, while it was being put back.
        Files.move(
                home.path().resolve("before-update/node.properties"),
                home.configuration(),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        Recorded terminal = new Recorded("");
        try (OpenNode node = Opening.open(home, invocation(Map.of(), terminal))) {
            assertThat(new TreeMap<>(node.ground().rowCounts().orElseThrow())).isEqualTo(rows);
        }
        assertThat(terminal.all()).contains("cut off");
    }

    @Test
    void aVersionThatWorksIsPutInUseAndItsBackupOpens() throws IOException {
        Recorded terminal = new Recorded("");
        int code = run(
                installed().environment(),
                terminal,
                "update",
                installed().archive("0.2.0", WORKS).toString(),
                "--home",
                home.path().toString(),
                "--as",
                "amparo");

        assertThat(code).as(terminal.all()).isEqualTo(ExitCode.DONE.number());
        assertThat(installed().current()).isEqualTo("0.2.0");
        assertThat(installed().versions()).containsExactly("0.1.0", "0.2.0");
        assertThat(new BeforeUpdate(home).exists()).isFalse();
        assertThat(counts()).isEqualTo(withOneMoreEvent());
        rows = counts();

        Recorded trial = new Recorded(PASSPHRASE);
        assertThat(run(
                        Map.of(),
                        trial,
                        "restore",
                        "--try",
                        newestBackup().toString(),
                        "--home",
                        home.path().toString()))
                .as(trial.all())
                .isEqualTo(ExitCode.DONE.number());
        assertThat(new Backups(home.backups()).state().lastRestoreTried()).isPresent();
        assertThat(home.path().resolve("restore-trial")).doesNotExist();
        assertThat(counts()).isEqualTo(rows);
    }

    private InstalledPackage installed() {
        return Objects.requireNonNull(installed);
    }

    private String refusal(Path archive) throws IOException {
        Recorded terminal = new Recorded("");
        int code = run(
                installed().environment(),
                terminal,
                "update",
                archive.toString(),
                "--home",
                folder.resolve("no-home").toString());
        assertThat(code).as(terminal.all()).isEqualTo(ExitCode.FAULTS.number());
        assertThat(installed().current()).isEqualTo("0.1.0");
        assertThat(installed().versions()).containsExactly("0.1.0");
        return terminal.all();
    }

    private int run(Map<String, String> environment, Recorded terminal, String... arguments) {
        return CommandLines.execute(invocation(environment, terminal, arguments));
    }

    private Invocation invocation(Map<String, String> environment, Recorded terminal, String... arguments) {
        return new Invocation(
                List.of(arguments),
                new HashMap<>(environment),
                folder.toAbsolutePath(),
                Language.EN,
                terminal,
                InputStream.nullInputStream(),
                InstantSource.system(),
                new SecureRandom(),
                Optional.empty());
    }

    private Map<String, Long> counts() {
        try (OpenNode node = Opening.open(home, invocation(Map.of(), new Recorded("")))) {
            return new TreeMap<>(node.ground().rowCounts().orElseThrow());
        }
    }

    private Map<String, Long> withOneMoreEvent() {
        Map<String, Long> more = new TreeMap<>(rows);
        more.computeIfPresent("trust.event", (table, count) -> count + 1);
        more.computeIfPresent("trust.sequence", (table, count) -> count + 1);
        // Whichever update comes first, its backup is Amparo's first act, and gives her a pseudonym in the record.
        more.put("trust.pseudonym", 2L);
        return more;
    }

    private Path newestBackup() throws IOException {
        try (Stream<Path> all = Files.list(home.backups())) {
            return all.filter(path -> String.valueOf(path.getFileName()).matches("fourfold-[0-9].*\\.age"))
                    .max(java.util.Comparator.naturalOrder())
                    .orElseThrow();
        }
    }
}
