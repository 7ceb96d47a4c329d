package org.fourfold.ledger.bag;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;

/** A bag that is a folder. */
final class FolderContainer extends Container {

    private final Path root;

    FolderContainer(Path root) throws IOException {
        this.root = root.toRealPath();
    }

    private record Folder(Path place, String path) {}

    @Override
    List<BagFile> list() throws FaultException, IOException {
        List<BagFile> found = new ArrayList<>();
        List<String> strange = new ArrayList<>();
        Deque<Folder> open = new ArrayDeque<>();
        open.add(new Folder(root, ""));
        while (!open.isEmpty()) {
            Folder folder = open.poll();
            try (DirectoryStream<Path> each = Files.newDirectoryStream(folder.place())) {
                for (Path inside : each) {
                    String path = folder.path() + name(inside);
                    BasicFileAttributes what =
                            Files.readAttributes(inside, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
                    if (what.isDirectory()) {
                        open.add(new Folder(inside, path + "/"));
                    } else if (what.isRegularFile()) {
                        found.add(new BagFile(path, what.size()));
                    } else {
                        strange.add(path);
                    }
                    if (found.size() > FILES_MAX) {
                        throw FaultException.of("bag.limit");
                    }
                }
            } catch (DirectoryIteratorException e) {
                throw e.getCause();
            }
        }
        if (!strange.isEmpty()) {
            // The unsafe path that comes first, whether it is unsafe for what it is or for its name.
            found.stream()
                    .map(BagFile::path)
                    .filter(path -> !Octets.isSafe(path))
                    .forEach(strange::add);
            throw FaultException.at("bag.path", Collections.min(strange));
        }
        return found;
    }

    /** The bytes of a file's name, also where the machine's locale cannot spell them. */
    private static String name(Path file) {
        String name = file.getFileName().toString();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c < ' ' || c > '~' || c == '?') {
                return raw(file.toUri());
            }
        }
        return name;
    }

    private static String raw(URI uri) {
        String path = uri.getRawPath();
        int end = path.endsWith("/") ? path.length() - 1 : path.length();
        StringBuilder octets = new StringBuilder();
        for (int i = path.lastIndexOf('/', end - 1) + 1; i < end; i++) {
            if (path.charAt(i) == '%') {
                octets.append((char) Integer.parseInt(path, i + 1, i + 3, 16));
                i += 2;
            } else {
                octets.append(path.charAt(i));
            }
        }
        return octets.toString();
    }

    @Override
    public InputStream open(BagFile file) throws IOException {
        return Files.newInputStream(place(file.path()), LinkOption.NOFOLLOW_LINKS);
    }

    private Path place(String path) {
        for (int i = 0; i < path.length(); i++) {
            if (path.charAt(i) > '~') {
                String base = root.toUri().getRawPath();
                return Path.of(URI.create("file://" + base + (base.endsWith("/") ? "" : "/") + escaped(path)));
            }
        }
        return root.resolve(path);
    }

    private static String escaped(String path) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            boolean isPlain = (c >= 'a' && c <= 'z')
                    || (c >= 'A' && c <= 'Z')
                    || (c >= '0' && c <= '9')
                    || "/-._".indexOf(c) >= 0;
            text.append(
                    isPlain
                            ? String.valueOf(c)
                            : "%" + Integer.toHexString(0x100 | c).substring(1));
        }
        return text.toString();
    }

    @Override
    public void close() {}
}
