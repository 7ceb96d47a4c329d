package org.fourfold.node.trust;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Whether what the node writes lies on an encrypted disk, as far as Linux tells: the home's device, or one it is built on,
 * is a dm-crypt mapping; and so is each swap. A disk that encrypts by itself, and a network's disk, cannot be told.
 *
 * @param home the file system of the home
 * @param swap the worst of all swaps
 */
public record DiskEncryption(State home, State swap) {

    /** What was found. */
    public enum State {
        ENCRYPTED,
        NOT_ENCRYPTED,
        /** There is no swap, or it lies in memory only. */
        NONE,
        UNKNOWN
    }

    private static final int LAYERS_MAX = 16;

    /** Looks at this machine. Never throws: what cannot be read is unknown. */
    public static DiskEncryption of(Path home) {
        return of(home, Path.of("/proc"), Path.of("/sys"));
    }

    static DiskEncryption of(Path home, Path proc, Path sys) {
        return new DiskEncryption(ofFile(home, proc, sys), ofSwaps(proc, sys));
    }

    private static State ofFile(Path file, Path proc, Path sys) {
        try {
            Path real = file.toRealPath();
            String device = "";
            int longest = -1;
            for (String line : Files.readAllLines(proc.resolve("self/mountinfo"))) {
                // proc(5): id, parent, major:minor, root, mount point, ...; octal escapes for spaces.
                List<String> parts = Arrays.asList(line.split(" ", 6));
                if (parts.size() < 6) {
                    continue;
                }
                Path point = Path.of(parts.get(4).replace("\\040", " "));
                // A later mount on the same point hides the earlier one.
                if (real.startsWith(point) && point.getNameCount() >= longest) {
                    longest = point.getNameCount();
                    device = parts.get(2);
                }
            }
            return device.isEmpty()
                    ? State.UNKNOWN
                    : ofDevice(sys.resolve("dev/block").resolve(device), 0);
        } catch (IOException | SecurityException | java.nio.file.InvalidPathException e) {
            return State.UNKNOWN;
        }
    }

    private static State ofSwaps(Path proc, Path sys) {
        try {
            State worst = State.NONE;
            for (String line :
                    Files.readAllLines(proc.resolve("swaps")).stream().skip(1).toList()) {
                List<String> parts = Arrays.asList(line.strip().split("\\s+", 3));
                State each = ofSwap(parts, proc, sys);
                worst = worse(worst, each);
            }
            return worst;
        } catch (IOException e) {
            return State.UNKNOWN;
        }
    }

    private static State ofSwap(List<String> parts, Path proc, Path sys) throws IOException {
        if (parts.size() < 2) {
            return State.UNKNOWN;
        }
        Path path = Path.of(parts.getFirst());
        if (parts.get(1).equals("file")) {
            return ofFile(path, proc, sys);
        }
        String name = String.valueOf((Files.exists(path) ? path.toRealPath() : path).getFileName());
        return name.startsWith("zram")
                ? State.NONE
                : ofDevice(sys.resolve("class/block").resolve(name), 0);
    }

    private static State ofDevice(Path device, int layer) throws IOException {
        if (layer > LAYERS_MAX || !Files.isDirectory(device)) {
            return State.UNKNOWN;
        }
        Path uuid = device.resolve("dm/uuid");
        if (Files.exists(uuid) && Files.readString(uuid).startsWith("CRYPT-")) {
            return State.ENCRYPTED;
        }
        Path slaves = device.resolve("slaves");
        if (!Files.isDirectory(slaves)) {
            return State.NOT_ENCRYPTED;
        }
        try (Stream<Path> below = Files.list(slaves)) {
            State worst = State.NONE;
            for (Path each : below.toList()) {
                worst = worse(worst, ofDevice(each.toRealPath(), layer + 1));
            }
            return worst == State.NONE ? State.NOT_ENCRYPTED : worst;
        }
    }

    private static State worse(State one, State other) {
        List<State> fromBest = List.of(State.NONE, State.ENCRYPTED, State.UNKNOWN, State.NOT_ENCRYPTED);
        return fromBest.indexOf(one) > fromBest.indexOf(other) ? one : other;
    }
}
