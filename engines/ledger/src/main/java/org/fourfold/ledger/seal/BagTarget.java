package org.fourfold.ledger.seal;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Where a bag is written: a new folder, or a ZIP archive that holds one. */
public sealed interface BagTarget extends Closeable {

    /** The next file. Closing it ends the file, not the bag. */
    OutputStream open(String path) throws IOException;

    /** A folder that is not there yet, or is empty. */
    static BagTarget folder(Path folder) throws IOException {
        Files.createDirectories(folder);
        try (var inside = Files.list(folder)) {
            if (inside.findAny().isPresent()) {
                throw new IOException("the folder for a bag must be empty");
            }
        }
        return new Folder(folder);
    }

    /** A ZIP archive with one folder of this name in it. */
    static BagTarget zip(OutputStream out, String folder) {
        return new Zip(new ZipOutputStream(out), folder);
    }

    /** See {@link #folder}. */
    record Folder(Path folder) implements BagTarget {

        @Override
        public OutputStream open(String path) throws IOException {
            Path file = folder.resolve(path);
            Files.createDirectories(file.getParent());
            return Files.newOutputStream(file, StandardOpenOption.CREATE_NEW);
        }

        @Override
        public void close() {}
    }

    /** See {@link #zip}. */
    record Zip(ZipOutputStream zip, String folder) implements BagTarget {

        /** The first day that a ZIP archive can name: equal bags are equal bytes. */
        private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

        @Override
        public OutputStream open(String path) throws IOException {
            ZipEntry entry = new ZipEntry(folder + "/" + path);
            entry.setTimeLocal(TIME);
            zip.putNextEntry(entry);
            return new OutputStream() {
                @Override
                public void write(int b) throws IOException {
                    zip.write(b);
                }

                @Override
                public void write(byte[] bytes, int offset, int length) throws IOException {
                    zip.write(bytes, offset, length);
                }

                @Override
                public void close() throws IOException {
                    zip.closeEntry();
                }
            };
        }

        @Override
        public void close() throws IOException {
            zip.close();
        }
    }
}
