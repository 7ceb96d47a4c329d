package org.fourfold.node.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.CaseFileId;
import org.fourfold.node.frame.Ciphertext;
import org.fourfold.node.frame.Event;
import org.fourfold.node.frame.EventType;
import org.fourfold.node.frame.FieldGroup;
import org.fourfold.node.frame.LockedException;
import org.fourfold.node.frame.MemberId;
import org.fourfold.node.frame.OrganisationId;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.frame.Purpose;
import org.fourfold.node.frame.Revision;
import org.fourfold.node.frame.Role;
import org.fourfold.node.ground.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("database")
class KeyringTest {

    private static final String PASSPHRASE = "correct horse battery staple";
    private static final byte[] TEXT = "what was told".getBytes(StandardCharsets.UTF_8);
    private static final EventType DONE = new EventType("test.done");
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Actor ACTOR =
            new Actor(MemberId.random(RANDOM), Role.CASEWORKER, Purpose.PROTECTION, OrganisationId.random(RANDOM));

    @TempDir
    private Path folder = Path.of("");

    private Instant now = Instant.parse("2026-11-23T10:00:00Z");
    private TestDatabase test = TestDatabase.fresh();
    private Keyring keyring = keyring();

    @BeforeEach
    void open() {
        keyring = keyring();
    }

    @AfterEach
    void close() {
        test.close();
    }

    private Keyring keyring() {
        return new Keyring(folder, test.database("trust"), new Argon2id(), RANDOM, () -> now);
    }

    private CaseFileId kept() {
        CaseFileId file = CaseFileId.random(RANDOM);
        FileKey key = keyring.create(file);
        test.database("protection").write(ACTOR, tx -> {
            key.keep(tx);
            tx.record(Event.of(DONE));
            return true;
        });
        return file;
    }

    private FileKey find(CaseFileId file) {
        return keyring.find(file).orElseThrow();
    }

    @Test
    void whatWasSealedOpensAfterARestartWithThePassphrase() {
        keyring.initialise(PASSPHRASE.toCharArray());
        CaseFileId file = kept();
        Ciphertext sealed = find(file).seal(FieldGroup.NOTES, Revision.FIRST, TEXT);

        keyring = keyring();
        assertThat(keyring.isUnlocked()).isFalse();
        keyring.unlock(PASSPHRASE.toCharArray());

        assertThat(find(file).open(FieldGroup.NOTES, Revision.FIRST, sealed)).isEqualTo(TEXT);
        assertThat(new String(sealed.bytes(), StandardCharsets.ISO_8859_1)).doesNotContain("told");
    }

    @Test
    void aCiphertextMovedElsewhereDoesNotOpen() {
        keyring.initialise(PASSPHRASE.toCharArray());
        FileKey here = find(kept());
        FileKey other = find(kept());
        Ciphertext sealed = here.seal(FieldGroup.NOTES, Revision.FIRST, TEXT);

        assertThatThrownBy(() -> other.open(FieldGroup.NOTES, Revision.FIRST, sealed))
                .isInstanceOf(SealBrokenException.class);
        assertThatThrownBy(() -> here.open(FieldGroup.LEGAL, Revision.FIRST, sealed))
                .isInstanceOf(SealBrokenException.class);
        assertThatThrownBy(() -> here.open(FieldGroup.NOTES, new Revision(2), sealed))
                .isInstanceOf(SealBrokenException.class);
    }

    @Test
    void aCiphertextWithAnyBitChangedDoesNotOpen() {
        keyring.initialise(PASSPHRASE.toCharArray());
        FileKey key = find(kept());
        byte[] sealed = key.seal(FieldGroup.NOTES, Revision.FIRST, TEXT).bytes();

        for (int bit = 0; bit < sealed.length * 8; bit++) {
            byte[] changed = sealed.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            assertThatThrownBy(() -> key.open(FieldGroup.NOTES, Revision.FIRST, Ciphertext.of(changed)))
                    .isInstanceOf(SealBrokenException.class);
        }
    }

    @Test
    void aWrappedKeyPutUnderAnotherFileDoesNotOpen() {
        keyring.initialise(PASSPHRASE.toCharArray());
        CaseFileId file = kept();
        test.owner("UPDATE trust.file_key SET case_file = '00000000-0000-4000-8000-000000000001'");

        assertThat(keyring.find(file)).isEmpty();
        assertThatThrownBy(() -> keyring.find(CaseFileId.parse("00000000-0000-4000-8000-000000000001")))
                .isInstanceOf(SealBrokenException.class);
    }

