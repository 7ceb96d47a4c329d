package org.fourfold.node.trust;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.spi.FileSystemProvider;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fourfold.ledger.tile.TilePath;
import org.fourfold.ledger.tree.Hash;
import org.jspecify.annotations.Nullable;

/**
 * A folder on a disk that falls ill at a chosen moment and stays so until it is well again: full, for reading only, or
 * unable to bring to the disk what it took. Everything else goes through to the real folder. It keeps account of what was
 * really forced ({@link Forced}), as a disk does and a program cannot.
 */
final class BadDisk extends FileSystemProvider {

    /** What is wrong with the disk, in the words of Linux. */
    enum Illness {
        FULL("No space left on device"),
        READ_ONLY("Read-only file system"),
        NOT_FORCED("Input/output error");

        private final String words;

        Illness(String words) {
            this.words = words;
        }
    }

    /** At what it falls ill. */
    enum Moment {
        TILE,
        PARTIAL_TILE,
        CHECKPOINT,
        SECOND_STORE;

        /** Whether these bytes, written to that file, are it. */
        private boolean isAt(Path file, ByteBuffer bytes) {
            boolean isNote =
                    StandardCharsets.UTF_8.decode(bytes.duplicate()).toString().startsWith("log.fourfold/");
            boolean isFull = bytes.remaining() == TilePath.WIDTH * Hash.BYTES;
            return switch (this) {
                case TILE -> !isNote && isFull;
                case PARTIAL_TILE -> !isNote && !isFull;
                case CHECKPOINT -> isNote && !isOfSecondStore(file);
                case SECOND_STORE -> isNote && isOfSecondStore(file);
            };
        }

        /** Whether a file lies on the disk that is ill: the second store has one of its own. */
        private boolean hasDiskOf(Path file) {
            return isOfSecondStore(file) == (this == SECOND_STORE);
        }

        private static boolean isOfSecondStore(Path file) {
            return file.toString().contains("/published");
        }
    }

    private final BadDiskSystem system = new BadDiskSystem(this);
    private final Forced forced = new Forced();
    private Optional<Illness> illness = Optional.empty();
    private Moment moment = Moment.TILE;
    private boolean isIll;
    private Optional<Path> nameless = Optional.empty();

    /** A folder as this disk shows it. */
    Path folder(Path real) {
        return seen(real);
    }

    /** From that moment on. */
    void fallIll(Illness with, Moment at) {
        illness = Optional.of(with);
        moment = at;
    }

    boolean isIll() {
        return isIll;
    }

    /** The names in this folder cannot be brought to the disk; everything else can. */
    void loseNamesOf(Path folder) {
        nameless = Optional.of(folder);
    }

    void recover() {
        illness = Optional.empty();
        nameless = Optional.empty();
        isIll = false;
    }

    Forced forced() {
        return forced;
    }

    /** Before bytes are written: whether this write is the moment. */
    boolean takes(Path file, ByteBuffer bytes) throws IOException {
        boolean isMoment = illness.isPresent() && moment.isAt(file, bytes);
        if (isMoment && illness.get() != Illness.NOT_FORCED) {
            isIll = true;
        }
        refuse(file, Illness.FULL);
        refuse(file, Illness.READ_ONLY);
        return isMoment;
    }

    /** Before a file is forced. */
    void forces(Path file, boolean isMoment) throws IOException {
        if (illness.equals(Optional.of(Illness.NOT_FORCED)) && isMoment) {
            isIll = true;
        }
        refuse(file, Illness.NOT_FORCED);
        if (nameless.equals(Optional.of(file))) {
            throw new FileSystemException(file.toString(), null, Illness.NOT_FORCED.words);
        }
    }

    private void refuse(Path file, Illness kind) throws IOException {
        if (isIll && illness.equals(Optional.of(kind)) && moment.hasDiskOf(file)) {
            throw new FileSystemException(file.toString(), null, kind.words);
        }
    }

    private void changes(Path file) throws IOException {
        refuse(file, Illness.READ_ONLY);
    }

