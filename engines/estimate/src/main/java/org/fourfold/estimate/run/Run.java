package org.fourfold.estimate.run;

/**
 * How an estimate is made: its seed, its threads, and who listens.
 *
 * @param seed where all chance begins; recorded in the result, so that anybody can make it again
 * @param threads from 1; how many there are changes the time and nothing else
 * @param listener told how far it is, and asked whether to go on
 */
public record Run(long seed, int threads, Listener listener) {

    /** Told how far an estimate is, now and then, from any of its threads. */
    public interface Listener {

        /**
         * Tells how far it is.
         *
         * @param stage what is being done, a word such as {@code bootstrap}
         * @param done how many of {@code total} steps are behind
         */
        void at(String stage, long done, long total);

        /** Whether whoever asked has given up: the estimate then ends with {@link Cancelled}. */
        default boolean isCancelled() {
            return false;
        }
    }

    /** An estimate that was given up; there is no part of an answer. */
    public static final class Cancelled extends RuntimeException {
        private static final long serialVersionUID = 1;

        Cancelled() {
            super("the estimate was cancelled");
        }
    }

    public Run {
        if (threads < 1) {
            throw new IllegalArgumentException("threads: " + threads + "; at least 1");
        }
    }

    /** One thread, and nobody listens. */
    public static Run of(long seed) {
        return new Run(seed, 1, (stage, done, total) -> {});
    }

    public Run with(int otherThreads) {
        return new Run(seed, otherThreads, listener);
    }

    /** Throws {@link Cancelled} when whoever asked has given up: called between steps of some milliseconds. */
    public void goOn() {
        if (listener.isCancelled()) {
            throw new Cancelled();
        }
    }
}
