package org.fourfold.node.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The static files, named by what they hold: {@code /s/<hash>/app.css} may be kept by a browser for ever, for another
 * content has another address. All are read at the start; together they stay under {@link #BYTES_MAX}.
 */
public final class Assets {

    /** The path under which they are served. */
    public static final String PREFIX = "/s/";

    private static final String FOLDER = "static/";
    private static final int HASH_CHARACTERS = 12;
    private static final long BYTES_MAX = 16L << 20;

    /** A file: its bytes, its media type, its address. */
    public static final class Asset {

        private final byte[] bytes;
        private final String hash;
        private final String name;

        private Asset(byte[] bytes, String name) {
            this.bytes = bytes;
            this.hash = sha256(bytes).substring(0, HASH_CHARACTERS);
            this.name = name;
        }

        public byte[] bytes() {
            return bytes.clone();
        }

        public int length() {
            return bytes.length;
        }

        public String name() {
            return name;
        }

        public String path() {
            return PREFIX + hash + "/" + name;
        }

        public String mediaType() {
            String ending = name.substring(name.lastIndexOf('.') + 1);
            return switch (ending) {
                case "css" -> "text/css;charset=UTF-8";
                case "js" -> "text/javascript;charset=UTF-8";
                case "svg" -> "image/svg+xml";
                case "json", "geojson", "topojson" -> "application/json";
                case "png" -> "image/png";
                case "ico" -> "image/x-icon";
                default -> "text/plain;charset=UTF-8";
            };
        }
    }

    private final Map<String, Asset> byName;

    private Assets(Map<String, Asset> byName) {
        this.byName = Map.copyOf(byName);
    }

    /** Reads every file under {@code static/} on the class path. */
    public static Assets read() {
        Map<String, Asset> read = new TreeMap<>();
        long bytes = 0;
        try {
            for (Resource resource : new PathMatchingResourcePatternResolver().getResources("classpath*:static/**")) {
                if (resource.isReadable() && !resource.getURI().toString().endsWith("/")) {
                    Asset asset = asset(resource);
                    bytes += asset.length();
                    read.put(asset.name(), asset);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (bytes > BYTES_MAX) {
            throw new IllegalStateException("the static files hold more than " + BYTES_MAX + " bytes");
        }
        return new Assets(read);
    }

    /** The address of a file; throws for a name there is not, so that a wrong name fails the first page's test. */
    public String path(String name) {
        Asset asset = byName.get(name);
        if (asset == null) {
            throw new IllegalArgumentException("no static file " + name);
        }
        return asset.path();
    }

    /** The file of that name and that content. */
    public Optional<Asset> find(String hash, String name) {
        return Optional.ofNullable(byName.get(name)).filter(asset -> asset.hash.equals(hash));
    }

    private static Asset asset(Resource resource) throws IOException {
        String uri = resource.getURI().toString();
        String name = uri.substring(uri.lastIndexOf("/" + FOLDER) + 1 + FOLDER.length());
        return new Asset(resource.getContentAsByteArray(), name);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
