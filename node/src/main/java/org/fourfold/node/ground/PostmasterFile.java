package org.fourfold.node.ground;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What a running PostgreSQL writes about itself into its data directory ({@code postmaster.pid}). */
record PostmasterFile(long pid, boolean ready) {

    private static final int STATUS_LINE = 7;

    static Optional<PostmasterFile> read(Path data) {
        try {
            List<String> lines = Files.readAllLines(data.resolve("postmaster.pid"));
            if (lines.isEmpty()) {
                return Optional.empty();
            }
            // A server in single-user mode writes its number with a minus.
            long pid = Math.abs(Long.parseLong(lines.getFirst().strip()));
            boolean ready =
                    lines.size() > STATUS_LINE && lines.get(STATUS_LINE).strip().equals("ready");
            return Optional.of(new PostmasterFile(pid, ready));
        } catch (NoSuchFileException | NumberFormatException e) {
            // Not there, or just being written.
            return Optional.empty();
        } catch (IOException e) {
            throw StorageFault.problem(e, data);
        }
    }
}
