package org.fourfold.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fourfold.ledger.verify.Verifier;
import org.fourfold.node.access.Founders;
import org.fourfold.node.access.NewMember;
import org.fourfold.node.access.SignInName;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.Language;
import org.fourfold.node.frame.OrganisationId;
import org.fourfold.node.frame.Purpose;
import org.fourfold.node.frame.Role;
import org.fourfold.node.ground.Home;
import org.fourfold.node.ground.NodeConfiguration;
import org.fourfold.node.ground.NodeKind;
import org.fourfold.node.protection.Protection;
import org.fourfold.node.trust.Keyring;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An organisation hands over and closes, from the command line, with nobody but its own people and their passphrase. */
@Tag("recovery")
class SealCommandsTest {

    private static final String PASSPHRASE = "correct horse battery staple";
    private static final String NAME = "Casa de la prueba";

    @TempDir
    Path folder = Path.of("");

    private Home home = new Home(Path.of(""));
    private String number = "";

    @BeforeEach
    void make() throws IOException {
        // PostgreSQL's own user passes through to its data when this is root.
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
        home = new Home(folder.resolve("home"));
        home.prepare(false);
        new NodeConfiguration(
                        NodeKind.SHELTER,
                        OrganisationId.random(new SecureRandom()),
                        NAME,
                        ZoneId.of("America/Guatemala"),
                        Language.ES)
                .write(home);
        Invocation invocation = new Invocation(
                List.of(),
                Map.of(),
                folder,
                Language.EN,
                new Recorded(""),
                InputStream.nullInputStream(),
                InstantSource.system(),
                new SecureRandom(),
                Optional.empty());
        try (OpenNode node = Opening.open(home, invocation)) {
            var _ = node.facade(Keyring.class).initialise(PASSPHRASE.toCharArray());
            var _ = node.facade(Founders.class)
                    .demonstration(List.of(
                            member("ada", Role.ADMINISTRATOR),
                            member("clara", Role.CASEWORKER),
                            member("carmen", Role.CASEWORKER)));
            Actor clara = node.actor("clara", Purpose.PROTECTION);
            Protection protection = node.facade(Protection.class);
            number = protection.open(clara, protection.begin(clara)).number().text();
        }
    }

    @AfterEach
    void remove() {
        TomcatHome.forget();
        home.discard();
    }

    private static Founders.Invented member(String name, Role role) {
        return new Founders.Invented(
                new NewMember(SignInName.parse(name).orElseThrow(), name + " (invented)", Language.EN),
                "a long password of " + name,
                Set.of(role),
                Optional.empty(),
                false);
    }

    private Said say(String... arguments) {
        List<String> all = new ArrayList<>(Arrays.asList(arguments));
        all.addAll(1, List.of("--home", home.path().toString()));
        return Said.to(Language.EN, Map.of("FOURFOLD_PASSPHRASE", PASSPHRASE), all.toArray(String[]::new));
    }

    private static void holds(Path bag) {
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        try (PrintStream out = new PrintStream(told, true, StandardCharsets.UTF_8)) {
            assertThat(Verifier.run(new String[] {bag.toString()}, Map.of(), out, out))
                    .as(told.toString(StandardCharsets.UTF_8))
                    .isZero();
        }
    }

    @Test
    void theyHandOverAndThenTheyClose() throws IOException {
        aCaseIsSealedByWhoMaySeeWhoReadIt();
        theWholeRecordIsSealedAndListedInTheAct();
        nothingIsDeclaredWhereNothingWasPutBack();
        theLastDayIsRefusedUntilEverythingIsRight();
        theLastDayLeavesTheBagAlone();
    }

    private void aCaseIsSealedByWhoMaySeeWhoReadIt() {
        Path bag = folder.resolve("case");
        Said sealed = say("seal", "--case", number, "--plain", "--out", bag.toString(), "--as", "clara");
        assertThat(sealed.code()).as(sealed.all()).isZero();
        holds(bag);
        assertThat(bag.resolve("data/opened")).isDirectoryContaining("glob:**.json");
        for (String other : List.of("carmen", "ada")) {
            assertThat(say("seal", "--case", number, "--plain", "--out", bag + "2", "--as", other)
                            .code())
                    .as(other)
                    .isEqualTo(ExitCode.REFUSED.number());
        }
        assertThat(folder.resolve("case2")).doesNotExist();
    }

