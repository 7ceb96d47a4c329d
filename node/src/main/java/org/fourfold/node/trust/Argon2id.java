package org.fourfold.node.trust;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;

/**
 * Argon2id (RFC 9106, version 1.3) for passphrases and passwords. It takes much memory by design, so two run at a time and
 * a bounded number wait; one node has one instance, shared by unlocking and signing in. Threads: safe.
 */
public final class Argon2id {

    public static final int AT_A_TIME_MAX = 2;
    public static final int WAITING_MAX = 16;
    public static final int SALT_BYTES = 16;

    private static final int UTF8_BYTES_MAX = 3;

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** What a guess costs: memory in KiB, passes over it, lanes. Stored beside what it made, so that it can grow. */
    public record Cost(int memoryKib, int passes, int lanes) {

        /** The organisation's passphrase, given once a start: it guards everything on a stolen disk. */
        public static final Cost PASSPHRASE = new Cost(32 * 1024, 4, 1);

        /** A member's password, at each sign-in. */
        public static final Cost PASSWORD = new Cost(19 * 1024, 2, 1);

        private static final int MEMORY_KIB_MAX = 256 * 1024;
        private static final int PASSES_MAX = 64;

        public Cost {
            if (memoryKib < 8 * lanes || memoryKib > MEMORY_KIB_MAX || passes < 1 || passes > PASSES_MAX || lanes < 1) {
                throw new IllegalArgumentException("a cost of Argon2id out of its bounds");
            }
        }
    }

    private final Cost passphrase;
    private final Semaphore running = new Semaphore(AT_A_TIME_MAX, true);
    private final AtomicInteger waiting = new AtomicInteger();

    public Argon2id() {
        this(Cost.PASSPHRASE);
    }

    /** With another cost for new passphrases. */
    public Argon2id(Cost passphrase) {
        this.passphrase = passphrase;
    }

    /** What a new passphrase is made to cost. */
    public Cost passphrase() {
        return passphrase;
    }

    /** 256 bits from a passphrase. The caller overwrites passphrase and result. Refuses when too many wait. */
    public byte[] stretch(char[] passphrase, byte[] salt, Cost cost) {
        acquire();
        byte[] secret = bytes(passphrase);
        try {
            var generator = new Argon2BytesGenerator();
            generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                    .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                    .withMemoryAsKB(cost.memoryKib())
                    .withIterations(cost.passes())
                    .withParallelism(cost.lanes())
                    .withSalt(salt)
                    .build());
            byte[] key = new byte[32];
            generator.generateBytes(secret, key);
            return key;
        } finally {
            Arrays.fill(secret, (byte) 0);
            running.release();
        }
    }

    private void acquire() {
        try {
            if (waiting.incrementAndGet() > WAITING_MAX
                    || !running.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new ProblemException(Problem.of("trust.busy"));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProblemException(Problem.of("trust.busy"));
        } finally {
            waiting.decrementAndGet();
        }
    }

    /** UTF-8 of the composed form: one keyboard writes ñ as one sign, another as two. */
    private static byte[] bytes(char[] passphrase) {
        CharSequence typed = CharBuffer.wrap(passphrase);
        CharSequence composed = Normalizer.isNormalized(typed, Normalizer.Form.NFC)
                ? typed
                : Normalizer.normalize(typed, Normalizer.Form.NFC);
        byte[] room = new byte[composed.length() * UTF8_BYTES_MAX];
        ByteBuffer encoded = ByteBuffer.wrap(room);
        StandardCharsets.UTF_8
                .newEncoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .encode(CharBuffer.wrap(composed), encoded, true);
        byte[] bytes = Arrays.copyOf(room, encoded.position());
        Arrays.fill(room, (byte) 0);
        return bytes;
    }
}
