package org.fourfold.command;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeAndTimeBasedRollingPolicy;
import ch.qos.logback.core.util.FileSize;
import java.nio.file.Path;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/**
 * The node's log: {@code node.log} in the home's folder of logs, turned over daily and by size, kept for a while. The
 * terminal gets none of it: what a person must know is told there in words.
 */
final class Logs {

    private static final FileSize SIZE_MAX = FileSize.valueOf("10MB");
    private static final FileSize SIZE_ALL_MAX = FileSize.valueOf("200MB");
    private static final int DAYS_KEPT = 30;
    private static final String PATTERN = "%d{yyyy-MM-dd'T'HH:mm:ss.SSS'Z',UTC} %-5level %logger{30} - %msg%n%ex";

    private Logs() {}

    /** Sends everything that is logged from now on into the folder. */
    static void into(Path folder) {
        // Boot would configure the logging once more, with the terminal in it.
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.reset();
        RollingFileAppender<ILoggingEvent> file = new RollingFileAppender<>();
        file.setContext(context);
        file.setFile(folder.resolve("node.log").toString());
        SizeAndTimeBasedRollingPolicy<ILoggingEvent> rolling = new SizeAndTimeBasedRollingPolicy<>();
        rolling.setContext(context);
        rolling.setParent(file);
        rolling.setFileNamePattern(
                folder.resolve("node.%d{yyyy-MM-dd,UTC}.%i.log.gz").toString());
        rolling.setMaxFileSize(SIZE_MAX);
        rolling.setTotalSizeCap(SIZE_ALL_MAX);
        rolling.setMaxHistory(DAYS_KEPT);
        rolling.start();
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern(PATTERN);
        encoder.start();
        file.setRollingPolicy(rolling);
        file.setEncoder(encoder);
        file.start();
        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.INFO);
        root.addAppender(file);
    }
}
