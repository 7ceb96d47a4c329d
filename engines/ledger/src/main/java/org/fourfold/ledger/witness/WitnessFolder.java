package org.fourfold.ledger.witness;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.fourfold.ledger.note.SignatureCheck;
import org.fourfold.ledger.note.VerifierKey;
import org.fourfold.ledger.sign.SigningKey;
import org.fourfold.ledger.store.TileSource;
import org.fourfold.ledger.store.WholeFile;
import org.fourfold.ledger.witness.Sighting.Consistent;
import org.fourfold.ledger.witness.Sighting.Unreadable;
import org.fourfold.ledger.witness.Sighting.Why;

/**
 * Everything of a witness in one folder: its key, which only its user can read and which lies there in clear, for a witness
 * looks without anybody at the keyboard; and of each log what was seen last, and a mirror of its hashes below
 * {@code shown/}, with the checkpoint it cosigned. {@code shown/} may be put on any static host as it is.
 *
 * <p>One process at a time: the folder is locked until {@link #close}.
 */
public final class WitnessFolder implements AutoCloseable {

    private static final String KEY = "witness.key";
    private static final String LOCK = "witness.lock";
    private static final String LOG = "log";

    private final Path folder;
    private final SigningKey key;
    private final FileChannel lock;

    private WitnessFolder(Path folder, SigningKey key, FileChannel lock) {
        this.folder = folder;
        this.key = key;
        this.lock = lock;
    }

    /**
     * Draws a key; throws FileAlreadyExistsException where there is one.
     *
     * @param name of the key, which everybody will see: no spaces, no plus
     */
    public static VerifierKey create(Path folder, String name, SecureRandom random) throws IOException {
        Files.createDirectories(folder);
        Path file = folder.resolve(KEY);
        if (Files.exists(file)) {
            throw new FileAlreadyExistsException(file.toString());
        }
        try (SigningKey drawn = SigningKey.draw(name, VerifierKey.Type.COSIGNATURE, random)) {
            byte[] seed = drawn.seed();
            // Made empty and closed to others first, so that at no moment anybody else can read it.
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(
                    file, drawn.verifier() + "\n" + Base64.getEncoder().encodeToString(seed) + "\n");
            Arrays.fill(seed, (byte) 0);
            return drawn.verifier();
        }
    }

    /** Throws IOException where there is no key, where it is damaged, and where another process looks from here now. */
    public static WitnessFolder open(Path folder) throws IOException {
        SigningKey key = key(folder.resolve(KEY));
        FileChannel channel =
                FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock held = channel.tryLock();
            if (held != null) {
                return new WitnessFolder(folder, key, channel);
            }
        } catch (OverlappingFileLockException alsoHere) {
            // The same as held by another process.
        }
        channel.close();
        key.close();
        throw new IOException("another look from this folder is under way");
    }

    private static SigningKey key(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        try {
            VerifierKey verifier = VerifierKey.parse(lines.getFirst()).orElseThrow();
            SigningKey key = SigningKey.of(
                    verifier.name(),
                    VerifierKey.Type.COSIGNATURE,
                    Base64.getDecoder().decode(lines.get(1)));
            if (key.verifier().equals(verifier)) {
                return key;
            }
        } catch (RuntimeException damaged) {
            throw new IOException("the witness's key is damaged", damaged);
        }
        throw new IOException("the witness's key is damaged");
    }

    public VerifierKey key() {
        return key.verifier();
    }

    /** Where its mirrors and cosigned checkpoints are. */
    public Path shown() {
        return folder.resolve("shown");
    }

    /** From now on this log is looked at, there. */
    public void watch(WatchedLog log) throws IOException {
        WholeFile.write(memory(log).folder(), LOG, log.line().getBytes(StandardCharsets.UTF_8));
    }

    /** The logs it looks at, by their names. */
    public List<WatchedLog> logs() throws IOException {
        List<WatchedLog> logs = new ArrayList<>();
        try (Stream<Path> inside = Files.list(folder)) {
            for (Path file : inside.map(one -> one.resolve(LOG))
                    .filter(Files::isRegularFile)
                    .toList()) {
                logs.add(WatchedLog.parse(Files.readString(file))
                        .orElseThrow(() -> new IOException("which log it is, is damaged: " + file)));
            }
        }
        logs.sort((one, other) -> one.key().name().compareTo(other.key().name()));
        return logs;
    }

    /** Looks at one; what is consistent is mirrored and shown, and nothing else. */
    public Sighting look(WatchedLog log, SignatureCheck check, Instant now) throws IOException {
        Optional<ShownPlace> place = ShownPlace.parse(log.place());
        if (place.isEmpty()) {
            return new Unreadable(Why.AWAY);
        }
        TileSource source = place.get().of(log.key().name());
        Sighting sighting = new Witness(folder, key, check).look(source, log.key(), now);
        if (sighting instanceof Consistent consistent) {
            try {
                var _ = new Mirror(
                                source,
                                shown().resolve(ShownPlace.prefix(log.key().name())))
                        .update(consistent.cosigned());
            } catch (IOException notWhole) {
                return new Unreadable(Why.TILES);
            }
        }
        return sighting;
    }

    private Memory memory(WatchedLog log) {
        return new Memory(folder, log.key());
    }

    @Override
    public void close() throws IOException {
        key.close();
        lock.close();
    }
}
