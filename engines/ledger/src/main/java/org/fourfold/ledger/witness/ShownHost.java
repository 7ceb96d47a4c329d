package org.fourfold.ledger.witness;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.NoSuchFileException;
import java.time.Duration;

/**
 * A static host. Nothing is sent to it but the path asked for, and it is followed nowhere else: what it gives is believed
 * for its signatures only, so that the connexion need not be trusted.
 *
 * @param prefix ends with a slash
 */
record ShownHost(URI prefix) implements ShownPlace {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int FOUND = 200;
    private static final int ABSENT = 404;

    static boolean isPlain(URI address) {
        return address.getHost() != null
                && address.getRawUserInfo() == null
                && address.getRawQuery() == null
                && address.getRawFragment() == null;
    }

    @Override
    public byte[] read(String path) throws IOException {
        HttpRequest request =
                HttpRequest.newBuilder(prefix.resolve(path)).timeout(PATIENCE).build();
        try (HttpClient client = HttpClient.newBuilder()
                .connectTimeout(PATIENCE)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build()) {
            HttpResponse<byte[]> response =
                    client.send(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), FILE_BYTES_MAX));
            return switch (response.statusCode()) {
                case FOUND -> response.body();
                case ABSENT -> throw new NoSuchFileException(path);
                default -> throw new IOException("the host answers " + response.statusCode());
            };
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    @Override
    public String toString() {
        return prefix.toString();
    }
}