    private Path seen(Path real) {
        return (Path) Proxy.newProxyInstance(
                BadDisk.class.getClassLoader(), new Class<?>[] {Path.class}, (self, method, arguments) -> {
                    if (method.getName().equals("getFileSystem")) {
                        return system;
                    }
                    try {
                        @Nullable
                        Object @Nullable [] given = arguments == null
                                ? null
                                : Arrays.stream(arguments).map(BadDisk::unseen).toArray();
                        Object result = method.invoke(real, given);
                        return result instanceof Path path ? seen(path) : result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private static Object unseen(Object argument) {
        return argument instanceof Path path ? real(path) : argument;
    }

    /** The real path behind one that is seen: its text is the same. */
    static Path real(Path seen) {
        return Path.of(seen.toString());
    }

    @Override
    public FileChannel newFileChannel(Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
            throws IOException {
        Path file = real(path);
        if (options.contains(StandardOpenOption.WRITE)) {
            changes(file);
            forced.made(file);
        }
        return new BadDiskChannel(this, file, FileChannel.open(file, options, attributes));
    }

    @Override
    public SeekableByteChannel newByteChannel(
            Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes) throws IOException {
        if (options.contains(StandardOpenOption.WRITE)) {
            throw new UnsupportedOperationException("nothing of a ledger is written so");
        }
        return Files.newByteChannel(real(path), options, attributes);
    }

    @Override
    public DirectoryStream<Path> newDirectoryStream(Path folder, DirectoryStream.Filter<? super Path> filter)
            throws IOException {
        List<Path> all = new ArrayList<>();
        try (DirectoryStream<Path> each = Files.newDirectoryStream(real(folder))) {
            each.forEach(path -> all.add(seen(path)));
        }
        return new DirectoryStream<>() {
            @Override
            public Iterator<Path> iterator() {
                return all.iterator();
            }

            @Override
            public void close() {
                // Nothing is open.
            }
        };
    }

    @Override
    public void createDirectory(Path folder, FileAttribute<?>... attributes) throws IOException {
        changes(real(folder));
        refuse(real(folder), Illness.FULL);
        Files.createDirectory(real(folder), attributes);
        forced.named(real(folder));
    }

    @Override
    public void delete(Path path) throws IOException {
        changes(real(path));
        Files.delete(real(path));
        forced.gone(real(path));
    }

    @Override
    public void move(Path from, Path to, CopyOption... options) throws IOException {
        changes(real(to));
        Files.move(real(from), real(to), options);
        forced.moved(real(from), real(to));
    }

    @Override
    public void copy(Path from, Path to, CopyOption... options) {
        throw new UnsupportedOperationException("nothing of a ledger is copied");
    }

    @Override
    public boolean isSameFile(Path one, Path other) throws IOException {
        return Files.isSameFile(real(one), real(other));
    }

    @Override
    public boolean isHidden(Path path) throws IOException {
        return Files.isHidden(real(path));
    }

    @Override
    public FileStore getFileStore(Path path) throws IOException {
        return Files.getFileStore(real(path));
    }

    @Override
    public void checkAccess(Path path, AccessMode... modes) throws IOException {
        real(path).getFileSystem().provider().checkAccess(real(path), modes);
    }

    @Override
    public <V extends FileAttributeView> @Nullable V getFileAttributeView(
            Path path, Class<V> type, LinkOption... options) {
        return Files.getFileAttributeView(real(path), type, options);
    }

    @Override
    public <A extends BasicFileAttributes> A readAttributes(Path path, Class<A> type, LinkOption... options)
            throws IOException {
        return Files.readAttributes(real(path), type, options);
    }

    @Override
    public Map<String, Object> readAttributes(Path path, String names, LinkOption... options) throws IOException {
        return Files.readAttributes(real(path), names, options);
    }

    @Override
    public void setAttribute(Path path, String name, Object value, LinkOption... options) throws IOException {
        Files.setAttribute(real(path), name, value, options);
    }

    @Override
    public String getScheme() {
        return "bad-disk";
    }

    @Override
    public FileSystem newFileSystem(URI uri, Map<String, ?> settings) {
        throw new UnsupportedOperationException();
    }

    @Override
    public FileSystem getFileSystem(URI uri) {
        return system;
    }

    @Override
    public Path getPath(URI uri) {
        throw new UnsupportedOperationException();
    }
}
