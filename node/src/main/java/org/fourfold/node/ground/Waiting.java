package org.fourfold.node.ground;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for a condition that no one announces, with a limit. */
final class Waiting {

    private Waiting() {}

    /** Whether the condition came true within the limit. An interrupt ends the wait and is kept. */
    static boolean until(BooleanSupplier condition, Duration limit, Duration pause) {
        long start = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - start > limit.toNanos()) {
                return false;
            }
            try {
                Thread.sleep(pause);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return condition.getAsBoolean();
            }
        }
        return true;
    }
}
