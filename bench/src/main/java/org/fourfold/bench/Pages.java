package org.fourfold.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Fifty members open case files one after another without thinking time, over HTTP on loopback, against a demonstration
 * node. Every view is an audited, fsynced, row-secured commit.
 *
 * <p>Arguments: base address, sign-in name, password, seconds. Pages are those the member's list links to.
 */
final class Pages {

    private static final int MEMBERS = 50;
    private static final double AIM_MILLIS = 200;
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern FILE = Pattern.compile("href=\"(/files/[0-9a-f-]{36})\"");

    private final URI base;
    private final String name;
    private final String password;
    private final AtomicInteger errors = new AtomicInteger();

    private Pages(URI base, String name, String password) {
        this.base = base;
        this.name = name;
        this.password = password;
    }

    static void main(String... arguments) throws Exception {
        Pages pages = new Pages(URI.create(arguments[0]), arguments[1], arguments[2]);
        pages.measure(Duration.ofSeconds(Long.parseLong(arguments[3])));
    }

    private void measure(Duration length) throws Exception {
        System.out.println(Machine.line(Path.of(System.getProperty("java.io.tmpdir"))));
        try (ExecutorService members = Executors.newFixedThreadPool(MEMBERS)) {
            List<HttpClient> clients = signedIn();
            List<String> files = files(clients.getFirst());
            System.out.println(clients.size() + " sessions, " + files.size() + " files");
            long begun = System.nanoTime();
            List<Future<List<Long>>> running = new ArrayList<>();
            for (int i = 0; i < clients.size(); i++) {
                HttpClient client = clients.get(i);
                int first = i;
                running.add(members.submit(() -> views(client, files, first, begun + length.toNanos())));
            }
            List<Long> nanos = new ArrayList<>();
            for (Future<List<Long>> each : running) {
                nanos.addAll(each.get());
            }
            double seconds = (System.nanoTime() - begun) / 1e9;
            Percentiles all =
                    new Percentiles(nanos.stream().mapToLong(Long::longValue).toArray());
            System.out.println(all.line("pages at " + MEMBERS + " members", AIM_MILLIS));
            System.out.printf(Locale.ROOT, "%.0f pages a second, %d errors%n", nanos.size() / seconds, errors.get());
            System.out.println(Machine.load());
        }
    }

    /** One after another: a password is costly to check on purpose, and many at once are turned away. */
    private List<HttpClient> signedIn() throws IOException, InterruptedException {
        List<HttpClient> clients = new ArrayList<>();
        for (int i = 0; i < MEMBERS; i++) {
            clients.add(signIn());
        }
        return clients;
    }

    private HttpClient signIn() throws IOException, InterruptedException {
        HttpClient client = HttpClient.newBuilder()
                .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
                .followRedirects(HttpClient.Redirect.NORMAL)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
        Matcher token = TOKEN.matcher(get(client, "/sign-in"));
        if (!token.find()) {
            throw new IOException("no form at /sign-in");
        }
        String form = Map.of("_csrf", token.group(1), "name", name, "password", password).entrySet().stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpRequest request = HttpRequest.newBuilder(base.resolve("/sign-in"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != 200 || answer.uri().getPath().equals("/sign-in")) {
            throw new IOException("sign-in was refused");
        }
        return client;
    }

    private List<String> files(HttpClient client) throws IOException, InterruptedException {
        List<String> files = FILE.matcher(get(client, "/files"))
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();
        if (files.isEmpty()) {
            throw new IOException("this member has no files");
        }
        return files;
    }

    private List<Long> views(HttpClient client, List<String> files, int first, long end) {
        List<Long> nanos = new ArrayList<>();
        for (int i = first; System.nanoTime() < end; i++) {
            long begun = System.nanoTime();
            try {
                if (!get(client, files.get(i % files.size())).contains("</html>")) {
                    errors.incrementAndGet();
                }
            } catch (IOException e) {
                errors.incrementAndGet();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return nanos;
            }
            nanos.add(System.nanoTime() - begun);
        }
        return nanos;
    }

    private String get(HttpClient client, String path) throws IOException, InterruptedException {
        var answer = client.send(HttpRequest.newBuilder(base.resolve(path)).build(), BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(path.replaceAll("[0-9a-f-]{36}", "…") + " answered " + answer.statusCode());
        }
        return answer.body();
    }
}