    @Test
    void lockingKillsWhatWasHandedOutBefore() {
        keyring.initialise(PASSPHRASE.toCharArray());
        FileKey key = find(kept());
        TokenKey tokens = keyring.tokens("names");
        Box box = keyring.box("drafts");
        Ciphertext sealed = key.seal(FieldGroup.NOTES, Revision.FIRST, TEXT);

        keyring.lock();

        assertThat(keyring.isUnlocked()).isFalse();
        assertThatThrownBy(() -> key.open(FieldGroup.NOTES, Revision.FIRST, sealed))
                .isInstanceOf(LockedException.class);
        assertThatThrownBy(() -> key.seal(FieldGroup.NOTES, Revision.FIRST, TEXT))
                .isInstanceOf(LockedException.class);
        assertThatThrownBy(() -> tokens.token("ana")).isInstanceOf(LockedException.class);
        assertThatThrownBy(() -> box.seal(TEXT, TEXT)).isInstanceOf(LockedException.class);
        assertThatThrownBy(() -> keyring.create(CaseFileId.random(RANDOM))).isInstanceOf(LockedException.class);

        keyring.unlock(PASSPHRASE.toCharArray());
        assertThatThrownBy(() -> key.open(FieldGroup.NOTES, Revision.FIRST, sealed))
                .isInstanceOf(LockedException.class);
    }

    @Test
    void aWrongPassphraseIsRefusedAndLeavesTheNodeLocked() {
        keyring.initialise(PASSPHRASE.toCharArray());
        keyring.lock();

        assertThatThrownBy(() -> keyring.unlock("correct horse battery stable".toCharArray()))
                .isInstanceOf(ProblemException.class)
                .hasMessage("trust.wrong-passphrase");
        assertThat(keyring.isUnlocked()).isFalse();
    }

    @Test
    void theRecoveryCodeSetsANewPassphrase() {
        RecoverySheet sheet = keyring.initialise(PASSPHRASE.toCharArray());
        CaseFileId file = kept();
        Ciphertext sealed = find(file).seal(FieldGroup.NOTES, Revision.FIRST, TEXT);
        keyring.lock();

        keyring.recover(
                String.join(" ", sheet.groups()).toLowerCase(java.util.Locale.ROOT),
                "another passphrase".toCharArray());
        keyring.lock();

        assertThatThrownBy(() -> keyring.unlock(PASSPHRASE.toCharArray())).isInstanceOf(ProblemException.class);
        keyring.unlock("another passphrase".toCharArray());
        assertThat(find(file).open(FieldGroup.NOTES, Revision.FIRST, sealed)).isEqualTo(TEXT);
    }

    @Test
    void theCodeOfAnotherSheetIsRefused() {
        keyring.initialise(PASSPHRASE.toCharArray());
        String other = String.join(
                "-",
                org.fourfold.node.trust.internal.RecoveryCode.random(RANDOM).groups());

        assertThatThrownBy(() -> keyring.recover(other, "another passphrase".toCharArray()))
                .hasMessage("trust.recovery-other");
    }

    @Test
    void anErasedFilesKeyIsNotFoundAgain() {
        keyring.initialise(PASSPHRASE.toCharArray());
        CaseFileId file = kept();

        test.database("protection").write(ACTOR, tx -> {
            tx.record(Event.of(DONE));
            return keyring.destroy(tx, file);
        });

        assertThat(keyring.find(file)).isEmpty();
    }

    @Test
    void onlyProtectionMayKeepOrDestroyAFileKey() {
        for (String module : java.util.List.of("access", "registry", "prevention", "trust")) {
            assertThatThrownBy(() -> test.database(module).asNode(tx -> keyring.destroy(tx, CaseFileId.random(RANDOM))))
                    .as(module)
                    .isInstanceOf(org.springframework.dao.DataAccessException.class);
        }
    }

