package org.fourfold.node.shell;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import java.util.List;
import org.slf4j.LoggerFactory;

/**
 * Silences those loggers of the web server and of Spring whose lines quote what a visitor sent: an address nobody
 * answers, a request line that cannot be read, a parameter or a cookie with a wrong character, the message of an exception.
 * What went wrong in our own code stands in the log all the same, without any message ({@code shell.web.FaultLog}).
 */
public final class WebLogs {

    private static final List<String> QUOTING = List.of(
            "org.apache.coyote",
            "org.apache.tomcat.util.http",
            "org.apache.catalina.connector",
            "org.apache.catalina.core.ContainerBase",
            "org.springframework.web");

    private WebLogs() {}

    /** To be called once logging is set up, whoever set it up; another library than Logback is left as it is. */
    public static void silenceWhatQuotes() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            QUOTING.forEach(name -> context.getLogger(name).setLevel(Level.OFF));
        }
    }
}