    private void theWholeRecordIsSealedAndListedInTheAct() throws IOException {
        Path bag = folder.resolve("record.zip");
        assertThat(say("seal", "--plain", "--out", bag.toString(), "--as", "clara")
                        .code())
                .isEqualTo(ExitCode.REFUSED.number());
        Said wrongName = say("seal", "--out", bag.toString(), "--as", "ada");
        assertThat(wrongName.code()).isEqualTo(ExitCode.FAULTS.number());
        assertThat(wrongName.all()).contains("says something else");
        Said sealed = say("seal", "--plain", "--out", bag.toString(), "--as", "ada");
        assertThat(sealed.code()).as(sealed.all()).isZero();
        assertThat(sealed.answer()).containsPattern("fingerprint of the key ([0-9a-f]{4} ){15}[0-9a-f]{4};");
        holds(bag);

        Path act = folder.resolve("act.html");
        Said written = say(
                "acta",
                "--out",
                act.toString(),
                bag.toString(),
                folder.resolve("case").toString(),
                "--as",
                "ada");
        assertThat(written.code()).as(written.all()).isZero();
        assertThat(Files.readString(act)).contains(NAME, "record.zip", "case.opened");
        byte[] bytes = Files.readAllBytes(bag);
        bytes[bytes.length / 2] ^= 1;
        Files.write(bag, bytes);
        Said broken = say("acta", "--out", act + "2", bag.toString(), "--as", "ada");
        assertThat(broken.code()).isEqualTo(ExitCode.FAULTS.number());
        assertThat(broken.all()).contains("does not hold");
        assertThat(folder.resolve("act.html2")).doesNotExist();
    }

    private void nothingIsDeclaredWhereNothingWasPutBack() {
        Said declared = say("restore", "--declared", "--as", "ada");
        assertThat(declared.code()).isEqualTo(ExitCode.FAULTS.number());
        assertThat(declared.all()).contains("nothing to declare");
        assertThat(say("restore").code()).isEqualTo(ExitCode.USAGE.number());
    }

    private void theLastDayIsRefusedUntilEverythingIsRight() {
        String bag = folder.resolve("last").toString();
        Said otherName = say("last-day", "--out", bag, "--as", "ada", "--organisation", "Another house");
        assertThat(otherName.code()).isEqualTo(ExitCode.FAULTS.number());
        assertThat(otherName.all()).contains("not the name");
        String inside = home.path().resolve("last").toString();
        assertThat(say("last-day", "--out", inside, "--as", "ada", "--organisation", NAME)
                        .all())
                .contains("is destroyed");
        Said otherPassphrase = Said.to(
                Language.EN,
                Map.of("FOURFOLD_PASSPHRASE", "not the passphrase"),
                "last-day",
                "--home",
                home.path().toString(),
                "--out",
                bag,
                "--as",
                "ada",
                "--organisation",
                NAME);
        assertThat(otherPassphrase.code()).isEqualTo(ExitCode.FAULTS.number());
        assertThat(say("last-day", "--out", bag, "--as", "clara", "--organisation", NAME)
                        .code())
                .isEqualTo(ExitCode.REFUSED.number());
        assertThat(Path.of(bag)).doesNotExist();
        assertThat(home.keys()).isDirectoryContaining("glob:**/organisation.key");
    }

    private void theLastDayLeavesTheBagAlone() {
        Path bag = folder.resolve("last");
        Said closed = say("last-day", "--out", bag.toString(), "--as", "ada", "--organisation", NAME);
        assertThat(closed.code()).as(closed.all()).isZero();
        holds(bag);
        assertThat(home.path()).isEmptyDirectory();
    }
}
