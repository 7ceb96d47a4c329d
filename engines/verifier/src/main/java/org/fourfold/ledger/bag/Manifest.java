package org.fourfold.ledger.bag;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.fourfold.ledger.tree.Hash;

/** One manifest: its lines first, then what is listed and not there, then what is there and not listed. */
final class Manifest {

    private static final int DIGEST = 64;
    private static final int LINE_MAX = 4_096;

    private final Container container;
    private final String name;
    private final boolean isPayload;
    private final Set<String> absent = new HashSet<>();
    private long lines;

    Manifest(Container container, String name) {
        this.container = container;
        this.name = name;
        this.isPayload = name.equals(BagIt.MANIFEST);
    }

    void check() throws FaultException {
        BagFile manifest = container.find(name);
        if (manifest == null) {
            throw FaultException.at("bag.missing", name);
        }
        try (InputStream in = new BufferedInputStream(container.open(manifest), 1 << 16)) {
            lines(in);
        } catch (IOException e) {
            throw Container.unreadable(manifest);
        }
        if (!absent.isEmpty()) {
            throw FaultException.at("bag.absent", new TreeSet<>(absent).first());
        }
        for (BagFile file : container.files()) {
            boolean isMine = file.path().startsWith(BagIt.DATA) == isPayload
                    && !file.path().equals(BagIt.TAG_MANIFEST);
            if (isMine && file.listed == null) {
                throw FaultException.at("bag.unlisted", file.path());
            }
        }
    }

    /** A line ends with LF or CRLF, the last one too: one byte less is seen. */
    private void lines(InputStream in) throws IOException, FaultException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        boolean isAfterReturn = false;
        int c;
        while ((c = in.read()) >= 0) {
            if (c == '\n') {
                line(Octets.of(line.toByteArray()));
                line.reset();
                isAfterReturn = false;
                continue;
            }
            boolean isReturn = c == '\r';
            if (isAfterReturn || (!isReturn && line.size() == LINE_MAX)) {
                lines++;
                throw malformed();
            }
            isAfterReturn = isReturn;
            if (!isReturn) {
                line.write(c);
            }
        }
        if (line.size() > 0 || isAfterReturn) {
            lines++;
            throw malformed();
        }
    }

    private void line(String line) throws FaultException {
        lines++;
        int at = DIGEST;
        while (at < line.length() && (line.charAt(at) == ' ' || line.charAt(at) == '\t')) {
            at++;
        }
        Hash digest = at > DIGEST
                ? Hash.fromHex(line.substring(0, DIGEST).toLowerCase(Locale.ROOT))
                        .orElse(null)
                : null;
        String path = unescaped(line.substring(Math.min(at, line.length())));
        if (digest == null || path.isEmpty()) {
            throw malformed();
        }
        if (lines > Container.FILES_MAX) {
            throw FaultException.at("bag.limit", name);
        }
        if (!Octets.isSafe(path) || path.startsWith(BagIt.DATA) != isPayload || path.equals(BagIt.TAG_MANIFEST)) {
            throw FaultException.at("bag.path", name + ":" + lines);
        }
        BagFile file = container.find(path);
        boolean isSecond = file == null ? !absent.add(path) : file.listed != null;
        if (isSecond) {
            throw FaultException.at("bag.duplicate", name + ":" + lines);
        }
        if (file != null) {
            file.listed = digest;
        }
    }

    private FaultException malformed() {
        return FaultException.at("bag.malformed", name + ":" + lines);
    }

    /** Only the three that RFC 8493, 2.1.3 names; empty where a percent sign stands for anything else. */
    private static String unescaped(String path) {
        StringBuilder plain = new StringBuilder(path.length());
        for (int i = 0; i < path.length(); i++) {
            if (path.charAt(i) != '%') {
                plain.append(path.charAt(i));
                continue;
            }
            String code = path.substring(i + 1, Math.min(i + 3, path.length())).toUpperCase(Locale.ROOT);
            switch (code) {
                case "0A" -> plain.append('\n');
                case "0D" -> plain.append('\r');
                case "25" -> plain.append('%');
                default -> {
                    return "";
                }
            }
            i += 2;
        }
        return plain.toString();
    }
}
