package org.fourfold.node.trust;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.fourfold.ledger.note.VerifierKey;
import org.fourfold.node.frame.CaseFileId;
import org.fourfold.node.frame.Database;
import org.fourfold.node.frame.LockedException;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.frame.RandomIds;
import org.fourfold.node.frame.Tx;
import org.fourfold.node.trust.internal.AesGcm;
import org.fourfold.node.trust.internal.BackupIdentity;
import org.fourfold.node.trust.internal.EpochKeys;
import org.fourfold.node.trust.internal.EpochKeys.EpochKey;
import org.fourfold.node.trust.internal.EpochKeys.Kind;
import org.fourfold.node.trust.internal.FileKeyWrap;
import org.fourfold.node.trust.internal.KeyFolder;
import org.fourfold.node.trust.internal.KeyTable;
import org.fourfold.node.trust.internal.KeyTable.WrappedKey;
import org.fourfold.node.trust.internal.LogKeyFile;
import org.fourfold.node.trust.internal.OpenKeys;
import org.fourfold.node.trust.internal.OrganisationKeyFile;
import org.fourfold.node.trust.internal.RecoveryCode;
import org.fourfold.node.trust.internal.Secret;
import org.fourfold.node.trust.internal.Unlocked;
import org.jspecify.annotations.Nullable;

/**
 * The organisation's keys: passphrase (or recovery code) → organisation key → epoch key of 30 days → file key. Locked at
 * the start; while locked, everything that needs a key throws {@link LockedException}. Threads: safe.
 */
public final class Keyring {

    /** How long an epoch lasts: an erasure has reached every copy that is kept up to date when it ends. */
    public static final Duration EPOCH = Duration.ofDays(30);

    public static final int PASSPHRASE_LENGTH_MIN = 12;
    public static final int PASSPHRASE_LENGTH_MAX = 1_000;

    private final KeyFolder folder;
    private final EpochKeys epochKeys;
    private final KeyTable table;
    private final Argon2id argon2id;
    private final RandomGenerator random;
    private final InstantSource clock;
    private final AtomicInteger locks = new AtomicInteger();
    private volatile @Nullable Unlocked unlocked;

    /** With the home's folder of wrapped keys and this module's own database. */
    public Keyring(
            java.nio.file.Path folder, Database trust, Argon2id argon2id, RandomGenerator random, InstantSource clock) {
        this.folder = new KeyFolder(folder);
        this.epochKeys = new EpochKeys(this.folder, random);
        this.table = new KeyTable(trust);
        this.argon2id = argon2id;
        this.random = random;
        this.clock = clock;
    }

    /** Whether the organisation has keys at all: false before the first set-up. */
    public boolean isInitialised() {
        return folder.read(OrganisationKeyFile.NAME).isPresent();
    }

    public boolean isUnlocked() {
        // A lock may come while an epoch turns, which then sets its result: what counts is whether the keys live.
        Unlocked held = unlocked;
        return held != null && !held.keys().isClosed();
    }

    /** First set-up: makes the organisation's keys, unlocks, and returns the sheet that is printed once. */
    public synchronized RecoverySheet initialise(char[] passphrase) {
        checkLength(passphrase);
        if (isInitialised()) {
            throw new IllegalStateException("the organisation has keys already");
        }
        byte[] key = new byte[AesGcm.KEY_BYTES];
        random.nextBytes(key);
        RecoveryCode code = RecoveryCode.random(random);
        String file = OrganisationKeyFile.wrap(key, passphrase, code, argon2id, random)
                .text();
        OpenKeys keys = new OpenKeys(random);
        Secret organisation = keys.keep(key);
        Unlocked fresh = new Unlocked(keys, organisation, new TreeMap<>(), new TreeMap<>());
        Instant now = clock.instant();
        EpochKey epoch = epochKeys.make(keys, fresh.wrapping(), Kind.EPOCH, 1, now);
        EpochKey passing = epochKeys.make(keys, fresh.wrapping(), Kind.PASSING, 1, now);
        BackupIdentity.make(folder, organisation, random);
        // Last: what has no organisation key is not set up, and a kill before this line leaves only orphans behind.
        folder.write(OrganisationKeyFile.NAME, file);
        table.begin(1, now);
        unlocked = new Unlocked(keys, organisation, single(epoch), single(passing));
        return new RecoverySheet(code);
    }

    /** Opens the keys. Throws the problem {@code trust.wrong-passphrase}. The caller overwrites the passphrase. */
    public synchronized void unlock(char[] passphrase) {
        if (!isUnlocked()) {
            open(openWith(passphrase));
        }
    }

    /** Whether this is the passphrase, without changing anything: before what must not be done by a passer-by. */
    public boolean accepts(char[] passphrase) {
        try {
            Arrays.fill(openWith(passphrase), (byte) 0);
            return true;
        } catch (ProblemException wrong) {
            return false;
        }
    }

