package org.fourfold.node.ground;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Everything only the Unix world knows: rights, signals, {@code /proc}, programs of the system. No other class of the
 * node speaks of them, so that a package for another system replaces this one.
 */
final class Unix {

    /** How long a small program of the system (id, chown, useradd) may take. */
    private static final long PROGRAM_SECONDS_MAX = 30;

    /** How long copying a home may take: some 100 GB on a slow disk. */
    private static final long COPY_SECONDS_MAX = 3_600;

    private static final int OUTPUT_BYTES_MAX = 64 * 1024;

    private static final Path PROCESSES = Path.of("/proc");

    /** What a process can be told. */
    enum Signal {
        /** PostgreSQL: end the sessions, write everything, stop. */
        INT,
        /** PostgreSQL: stop at once; the next start recovers. */
        QUIT,
        KILL
    }

    /** What a program said, and how it ended. */
    record Outcome(int code, String output) {
        boolean succeeded() {
            return code == 0;
        }
    }

    private Unix() {}

    /** Whether this process may do everything. */
    static boolean isRoot() {
        try {
            return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
        } catch (IOException | UnsupportedOperationException e) {
            return "root".equals(System.getProperty("user.name"));
        }
    }

    /** Whether a file or folder belongs to somebody other than this process. */
    static boolean isAnothers(Path path) throws IOException {
        try {
            Object ours = Files.getAttribute(Path.of("/proc/self"), "unix:uid");
            return !ours.equals(Files.getAttribute(path, "unix:uid"));
        } catch (NoSuchFileException | UnsupportedOperationException e) {
            return !Files.getOwner(path).getName().equals(System.getProperty("user.name"));
        }
    }

    /** Sets the rights of a file or folder, written as {@code rwx--x--x}. */
    static void allow(Path path, String rights) {
        try {
            Set<PosixFilePermission> permissions = PosixFilePermissions.fromString(rights);
            if (!Files.getPosixFilePermissions(path).equals(permissions)) {
                Files.setPosixFilePermissions(path, permissions);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The rights as an attribute, for creating a file or folder that is never open for a moment. */
    static FileAttribute<Set<PosixFilePermission>> rights(String rights) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights));
    }

    /** Makes sure that everything written under the folder is on the disk. */
    static void flush(Path folder) {
        run(List.of("sync", "--file-system", folder.toString()));
    }

    /** Copies a file or folder with owners, rights and times, sharing blocks where the disk can; whether all of it. */
    static boolean copyWhole(Path from, Path to) {
        return run(
                        new ProcessBuilder("cp", "--archive", "--reflink=auto", "--", from.toString(), to.toString()),
                        COPY_SECONDS_MAX)
                .succeeded();
    }

    /** Sends a signal; a process that is gone already is no fault. */
    static void signal(long pid, Signal signal) {
        // The shell's own kill: slim systems have no kill program.
        run(List.of("sh", "-c", "kill -\"$1\" \"$2\"", "sh", signal.name(), Long.toString(pid)));
    }

    /** Whether the process exists and is not merely waiting to be buried by its parent. */
    static boolean isAlive(long pid) {
        try {
            String stat = Files.readString(PROCESSES.resolve(Long.toString(pid)).resolve("stat"));
            // "pid (name) state ...": the name may hold spaces and brackets, so the last bracket counts.
            char state = stat.charAt(stat.lastIndexOf(')') + 2);
            return state != 'Z' && state != 'X';
        } catch (IOException e) {
            return Files.isDirectory(PROCESSES)
                    ? false
                    : ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
        }
    }

    /** Whether {@link #processesIn} sees what there is; where it does not, finding none says nothing. */
    static boolean knowsProcesses() {
        return Files.isReadable(PROCESSES.resolve("self").resolve("stat"));
    }

    /**
     * Living processes that work in the folder, as PostgreSQL does in its data directory, or are about to: a server that was
     * begun a moment ago is still in another one, and names its own after {@code -D}.
     */
    static List<Long> processesIn(Path folder) {
        List<Long> found = new ArrayList<>();
        Path wanted = real(folder);
        try (var entries = Files.newDirectoryStream(PROCESSES, "[0-9]*")) {
            for (Path entry : entries) {
                long pid = Long.parseLong(entry.getFileName().toString());
                if ((worksIn(entry, wanted) || isToldOf(entry, folder)) && isAlive(pid)) {
                    found.add(pid);
                }
            }
        } catch (NoSuchFileException e) {
            return found;
        } catch (IOException | DirectoryIteratorException e) {
            throw new IllegalStateException("the list of processes cannot be read", e);
        }
        return found;
    }

    private static boolean worksIn(Path process, Path folder) {
        try {
            return Files.readSymbolicLink(process.resolve("cwd")).equals(folder);
        } catch (IOException | SecurityException e) {
            // Gone meanwhile, or somebody else's.
            return false;
        }
    }

    private static boolean isToldOf(Path process, Path folder) {
        try {
            String line = Files.readString(process.resolve("cmdline"), StandardCharsets.ISO_8859_1);
            return line.contains("\0-D\0" + latin(folder) + "\0");
        } catch (IOException | SecurityException e) {
            return false;
        }
    }

    /** The path's own bytes as characters of one byte each, as the line of a process is read here. */
    private static String latin(Path folder) {
        return new String(folder.toString().getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    private static Path real(Path folder) {
        try {
            return folder.toRealPath();
        } catch (IOException e) {
            return folder.toAbsolutePath();
        }
    }

    /** Runs a small program to its end; what it says on both streams is kept, cut at a limit. */
    static Outcome run(List<String> command) {
        return run(new ProcessBuilder(command), PROGRAM_SECONDS_MAX);
    }

    static Outcome run(ProcessBuilder builder, long secondsMax) {
        try {
            Process process = builder.redirectErrorStream(true).start();
            process.getOutputStream().close();
            String output;
            try (InputStream stream = process.getInputStream()) {
                output = new String(stream.readNBytes(OUTPUT_BYTES_MAX), java.nio.charset.StandardCharsets.UTF_8);
                stream.skip(Long.MAX_VALUE);
            }
            if (!process.waitFor(secondsMax, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return new Outcome(-1, output);
            }
            return new Outcome(process.exitValue(), output);
        } catch (IOException e) {
            return new Outcome(-1, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Outcome(-1, "interrupted");
        }
    }
}
