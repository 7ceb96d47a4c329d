package org.fourfold.node.ground;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.fourfold.node.frame.ProblemException;

/**
 * A home as it was before another version of the program touched it: database, keys and configuration, copied while
 * nothing runs. It needs no passphrase to be put back, so an update can return by itself while the node is locked; it holds
 * nothing that the home itself does not hold, and it is gone as soon as the update is done.
 *
 * <p>As long as the copy is there, the update has not ended: whoever opens the home next puts it back first. Every step can
 * be cut off and taken again. Each takes the home's lock: {@code ground.home-held} while a node runs. On the
 * organisation's own database server there is no data folder to copy; the caller says so.
 */
public final class BeforeUpdate {

    private static final String FOLDER = "before-update";

    /** What another version may change. */
    private static final List<String> ITEMS = List.of("data", "keys", "node.properties");

    private final Home home;
    private final Path copy;
    private final Path unfinished;
    private final Path replaced;

    public BeforeUpdate(Home home) {
        this.home = home;
        this.copy = home.path().resolve(FOLDER);
        this.unfinished = home.path().resolve(FOLDER + ".unfinished");
        this.replaced = home.path().resolve(FOLDER + ".replaced");
    }

    /** Whether an update began here and has not ended. */
    public boolean exists() {
        return Files.isDirectory(copy);
    }

    /** How much room a copy takes at most, in bytes. */
    public long bytesNeeded() {
        return ITEMS.stream()
                .map(home.path()::resolve)
                .filter(Files::exists)
                .mapToLong(BeforeUpdate::size)
                .sum();
    }

    /** Makes the copy. It has its name only when all of it is on the disk. */
    public void make() {
        try (HomeLock lock = home.lock()) {
            assert lock != null;
            Orphan.stop(home.data());
            PostgresBinaries.delete(unfinished);
            Files.createDirectory(unfinished, Unix.rights(Unix.isRoot() ? "rwx--x--x" : "rwx------"));
            for (String item : ITEMS) {
                Path original = home.path().resolve(item);
                if (Files.exists(original) && !Unix.copyWhole(original, unfinished.resolve(item))) {
                    PostgresBinaries.delete(unfinished);
                    throw new ProblemException(StorageFault.told("ground.disk-full", home.path()));
                }
            }
            Unix.flush(unfinished);
            Files.move(unfinished, copy, StandardCopyOption.ATOMIC_MOVE);
            Unix.flush(copy);
        } catch (IOException e) {
            throw StorageFault.problem(e, home.path());
        }
    }

    /** Puts everything back as it was, if there is a copy; whether there was. */
    public boolean putBack() {
        if (!exists()) {
            return false;
        }
        try (HomeLock lock = home.lock()) {
            assert lock != null;
            if (!exists()) {
                return false;
            }
            Orphan.stop(home.data());
            PostgresBinaries.delete(replaced);
            Files.createDirectory(replaced);
            for (String item : ITEMS) {
                // What is no longer in the copy was put back before this was cut off.
                if (Files.exists(copy.resolve(item))) {
                    Path original = home.path().resolve(item);
                    if (Files.exists(original)) {
                        Files.move(original, replaced.resolve(item), StandardCopyOption.ATOMIC_MOVE);
                    }
                    Files.move(copy.resolve(item), original, StandardCopyOption.ATOMIC_MOVE);
                }
            }
            Files.delete(copy);
            Unix.flush(home.path());
            PostgresBinaries.delete(replaced);
            return true;
        } catch (IOException e) {
            throw StorageFault.problem(e, home.path());
        }
    }

    /** The update is done: what was before goes. */
    public void discard() {
        try (HomeLock lock = home.lock()) {
            assert lock != null;
            if (exists()) {
                // In one step: half a copy must never be taken for one.
                PostgresBinaries.delete(unfinished);
                Files.move(copy, unfinished, StandardCopyOption.ATOMIC_MOVE);
                Unix.flush(home.path());
            }
            PostgresBinaries.delete(unfinished);
        } catch (IOException e) {
            throw StorageFault.problem(e, home.path());
        }
    }

    private static long size(Path item) {
        try (Stream<Path> all = Files.walk(item)) {
            return all.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
