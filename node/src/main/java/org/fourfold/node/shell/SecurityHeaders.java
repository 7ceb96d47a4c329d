package org.fourfold.node.shell;

import java.util.Map;

/**
 * The headers of every answer, in one place. The frame's own filter sets them before the security chain runs, so that
 * also a refusal carries them; the chain need not, and must not, set others.
 */
public final class SecurityHeaders {

    public static final String CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "img-src 'self' data:; media-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; "
            + "base-uri 'none'";

    /** For pages: nothing is kept, neither by the browser nor by a proxy. */
    public static final String NO_STORE = "no-store";

    /** For static files, whose address changes with their content. */
    public static final String KEEP_FOR_EVER = "public, max-age=31536000, immutable";

    /** When somebody leaves: what the browser kept of this origin goes. */
    public static final String CLEAR_SITE_DATA = "\"cache\", \"cookies\", \"storage\"";

    /** Header names and values for every answer. */
    public static final Map<String, String> ALL = Map.of(
            "Content-Security-Policy", CONTENT_SECURITY_POLICY,
            "Referrer-Policy", "no-referrer",
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin",
            "Permissions-Policy", "camera=(), microphone=(), geolocation=(), interest-cohort=()",
            "X-Robots-Tag", "noindex, nofollow",
            "Cache-Control", NO_STORE);

    private SecurityHeaders() {}
}
