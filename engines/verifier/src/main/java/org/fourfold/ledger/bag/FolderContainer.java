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
    private final List<BagFile> found = new ArrayList<>();
    private final List<String> strange = new ArrayList<>();
    private long count;

    FolderContainer(Path root) throws IOException {
        this.root = root.toRealPath();
    }

    private record Folder(Path place, String path) {}

    @Override
    List<BagFile> list() throws FaultException {
        Deque<Folder> open = new ArrayDeque<>();
        open.add(new Folder(root, ""));
        while (!open.isEmpty()) {
            Folder folder = open.poll();
            try (DirectoryStream<Path> each = Files.newDirectoryStream(folder.place())) {
                for (Path inside : each) {
                    count++;
                    if (count > FILES_MAX) {
                        throw FaultException.of("bag.limit");
                    }
                    look(inside, folder.path() + name(inside), open);
                }
            } catch (DirectoryIteratorException | IOException e) {
                throw FaultException.at(UNREADABLE, folder.path().replaceFirst("/$", ""));
            }
        }
        if (!strange.isEmpty()) {
            throw FaultException.at("bag.path", Collections.min(strange));
        }
        return found;
    }

    private void look(Path inside, String path, Deque<Folder> open) throws IOException {
        BasicFileAttributes what = Files.readAttributes(inside, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (!Octets.isSafe(path)) {
            strange.add(path);
        } else if (what.isDirectory()) {
            open.add(new Folder(inside, path + "/"));
        } else if (what.isRegularFile()) {
            found.add(new BagFile(path, what.size()));
        } else {
            strange.add(path);
        }
    }

    @Override
    List<String> folders() {
        return List.of();
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
