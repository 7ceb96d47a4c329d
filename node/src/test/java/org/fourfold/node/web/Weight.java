package org.fourfold.node.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** How many bytes a page costs a browser that has nothing yet: the page and what it names, as they travel. */
public final class Weight {

    private static final Pattern NAMED = Pattern.compile("(?:src|href)=\"(/s/[^\"]+)\"");

    private Weight() {}

    /** Bytes of the bodies, compressed, of a page and its static files. */
    public static long ofPage(String address, String path, String cookies) {
        byte[] page = get(address + path, cookies);
        Set<String> files = new LinkedHashSet<>();
        String text = unpack(page);
        var named = NAMED.matcher(text);
        while (named.find()) {
            files.add(named.group(1));
        }
        return page.length
                + files.stream()
                        .mapToLong(file -> get(address + file, cookies).length)
                        .sum();
    }

    private static byte[] get(String uri, String cookies) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(uri)).header("Accept-Encoding", "gzip");
        if (!cookies.isEmpty()) {
            request.header("Cookie", cookies);
        }
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String unpack(byte[] body) {
        try (InputStream in = new java.util.zip.GZIPInputStream(new java.io.ByteArrayInputStream(body))) {
            return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        } catch (IOException e) {
            return new String(body, java.nio.charset.StandardCharsets.UTF_8);
        }
    }
}