    /** Whether this is the code of the recovery sheet, without changing anything. */
    public boolean acceptsCode(String recoveryCode) {
        try {
            Arrays.fill(openWithCode(organisationFile(), RecoveryCode.parse(recoveryCode)), (byte) 0);
            return true;
        } catch (ProblemException wrong) {
            return false;
        }
    }

    /** Opens the keys with the recovery code and sets a new passphrase; the code stays good. */
    public synchronized void recover(String recoveryCode, char[] newPassphrase) {
        checkLength(newPassphrase);
        OrganisationKeyFile file = organisationFile();
        byte[] key = openWithCode(file, RecoveryCode.parse(recoveryCode));
        String rewrapped = file.rewrap(key, newPassphrase, argon2id, random).text();
        folder.write(OrganisationKeyFile.NAME, rewrapped);
        lock();
        open(key);
    }

    /** Another passphrase for the same keys. Throws {@code trust.wrong-passphrase} when the old one is not right. */
    public synchronized void changePassphrase(char[] oldPassphrase, char[] newPassphrase) {
        checkLength(newPassphrase);
        byte[] key = openWith(oldPassphrase);
        String rewrapped =
                organisationFile().rewrap(key, newPassphrase, argon2id, random).text();
        Arrays.fill(key, (byte) 0);
        folder.write(OrganisationKeyFile.NAME, rewrapped);
    }

    /**
     * Drops every key. What was handed out before is dead when this returns. The JDK's ciphers made copies of keys, and pages
     * copies of texts, that nobody refers to any more: the collector takes them off the heap now, not some day.
     */
    public void lock() {
        Unlocked held = unlocked;
        unlocked = null;
        if (held != null) {
            held.keys().close();
            locks.incrementAndGet();
            System.gc();
        }
    }

    /** How often it was locked since the start. */
    int locks() {
        return locks.get();
    }

    /** A new random key for a new file; nothing is stored before {@link FileKey#keep}. */
    public FileKey create(CaseFileId file) {
        Unlocked held = held();
        byte[] key = new byte[AesGcm.KEY_BYTES];
        random.nextBytes(key);
        return new FileKey(
                this, file, RandomIds.uuid(random), held.epoch(), held.keys().keep(key), random);
    }

    /** The key of a file; empty when there is none or it was destroyed. */
    public Optional<FileKey> find(CaseFileId file) {
        return Optional.ofNullable(findAll(java.util.List.of(file)).get(file));
    }

    /** The keys of those files that have one. Called before a transaction is opened. */
    public Map<CaseFileId, FileKey> findAll(Collection<CaseFileId> files) {
        Unlocked held = held();
        Map<CaseFileId, FileKey> found = new HashMap<>();
        for (WrappedKey wrapped : table.find(files)) {
            found.put(wrapped.file(), unwrap(held, wrapped));
        }
        return found;
    }

    /** Destroys a file's key in the caller's transaction: what it sealed opens nowhere any more. True when there was one. */
    @com.google.errorprone.annotations.CanIgnoreReturnValue
    public boolean destroy(Tx tx, CaseFileId file) {
        return tx.sql("SELECT trust.destroy_file_key(:file)")
                .with("file", file.value())
                .one((rs, n) -> rs.getBoolean(1));
    }

    /** The key that makes search tokens for one label. */
    public TokenKey tokens(String label) {
        return new TokenKey(held().organisation().derive("fourfold tokens|" + label));
    }

    /** A box for what passes within days: drafts, forms kept after a session ended. */
    public Box box(String label) {
        Unlocked held = held();
        return new Box(held.passing(label), held.passing().lastKey(), random);
    }

    /** A box for the node's own lasting secrets. */
    public Box lastingBox(String label) {
        return new Box(Map.of(0, held().organisation().derive("fourfold lasting box|" + label)), 0, random);
    }

    /** The log whose key this home has, locked or not; empty at first and after a restore, until the next unlock. */
    Optional<VerifierKey> log() {
        return folder.read(LogKeyFile.NAME).map(LogKeyFile::parse).map(LogKeyFile::verifier);
    }

    /** The key of the log; a new log's where the home has none: at the first set-up and after a restore. */
    public synchronized LogKey logKey() {
        Unlocked held = held();
        return LogKey.ofHome(folder, held.keys(), held.organisation(), random);
    }

    /** When the present epoch began. */
    public Instant epochStarted() {
        return held().epochs().lastEntry().getValue().started();
    }

    /** Turns the epoch when it is due: every file key is wrapped anew, then the old epoch's key is destroyed. */
    @com.google.errorprone.annotations.CanIgnoreReturnValue
    public synchronized boolean rotateIfDue() {
        return isUnlocked() && !epochStarted().plus(EPOCH).isAfter(clock.instant()) && turn();
    }

