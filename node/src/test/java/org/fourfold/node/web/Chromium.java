package org.fourfold.node.web;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The browser of this machine. Looked for at the usual places; one process for all tests of a run. */
final class Chromium {

    private static final List<String> PLACES = List.of(
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome",
            "/usr/bin/google-chrome-stable",
            "/snap/bin/chromium");
    private static final String NAMED = "FOURFOLD_CHROMIUM";
    private static final String REQUIRED = "FOURFOLD_BROWSER_TESTS";
    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private static @Nullable Browser started;

    private Chromium() {}

    /** The browser; without one the test is skipped and says how to get it, or fails where browser tests are required. */
    static synchronized Browser browser() {
        if (started == null) {
            Optional<Path> program = find();
            if (program.isEmpty()) {
                String how = "no Chromium found at " + PLACES + " nor in " + NAMED
                        + ": the browser tests are skipped. Install it (Debian: apt-get install chromium) or set "
                        + NAMED + " to its path.";
                if ("required".equals(System.getenv(REQUIRED))) {
                    throw new AssertionError(how);
                }
                assumeTrue(false, how);
            }
            started = start(program.orElseThrow());
        }
        return started;
    }

    private static Browser start(Path program) {
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(program)
                        .setArgs(ARGUMENTS)
                        .setHeadless(true));
        Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
        return browser;
    }

    private static Optional<Path> find() {
        String named = System.getenv(NAMED);
        if (named != null && !named.isBlank()) {
            return Optional.of(Path.of(named)).filter(Files::isExecutable);
        }
        return PLACES.stream().map(Path::of).filter(Files::isExecutable).findFirst();
    }
}
