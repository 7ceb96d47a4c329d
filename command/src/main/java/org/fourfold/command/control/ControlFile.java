package org.fourfold.command.control;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Where the running node listens and the token it asks for: two lines in the home's {@code control} file, readable by its
 * owner only. Made anew at each start, removed at the end; a file left by a killed node names a port where nobody answers.
 *
 * @param port on loopback
 * @param token 32 random bytes as hexadecimal digits
 */
record ControlFile(int port, String token) {

    private static final int TOKEN_BYTES = 32;
    private static final int PORT_MAX = 65_535;

    static ControlFile make(int port, RandomGenerator random) {
        byte[] token = new byte[TOKEN_BYTES];
        random.nextBytes(token);
        return new ControlFile(port, HexFormat.of().formatHex(token));
    }

    static Path in(Path home) {
        return home.resolve("control");
    }

    /** Reads a home's file; empty when there is none or it is not ours to read. */
    static Optional<ControlFile> read(Path home) {
        try {
            List<String> lines = Files.readAllLines(in(home), StandardCharsets.US_ASCII);
            if (lines.size() != 2 || lines.get(1).length() != 2 * TOKEN_BYTES) {
                return Optional.empty();
            }
            int port = Integer.parseInt(lines.get(0));
            return port > 0 && port <= PORT_MAX ? Optional.of(new ControlFile(port, lines.get(1))) : Optional.empty();
        } catch (NoSuchFileException | java.nio.file.AccessDeniedException | NumberFormatException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes the file whole or not at all. */
    void write(Path home) throws IOException {
        Path fresh = Files.createTempFile(
                home,
                "control",
                ".new",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(fresh, port + "\n" + token + "\n", StandardCharsets.US_ASCII);
        Files.move(fresh, in(home), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Removes the file, if it is still this one. */
    void remove(Path home) throws IOException {
        if (Files.exists(in(home), LinkOption.NOFOLLOW_LINKS) && read(home).equals(Optional.of(this))) {
            Files.delete(in(home));
        }
    }

    /** Whether the token is ours, in a time that tells nothing of it. */
    boolean matches(String other) {
        return MessageDigest.isEqual(token.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "control file for port " + port;
    }
}
