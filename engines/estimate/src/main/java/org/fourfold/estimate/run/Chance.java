package org.fourfold.estimate.run;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Random numbers, one stream for each place of use: a stream depends on the seed and on where it is used (which part, which
 * replicate), never on which thread came first.
 *
 * <p>The place is mixed into the seed by SplitMix64's finaliser (Steele, Lea, Flood 2014), and the stream is the JDK's
 * L64X128MixRandom (Steele, Vigna 2021).
 */
public final class Chance {

    private static final RandomGeneratorFactory<RandomGenerator> FACTORY =
            RandomGeneratorFactory.of("L64X128MixRandom");
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private Chance() {}

    /**
     * The stream of one place of use.
     *
     * @param part which use of chance in one estimate, a number of its own for each
     * @param index which replicate, chain or draw of it
     */
    public static RandomGenerator stream(long seed, int part, long index) {
        return FACTORY.create(mixed(mixed(mixed(seed) + part * GOLDEN) + index * GOLDEN));
    }

    private static long mixed(long value) {
        long z = value + GOLDEN;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
