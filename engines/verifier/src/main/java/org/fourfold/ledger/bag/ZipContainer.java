package org.fourfold.ledger.bag;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** A bag that is a ZIP archive, read by its central directory. */
final class ZipContainer extends Container {

    private final FileChannel channel;
    private List<String> folders = List.of();

    ZipContainer(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new NoSuchFileException("no archive");
        }
        this.channel = FileChannel.open(file, StandardOpenOption.READ);
    }

    @Override
    List<BagFile> list() throws FaultException, IOException {
        ZipDirectory directory = ZipDirectory.read(channel);
        folders = directory.folders();
        return directory.files();
    }

    @Override
    List<String> folders() {
        return folders;
    }

    @Override
    public InputStream open(BagFile file) {
        return new ZipStream(channel, file.data, file);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
