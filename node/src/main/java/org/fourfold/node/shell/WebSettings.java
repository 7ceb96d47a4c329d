package org.fourfold.node.shell;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The settings the web server runs with: sizes, threads, compression, an end that lets running requests finish. */
public final class WebSettings {

    /** Platform threads that answer requests (FRAME, Transactions). */
    public static final int REQUEST_THREADS = 16;

    /** Most bytes of a form without files. */
    public static final String FORM_SIZE_MAX = "2MB";

    /** Most bytes of one uploaded file, and of a form with files. */
    public static final String UPLOAD_SIZE_MAX = "64MB";

    /** All files of one form together: forty sheets of a month's calls. */
    public static final String UPLOADS_SIZE_MAX = "256MB";

    /** Files and fields of one form. */
    public static final int PARTS_MAX = 120;

    /** How long a connection stays that nobody uses: on it, and only there, the last page is still in memory. */
    public static final String IDLE_CONNECTION_MAX = "5s";

    private WebSettings() {}

    /**
     * Settings for a web server.
     *
     * @param address the interface to listen on: loopback, unless TLS or a declared proxy stands before it
     * @param port 0 for any free one
     * @param uploads a private folder inside the home
     */
    public static Map<String, Object> settings(String address, int port, Path uploads) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("server.address", address);
        settings.put("server.port", port);
        settings.put("server.shutdown", "graceful");
        settings.put("server.tomcat.threads.max", REQUEST_THREADS);
        settings.put("server.tomcat.threads.min-spare", 2);
        settings.put("server.tomcat.accept-count", 100);
        // Kept for another request, it would keep the page that it rendered last.
        settings.put("server.tomcat.processor-cache", 0);
        settings.put("server.tomcat.keep-alive-timeout", IDLE_CONNECTION_MAX);
        settings.put("server.tomcat.max-http-form-post-size", FORM_SIZE_MAX);
        settings.put("server.tomcat.max-part-count", PARTS_MAX);
        settings.put("server.tomcat.basedir", uploads.toString());
        settings.put("server.tomcat.mbeanregistry.enabled", false);
        settings.put("server.forward-headers-strategy", "none");
        settings.put("server.compression.enabled", true);
        settings.put(
                "server.compression.mime-types",
                "text/html,text/css,text/javascript,text/plain,text/csv,image/svg+xml,application/json");
        settings.put("server.compression.min-response-size", "1KB");
        settings.put("spring.servlet.multipart.location", uploads.toString());
        settings.put("spring.servlet.multipart.max-file-size", UPLOAD_SIZE_MAX);
        settings.put("spring.servlet.multipart.max-request-size", UPLOADS_SIZE_MAX);
        settings.put("spring.threads.virtual.enabled", false);
        settings.put("spring.lifecycle.timeout-per-shutdown-phase", "10s");
        settings.put("spring.web.resources.add-mappings", false);
        settings.put("spring.main.banner-mode", "off");
        settings.put("spring.main.log-startup-info", false);
        settings.put("spring.jmx.enabled", false);
        return settings;
    }
}
