package org.fourfold.node.shell.web;

import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpStatus;

/**
 * A page that says what went wrong and what to do. The words stand in the messages under {@code shell.error.<code>}.
 *
 * @param kind which page
 * @param pause how long to wait before the next try, where that is the mend
 * @param reference what to tell the person who looks after the node; it names a line of the log and nothing else
 * @param emergency whether the page leads to what goes on all the same: opening a file in an emergency
 */
public record ErrorPage(Kind kind, Optional<Duration> pause, Optional<String> reference, boolean emergency) {

    /** The errors a person may meet. 403 and 404 are one: the page does not tell whether the thing exists. */
    public enum Kind {
        UNREADABLE("unreadable", HttpStatus.BAD_REQUEST),
        NOT_HERE("not-here", HttpStatus.NOT_FOUND),
        WRONG_WAY("wrong-way", HttpStatus.METHOD_NOT_ALLOWED),
        CONFLICT("conflict", HttpStatus.CONFLICT),
        TOO_LARGE("too-large", HttpStatus.CONTENT_TOO_LARGE),
        TO_MEND("to-mend", HttpStatus.UNPROCESSABLE_CONTENT),
        TOO_MANY("too-many", HttpStatus.TOO_MANY_REQUESTS),
        FAULT("fault", HttpStatus.INTERNAL_SERVER_ERROR),
        BUSY("busy", HttpStatus.SERVICE_UNAVAILABLE);

        private final String code;
        private final HttpStatus status;

        Kind(String code, HttpStatus status) {
            this.code = code;
            this.status = status;
        }

        public String code() {
            return code;
        }

        public HttpStatus status() {
            return status;
        }

        /** The page for a status that the server itself gave, without an exception we know. */
        public static Kind of(int status) {
            return switch (status) {
                case 401, 403, 404, 410 -> NOT_HERE;
                case 405 -> WRONG_WAY;
                case 409 -> CONFLICT;
                case 413 -> TOO_LARGE;
                case 422 -> TO_MEND;
                case 429 -> TOO_MANY;
                case 502, 503, 504 -> BUSY;
                default -> status < 500 ? UNREADABLE : FAULT;
            };
        }
    }

    public static ErrorPage of(Kind kind) {
        return new ErrorPage(kind, Optional.empty(), Optional.empty(), false);
    }

    public ErrorPage waiting(Duration time) {
        return new ErrorPage(kind, Optional.of(time), reference, emergency);
    }

    public ErrorPage referring(String line) {
        return new ErrorPage(kind, pause, Optional.of(line), emergency);
    }

    public ErrorPage butInAnEmergency() {
        return new ErrorPage(kind, pause, reference, true);
    }

    public String titleKey() {
        return "shell.error." + kind.code() + ".title";
    }

    public String mendKey() {
        return "shell.error." + kind.code() + ".mend";
    }

    /** Whole seconds to wait, at least one. */
    public long pauseSeconds() {
        return Math.max(1, pause.map(Duration::toSeconds).orElse(1L));
    }
}
