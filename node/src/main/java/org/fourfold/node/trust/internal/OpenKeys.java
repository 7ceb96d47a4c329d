package org.fourfold.node.trust.internal;

import java.util.Arrays;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.fourfold.node.frame.LockedException;

/**
 * The time between an unlock and the next lock. Every secret kept in memory is itself sealed under one random key of this
 * time; closing overwrites that one key, and with it every secret handed out is dead, whoever holds it.
 *
 * <p>Threads: safe. A secret in use delays {@link #close} for the microseconds of that use, so that nothing is ever
 * sealed with a key that is half overwritten.
 */
public final class OpenKeys implements AutoCloseable {

    private static final byte[] NOTHING = new byte[0];

    private final ReentrantReadWriteLock gate = new ReentrantReadWriteLock();
    private final byte[] mask = new byte[AesGcm.KEY_BYTES];
    private final RandomGenerator random;
    private boolean closed;

    public OpenKeys(RandomGenerator random) {
        this.random = random;
        random.nextBytes(mask);
    }

    /** Takes a secret over: it is sealed here and the given bytes are overwritten. */
    public Secret keep(byte[] secret) {
        return underGate(() -> {
            byte[] hidden = AesGcm.seal(mask, random, NOTHING, secret);
            Arrays.fill(secret, (byte) 0);
            return new Secret(this, hidden);
        });
    }

    <T> T use(byte[] hidden, Function<byte[], T> work) {
        return underGate(() -> {
            byte[] secret = AesGcm.open(mask, NOTHING, hidden);
            try {
                return work.apply(secret);
            } finally {
                Arrays.fill(secret, (byte) 0);
            }
        });
    }

    public boolean isClosed() {
        gate.readLock().lock();
        try {
            return closed;
        } finally {
            gate.readLock().unlock();
        }
    }

    @Override
    public void close() {
        gate.writeLock().lock();
        try {
            closed = true;
            Arrays.fill(mask, (byte) 0);
        } finally {
            gate.writeLock().unlock();
        }
    }

    private <T> T underGate(java.util.function.Supplier<T> work) {
        gate.readLock().lock();
        try {
            if (closed) {
                throw new LockedException();
            }
            return work.get();
        } finally {
            gate.readLock().unlock();
        }
    }
}