    @Test
    void whenTheEpochTurnsEveryKeyIsWrappedAnewAndTheOldEpochsKeyIsGone() {
        keyring.initialise(PASSPHRASE.toCharArray());
        CaseFileId file = kept();
        FileKey handedOut = find(file);
        Ciphertext sealed = handedOut.seal(FieldGroup.NOTES, Revision.FIRST, TEXT);
        Ciphertext draft = keyring.box("drafts").seal(TEXT, TEXT);

        now = now.plus(Keyring.EPOCH).minus(Duration.ofSeconds(1));
        assertThat(keyring.rotateIfDue()).isFalse();
        now = now.plusSeconds(1);
        assertThat(keyring.rotateIfDue()).isTrue();

        assertThat(folder.resolve("epoch-000001.key")).doesNotExist();
        assertThat(folder.resolve("epoch-000002.key")).exists();
        assertThat(find(file).open(FieldGroup.NOTES, Revision.FIRST, sealed)).isEqualTo(TEXT);
        assertThat(handedOut.open(FieldGroup.NOTES, Revision.FIRST, sealed)).isEqualTo(TEXT);
        assertThat(keyring.box("drafts").open(TEXT, draft)).isEqualTo(TEXT);

        keyring.turn();
        assertThat(find(file).open(FieldGroup.NOTES, Revision.FIRST, sealed)).isEqualTo(TEXT);
        assertThatThrownBy(() -> keyring.box("drafts").open(TEXT, draft)).isInstanceOf(SealBrokenException.class);
    }

    @Test
    void aTurnInterruptedBeforeTheDatabaseIsFinishedAtTheNextUnlock() {
        keyring.initialise(PASSPHRASE.toCharArray());
        CaseFileId file = kept();
        Ciphertext sealed = find(file).seal(FieldGroup.NOTES, Revision.FIRST, TEXT);
        test.owner("CREATE FUNCTION trust.fail() RETURNS trigger LANGUAGE plpgsql AS"
                + " $$ BEGIN RAISE EXCEPTION 'the disk is full'; END $$;"
                + " CREATE TRIGGER fail BEFORE UPDATE ON trust.file_key FOR EACH ROW EXECUTE FUNCTION trust.fail()");
        assertThatThrownBy(keyring::turn).isInstanceOf(org.springframework.dao.DataAccessException.class);
        assertThat(folder.resolve("epoch-000001.key")).exists();
        test.owner("DROP TRIGGER fail ON trust.file_key");

        keyring = keyring();
        keyring.unlock(PASSPHRASE.toCharArray());

        assertThat(folder.resolve("epoch-000001.key")).doesNotExist();
        assertThat(find(file).open(FieldGroup.NOTES, Revision.FIRST, sealed)).isEqualTo(TEXT);
    }

    @Test
    void anOldCopyOfTheDataWhoseEpochsKeyIsGoneIsRefusedAndTheNodeStaysLocked() {
        keyring.initialise(PASSPHRASE.toCharArray());
        var _ = kept();
        test.owner("CREATE TABLE public.old_key AS TABLE trust.file_key");
        assertThat(keyring.turn()).isTrue();
        test.owner("DELETE FROM trust.file_key; INSERT INTO trust.file_key SELECT * FROM public.old_key;"
                + " DELETE FROM trust.epoch WHERE number > 1");

        keyring = keyring();
        assertThatThrownBy(() -> keyring.unlock(PASSPHRASE.toCharArray()))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problems())
                                .singleElement()
                                .satisfies(problem -> assertThat(problem.code()).isEqualTo("trust.keys-missing")));

        assertThat(keyring.isUnlocked()).isFalse();
        assertThat(folder.resolve("epoch-000002.key")).exists();
    }

    @Test
    void keyFilesAreReadableByTheOwnerOnlyAndHoldNoKeyInClear() throws Exception {
        keyring.initialise(PASSPHRASE.toCharArray());

        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                        .isEqualTo("rw-------");
                assertThat(Files.readString(file)).doesNotContain(PASSPHRASE).doesNotContain("AGE-SECRET-KEY");
            }
        }
    }

    @Test
    void tokensAreEqualForEqualWordsAndDifferByLabelAndOrganisation() {
        keyring.initialise(PASSPHRASE.toCharArray());

        assertThat(keyring.tokens("names").token("ana"))
                .hasSize(TokenKey.BYTES)
                .isEqualTo(keyring.tokens("names").token("ana"))
                .isNotEqualTo(keyring.tokens("phones").token("ana"))
                .isNotEqualTo(keyring.tokens("names").token("anna"));
    }
}
