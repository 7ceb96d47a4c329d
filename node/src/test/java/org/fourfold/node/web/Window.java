package org.fourfold.node.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.ReducedMotion;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.fourfold.node.shell.Languages;

/**
 * A browser window that holds a page to the house rules. Closing it fails when anything broke the content security
 * policy, wrote an error to the console, failed in a script, or asked a host beyond loopback.
 */
public final class Window implements AutoCloseable {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final int HEIGHT = 800;
    private static final double PATIENCE_MS = 30_000;
    private static final List<String> WCAG_2_2_AA =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    private final BrowserContext context;
    private final Page page;
    private final Look look;
    private final List<String> faults = new CopyOnWriteArrayList<>();
    private boolean statusesExpected;
    private boolean networkGone;

    private Window(BrowserContext context, Look look) {
        this.context = context;
        this.look = look;
        context.addInitScript("document.addEventListener('securitypolicyviolation', (e) => "
                + "console.error('CSP ' + e.violatedDirective + ' ' + e.blockedURI));");
        this.page = context.newPage();
        page.setDefaultTimeout(PATIENCE_MS);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !expected(message.text())) {
                faults.add("console: " + message.text());
            }
        });
        page.onPageError(error -> faults.add("script: " + error));
        context.onRequest(request -> {
            if (!local(request)) {
                faults.add("beyond loopback: " + request.url());
            }
        });
    }

    /** Set to {@code yes}, pictures are taken: {@code ./fourfold test -Dtest.options=-Dfourfold.pictures=yes}. */
    private static final String PICTURES = "fourfold.pictures";

    /** A fresh window on the node at the address, in the look's language. */
    public static Window open(String address, Look look) {
        return open(address, look, true);
    }

    /** The same with or without scripts. */
    public static Window open(String address, Look look, boolean scripts) {
        BrowserContext context = Chromium.browser()
                .newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                        .setBaseURL(address)
                        .setViewportSize(look.widthPixels(), HEIGHT)
                        .setColorScheme(look.scheme())
                        .setReducedMotion(ReducedMotion.REDUCE)
                        .setJavaScriptEnabled(scripts)
                        .setLocale(look.language().tag()));
        context.addCookies(List.of(new Cookie(Languages.COOKIE, look.language().tag()).setUrl(address)));
        return new Window(context, look);
    }

    public Page page() {
        return page;
    }

    /** Opens a path and returns the answer's status. Answers that are errors on purpose are expected from now on. */
    public int visit(String path) {
        statusesExpected = true;
        Response response = page.navigate(path);
        return response == null ? 0 : response.status();
    }

    /** Cuts the network, or gives it back. */
    public void offline(boolean gone) {
        networkGone = gone || networkGone;
        context.setOffline(gone);
    }

    /** Checks what every page must keep: accessible, no sideways scroll, leaving in reach; and takes its picture. */
    public void holdToTheRules(String name) {
        noSidewaysScroll();
        // As tall as the page: what stands still at the edges would else lie over a part of it, in picture and check.
        Object height = page.evaluate("document.documentElement.scrollHeight");
        page.setViewportSize(look.widthPixels(), Math.max(HEIGHT, ((Number) height).intValue()));
        picture(name);
        accessible(name);
        page.setViewportSize(look.widthPixels(), HEIGHT);
    }

    /** WCAG 2.2 AA by axe. */
    public void accessible(String name) {
        AxeRunOptions options = new AxeRunOptions();
        // What is wrong comes whole; of what is well, axe need not describe every element.
        options.setResultTypes(List.of("violations"));
        AxeResults results = new AxeBuilder(page)
                .options(options)
                // Our pages have no frames; without this, each check opens a second page to gather its one result.
                .setLegacyMode(true)
                .withTags(WCAG_2_2_AA)
                .analyze();
        assertThat(results.getViolations().stream()
                        .map(rule -> name + " " + look.suffix() + ": " + rule.getId() + " " + rule.getHelp() + " at "
                                + rule.getNodes().stream()
                                        .map(node -> node.getHtml() + " " + node.getFailureSummary())
                                        .toList())
                        .toList())
                .isEmpty();
    }

    /** The page itself never scrolls sideways. */
    public void noSidewaysScroll() {
        Object wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertThat(((Number) wide).intValue())
                .as("pixels the page is too wide at %s", look.suffix())
                .isLessThanOrEqualTo(0);
    }

    /** The way out is wholly within the window. */
    public void leavingIsInReach() {
        Object inside = page.evaluate(
                "(() => { const b = document.querySelector('[data-leave]').getBoundingClientRect();"
                        + " return b.left >= 0 && b.top >= 0 && b.right <= innerWidth && b.bottom <= innerHeight && b.height >= 24; })()");
        assertThat(inside).as("leaving is wholly visible at %s", look.suffix()).isEqualTo(true);
    }

    /** Keeps a picture of the whole page under target/screenshots, where pictures were asked for: each costs time. */
    public void picture(String name) {
        if (!"yes".equals(System.getProperty(PICTURES))) {
            return;
        }
        try {
            Files.createDirectories(SCREENSHOTS);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(SCREENSHOTS.resolve(name + "-" + look.suffix() + ".png")));
    }

    @Override
    public void close() {
        context.close();
        assertThat(faults).as("faults seen by the browser").isEmpty();
    }

    private boolean expected(String message) {
        boolean status = message.startsWith("Failed to load resource: the server responded with a status of");
        boolean network = message.contains("net::ERR_INTERNET_DISCONNECTED");
        // A page from the disk: axe asks for its style sheet once more, which the browser bars for every script.
        boolean axeOnDisk = page.url().startsWith("file:")
                && (message.startsWith("Access to XMLHttpRequest at 'file:") || message.contains("net::ERR_FAILED"));
        return (status && statusesExpected)
                || axeOnDisk
                || (networkGone && (network || message.contains("Failed to fetch")));
    }

    private static boolean local(Request request) {
        String url = request.url();
        if (url.startsWith("data:") || url.startsWith("blob:") || url.startsWith("about:") || url.startsWith("file:")) {
            return true;
        }
        String host = URI.create(url).getHost();
        return "127.0.0.1".equals(host) || "localhost".equals(host);
    }

    /** Leaves at once, and waits for the node's own page: the address alone changes before the node was asked. */
    public void leave() {
        var loaded = new java.util.concurrent.atomic.AtomicBoolean();
        page().onLoad(page -> loaded.set(true));
        page().locator("[data-leave]").click();
        page().waitForCondition(loaded::get);
    }
}
