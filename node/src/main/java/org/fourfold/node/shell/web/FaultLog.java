package org.fourfold.node.shell.web;

import java.util.Arrays;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes a fault to the log as class names and places in the code, never an exception's message, and gives it a short
 * reference that the person who met it can pass on.
 */
public final class FaultLog {

    private static final Logger LOG = LoggerFactory.getLogger(FaultLog.class);
    private static final int CAUSES_MAX = 5;
    private static final int FRAMES_MAX = 12;
    private static final int REFERENCE_BOUND = 36 * 36 * 36 * 36 * 36;
    private static final int REFERENCE_RADIX = 36;

    private final RandomGenerator random;

    public FaultLog(RandomGenerator random) {
        this.random = random;
    }

    /** Logs the fault; the reference of its line. */
    public String write(Throwable failure) {
        String reference = Integer.toString(random.nextInt(REFERENCE_BOUND), REFERENCE_RADIX)
                .toUpperCase(Locale.ROOT);
        LOG.error("fault {}: {}", reference, places(failure));
        return reference;
    }

    private static String places(Throwable failure) {
        StringBuilder text = new StringBuilder();
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < CAUSES_MAX; depth++) {
            text.append(depth == 0 ? "" : " caused by ").append(cause.getClass().getName());
            text.append(Arrays.stream(cause.getStackTrace())
                    .limit(FRAMES_MAX)
                    .map(frame -> frame.getClassName() + "." + frame.getMethodName() + ":" + frame.getLineNumber())
                    .collect(Collectors.joining(" < ", " at ", "")));
            cause = cause.getCause();
        }
        return text.toString();
    }
}
