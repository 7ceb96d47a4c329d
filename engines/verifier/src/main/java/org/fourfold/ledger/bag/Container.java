package org.fourfold.ledger.bag;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What holds a bag's files. Step 1 is done when it is open: every path is safe, single and within the limits. */
public abstract sealed class Container implements Closeable permits FolderContainer, ZipContainer {

    public static final int FILES_MAX = 2_000_000;

    private static final int PATH_MAX = 512;
    static final String UNREADABLE = "bag.unreadable";

    private List<BagFile> files = List.of();

    /** Opens a folder or a ZIP archive, whatever its name. */
    public static Container open(Path bag) throws FaultException {
        try {
            Container container = Files.isDirectory(bag) ? new FolderContainer(bag) : new ZipContainer(bag);
            try {
                container.look();
                return container;
            } catch (FaultException | IOException e) {
                container.close();
                throw e;
            }
        } catch (IOException e) {
            throw FaultException.of(UNREADABLE);
        }
    }

    private void look() throws FaultException, IOException {
        List<BagFile> found = list();
        Collections.sort(found);
        for (BagFile file : found) {
            requireSafe(file);
        }
        requireSingle(found, folders());
        for (BagFile file : found) {
            if (file.path().length() > PATH_MAX || file.size() > Limits.of(file.path())) {
                throw FaultException.at("bag.limit", file.path());
            }
        }
        files = Collections.unmodifiableList(found);
    }

    private static void requireSafe(BagFile file) throws FaultException {
        if (!Octets.isSafe(file.path())) {
            throw FaultException.at("bag.path", file.path());
        }
    }

    private static void requireSingle(List<BagFile> sorted, List<String> folders) throws FaultException {
        Set<String> parents = new HashSet<>();
        sorted.forEach(file -> addParents(parents, file.path()));
        folders.forEach(folder -> addParents(parents, folder + "/"));
        Set<String> seen = HashSet.newHashSet(sorted.size());
        for (BagFile file : sorted) {
            if (!seen.add(Octets.folded(file.path())) || parents.contains(file.path())) {
                throw FaultException.at("bag.duplicate", file.path());
            }
        }
    }

    private static void addParents(Set<String> parents, String path) {
        int end = path.lastIndexOf('/');
        while (end >= 0 && parents.add(path.substring(0, end))) {
            end = path.lastIndexOf('/', end - 1);
        }
    }

    /** Every file, in the byte order of paths. */
    public final List<BagFile> files() {
        return files;
    }

    public final @Nullable BagFile find(String path) {
        int at = Collections.binarySearch(files, new BagFile(path, 0));
        return at < 0 ? null : files.get(at);
    }

    /** The files whose paths begin so, in the byte order of paths. */
    public final List<BagFile> below(String prefix) {
        return files.subList(position(prefix), position(prefix.substring(0, prefix.length() - 1) + "0"));
    }

    /** Where a path stands or would stand. A slash is followed by the digit 0 in ASCII. */
    private int position(String path) {
        int at = Collections.binarySearch(files, new BagFile(path, 0));
        return at < 0 ? -at - 1 : at;
    }

    /** Reads a file as a whole; only for those with a limit. */
    public final byte[] read(BagFile file) throws FaultException {
        try (InputStream in = open(file)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw unreadable(file);
        }
    }

    /** Reads a file into a buffer that has room for it; says how many bytes there were. */
    public final int read(BagFile file, byte[] buffer) throws FaultException {
        try (InputStream in = open(file)) {
            int length = in.readNBytes(buffer, 0, buffer.length);
            return in.read() < 0 ? length : buffer.length;
        } catch (IOException e) {
            throw unreadable(file);
        }
    }

    public static FaultException unreadable(BagFile file) {
        return FaultException.at(UNREADABLE, file.path());
    }

    /** All files, in any order, with their raw paths. */
    abstract List<BagFile> list() throws FaultException, IOException;

    /** Folders that stand there in their own name, beside those that files lie in. */
    abstract List<String> folders();

    /** Streams a file's contents. What turns out to be damaged is an {@link IOException}. */
    public abstract InputStream open(BagFile file) throws IOException;
}