    /** Turns the epoch now. */
    public synchronized boolean turn() {
        Unlocked held = held();
        int next = held.epoch() + 1;
        Instant now = clock.instant();
        NavigableMap<Integer, EpochKey> epochs = new TreeMap<>(held.epochs());
        NavigableMap<Integer, EpochKey> passing = new TreeMap<>(held.passing());
        epochs.put(next, epochKeys.make(held.keys(), held.wrapping(), Kind.EPOCH, next, now));
        passing.put(next, epochKeys.make(held.keys(), held.wrapping(), Kind.PASSING, next, now));
        unlocked = new Unlocked(held.keys(), held.organisation(), epochs, passing);
        settle(held());
        return true;
    }

    byte[] wrap(CaseFileId file, UUID keyId, int epoch, Secret fileKey) {
        return FileKeyWrap.wrap(held(), file, keyId, epoch, fileKey, random)
                .wrapped()
                .bytes();
    }

    private FileKey unwrap(Unlocked held, WrappedKey wrapped) {
        Secret secret = FileKeyWrap.unwrap(held, wrapped);
        return new FileKey(this, wrapped.file(), wrapped.keyId(), held.epoch(), secret, random);
    }

    private void open(byte[] key) {
        OpenKeys keys = new OpenKeys(random);
        Secret organisation = keys.keep(key);
        Unlocked bare = new Unlocked(keys, organisation, new TreeMap<>(), new TreeMap<>());
        Unlocked open = new Unlocked(
                keys,
                organisation,
                epochKeys.open(keys, bare.wrapping(), Kind.EPOCH),
                epochKeys.open(keys, bare.wrapping(), Kind.PASSING));
        settle(open);
        rotateIfDue();
    }

    /**
     * Brings database and key folder together, wherever a kill left them: the folder's last epoch is begun, every file
     * key is wrapped under it, and only then older epochs' keys are destroyed.
     */
    private void settle(Unlocked open) {
        int recorded = table.lastEpoch();
        if (open.epochs().isEmpty() || open.epoch() < recorded) {
            open.keys().close();
            throw new ProblemException(Problem.of("trust.keys-missing"));
        }
        unlocked = open;
        int last = open.epoch();
        try {
            if (recorded < last || table.hasKeysBefore(last)) {
                Instant started = open.epochs().lastEntry().getValue().started();
                table.rewrap(last, started, wrapped -> {
                    Secret key = FileKeyWrap.unwrap(open, wrapped);
                    return FileKeyWrap.wrap(open, wrapped.file(), wrapped.keyId(), last, key, random);
                });
            }
        } catch (RuntimeException failure) {
            // An old copy of the data, whose epoch's key is gone: a node that told so must not stand open.
            open.keys().close();
            throw failure;
        }
        destroyOld(open, last);
    }

    private void destroyOld(Unlocked open, int last) {
        open.epochs().headMap(last).keySet().forEach(number -> epochKeys.destroy(Kind.EPOCH, number));
        open.passing().headMap(last - 1).keySet().forEach(number -> epochKeys.destroy(Kind.PASSING, number));
        unlocked = new Unlocked(
                open.keys(),
                open.organisation(),
                open.epochs().tailMap(last, true),
                open.passing().tailMap(last - 1, true));
    }

    private byte[] openWith(char[] passphrase) {
        try {
            return organisationFile().open(passphrase, argon2id);
        } catch (SealBrokenException wrong) {
            throw new ProblemException(Problem.inField("trust.wrong-passphrase", "passphrase"));
        }
    }

    private static byte[] openWithCode(OrganisationKeyFile file, RecoveryCode code) {
        try {
            return file.open(code);
        } catch (SealBrokenException wrong) {
            throw new ProblemException(Problem.inField("trust.recovery-other", "code"));
        }
    }

    private OrganisationKeyFile organisationFile() {
        return OrganisationKeyFile.parse(folder.read(OrganisationKeyFile.NAME)
                .orElseThrow(() -> new ProblemException(Problem.of("trust.keys-missing"))));
    }

    private Unlocked held() {
        Unlocked held = unlocked;
        if (held == null) {
            throw new LockedException();
        }
        return held;
    }

    private static void checkLength(char[] passphrase) {
        if (passphrase.length < PASSPHRASE_LENGTH_MIN || passphrase.length > PASSPHRASE_LENGTH_MAX) {
            throw new ProblemException(Problem.inField("trust.passphrase-length", "passphrase")
                    .with("min", Integer.toString(PASSPHRASE_LENGTH_MIN)));
        }
    }

    private static NavigableMap<Integer, EpochKey> single(EpochKey key) {
        NavigableMap<Integer, EpochKey> map = new TreeMap<>();
        map.put(key.number(), key);
        return map;
    }
}
