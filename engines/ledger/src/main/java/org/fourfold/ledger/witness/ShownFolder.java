package org.fourfold.ledger.witness;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder, where a medium is put in maybe. */
record ShownFolder(Path folder) implements ShownPlace {

    @Override
    public byte[] read(String path) throws IOException {
        try (InputStream file = Files.newInputStream(folder.resolve(path))) {
            byte[] bytes = file.readNBytes(FILE_BYTES_MAX + 1);
            if (bytes.length > FILE_BYTES_MAX) {
                throw new IOException("longer than any such file: " + path);
            }
            return bytes;
        }
    }

    @Override
    public String toString() {
        return folder.toString();
    }
}
