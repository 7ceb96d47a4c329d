package org.fourfold.node.access.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;

/**
 * Password hashes: Argon2id (RFC 9106) with 19 MiB and two passes, the smallest setting OWASP names, since the node runs
 * in 128 MB. Two at a time; a few wait; the rest are told to come back, so that sign-ins cannot eat the machine.
 *
 * <p>Threads: safe. Errors: {@code access.sign-in-busy} as a {@link ProblemException}.
 */
public final class Argon2 {

    static final int AT_ONCE = 2;
    static final int WAITING_MAX = 16;
    static final int WAIT_SECONDS_MAX = 10;

    private static final int MEMORY_KIB = 19 * 1024;
    private static final int PASSES = 2;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final Pattern FORM =
            Pattern.compile("\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,2}),p=1\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");

    private final RandomGenerator random;
    private final Semaphore lanes = new Semaphore(AT_ONCE, true);
    private final AtomicLong done = new AtomicLong();
    private final String nobody;

    public Argon2(RandomGenerator random) {
        this.random = random;
        byte[] salt = new byte[SALT_BYTES];
        byte[] hash = new byte[HASH_BYTES];
        random.nextBytes(salt);
        random.nextBytes(hash);
        this.nobody = encoded(MEMORY_KIB, PASSES, salt, hash);
    }

    /** The hash to compare with when there is no member: costs the same, and no password fits it. */
    public String nobody() {
        return nobody;
    }

    /** Hashes a new password with a fresh salt. */
    public String encode(String password) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return encoded(MEMORY_KIB, PASSES, salt, hash(password, salt, MEMORY_KIB, PASSES, HASH_BYTES));
    }

    /** Whether the password fits; takes as long when it does not. */
    public boolean matches(String password, String encoded) {
        Matcher form = FORM.matcher(encoded);
        if (!form.matches()) {
            throw new IllegalArgumentException("not an Argon2id hash");
        }
        byte[] salt = Base64.getDecoder().decode(form.group(3));
        byte[] expected = Base64.getDecoder().decode(form.group(4));
        byte[] actual =
                hash(password, salt, Integer.parseInt(form.group(1)), Integer.parseInt(form.group(2)), expected.length);
        return MessageDigest.isEqual(expected, actual);
    }

    /** How many hashes were made since the start: lets a test see that an unknown name costs the same work. */
    public long done() {
        return done.get();
    }

    private byte[] hash(String password, byte[] salt, int memoryKib, int passes, int length) {
        enter();
        try {
            var parameters = new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                    .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                    .withMemoryAsKB(memoryKib)
                    .withIterations(passes)
                    .withParallelism(1)
                    .withSalt(salt)
                    .build();
            var generator = new Argon2BytesGenerator();
            generator.init(parameters);
            byte[] hash = new byte[length];
            generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), hash);
            done.incrementAndGet();
            return hash;
        } finally {
            lanes.release();
        }
    }

    private void enter() {
        boolean entered = false;
        try {
            entered = lanes.getQueueLength() < WAITING_MAX && lanes.tryAcquire(WAIT_SECONDS_MAX, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!entered) {
            throw new ProblemException(Problem.of("access.sign-in-busy"));
        }
    }

    private static String encoded(int memoryKib, int passes, byte[] salt, byte[] hash) {
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=" + memoryKib + ",t=" + passes + ",p=1$" + base64.encodeToString(salt) + "$"
                + base64.encodeToString(hash);
    }
}
