package org.fourfold.node.access;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;

/** A browser of the simplest kind: cookies and forms, no scripts. Follows no redirects. */
public final class WebVisitor implements AutoCloseable {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final CookieManager cookies = new CookieManager();
    private final HttpClient client;
    private final String origin;
    private final List<HttpResponse<String>> answers = new CopyOnWriteArrayList<>();

    public WebVisitor(int port) {
        this.origin = "http://localhost:" + port;
        this.client = HttpClient.newBuilder().cookieHandler(cookies).build();
    }

    /** One who comes by TLS and trusts what the context trusts. */
    public WebVisitor(String origin, SSLContext trust) {
        this.origin = origin;
        this.client =
                HttpClient.newBuilder().cookieHandler(cookies).sslContext(trust).build();
    }

    /** Opens a page. */
    public HttpResponse<String> open(String path) {
        return send(HttpRequest.newBuilder(URI.create(origin + path)).GET().build());
    }

    /** Sends a form with the token of the page at {@code from}. */
    public HttpResponse<String> send(String from, String action, Map<String, String> fields) {
        Matcher token = TOKEN.matcher(open(from).body());
        Map<String, String> all = new java.util.LinkedHashMap<>(fields);
        if (token.find()) {
            all.put("_csrf", token.group(1));
        }
        return post(action, all);
    }

    /** Sends a form as it is given. */
    public HttpResponse<String> post(String action, Map<String, String> fields) {
        return post(action, List.copyOf(fields.entrySet()));
    }

    /** The same with fields of which there are several of one name. */
    public HttpResponse<String> post(String action, List<Map.Entry<String, String>> fields) {
        String body = fields.stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(URI.create(origin + action))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", origin)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    /** Sends a form with one file, with the token of the page at {@code from}. */
    public HttpResponse<String> upload(
            String from, String action, Map<String, String> fields, String fileName, String content) {
        return upload(from, action, fields, fileName, content.getBytes(StandardCharsets.UTF_8));
    }

    /** The same with any bytes. */
    public HttpResponse<String> upload(
            String from, String action, Map<String, String> fields, String fileName, byte[] content) {
        Map<String, String> all = new java.util.LinkedHashMap<>(fields);
        Matcher token = TOKEN.matcher(open(from).body());
        if (token.find()) {
            all.put("_csrf", token.group(1));
        }
        StringBuilder body = new StringBuilder();
        all.forEach((name, value) -> body.append("--part\r\nContent-Disposition: form-data; name=\"")
                .append(name)
                .append("\"\r\n\r\n")
                .append(value)
                .append("\r\n"));
        body.append("--part\r\nContent-Disposition: form-data; name=\"file\"; filename=\"")
                .append(fileName)
                .append("\"\r\nContent-Type: text/csv\r\n\r\n");
        return send(HttpRequest.newBuilder(URI.create(origin + action))
                .header("Content-Type", "multipart/form-data; boundary=part")
                .header("Origin", origin)
                .POST(HttpRequest.BodyPublishers.concat(
                        HttpRequest.BodyPublishers.ofString(body.toString()),
                        HttpRequest.BodyPublishers.ofByteArray(content),
                        HttpRequest.BodyPublishers.ofString("\r\n--part--\r\n")))
                .build());
    }

    /** Everything that was answered to this visitor. */
    public List<HttpResponse<String>> answers() {
        return List.copyOf(answers);
    }

    public HttpResponse<String> signIn(String name, String password) {
        return send("/sign-in", "/sign-in", Map.of("name", name, "password", password));
    }

    public Optional<String> cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst();
    }

    /** Puts a cookie back, as a browser does that never heard of its end. */
    public void keep(String name, String value) {
        HttpCookie cookie = new HttpCookie(name, value);
        cookie.setPath("/");
        cookie.setVersion(0);
        cookies.getCookieStore().add(URI.create(origin), cookie);
    }

    public void forget(String name) {
        cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .toList()
                .forEach(cookie -> cookies.getCookieStore().remove(null, cookie));
    }

    public void forgetCookies() {
        cookies.getCookieStore().removeAll();
    }

    /** Where an answer leads to. */
    public static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            answers.add(answer);
            return answer;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
