package org.fourfold.ledger.bag;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;

/** A bag that is a ZIP archive, read by its central directory. */
final class ZipContainer extends Container {

    private static final int LOCAL = 0x04034b50;
    private static final int LOCAL_BYTES = 30;

    private final FileChannel channel;
    private String prefix = "";
    private long end;

    ZipContainer(Path file) throws IOException {
        this.channel = FileChannel.open(file, StandardOpenOption.READ);
    }

    @Override
    List<BagFile> list() throws FaultException, IOException {
        ZipDirectory directory = ZipDirectory.read(channel);
        prefix = directory.prefix();
        end = directory.begin();
        return directory.files();
    }

    @Override
    public InputStream open(BagFile file) throws IOException {
        ByteBuffer header = ZipDirectory.buffer(LOCAL_BYTES);
        ZipDirectory.fill(channel, header, file.offset);
        byte[] name = Octets.bytes(prefix + file.path());
        int nameBytes = Short.toUnsignedInt(header.getShort(26));
        boolean isDeflated = header.getShort(8) == ZipDirectory.DEFLATED;
        if (header.getInt(0) != LOCAL || nameBytes != name.length || isDeflated != file.isDeflated) {
            throw new IOException("the directory of the archive says otherwise");
        }
        ByteBuffer again = ByteBuffer.allocate(nameBytes).order(ByteOrder.LITTLE_ENDIAN);
        ZipDirectory.fill(channel, again, file.offset + LOCAL_BYTES);
        long begin = file.offset + LOCAL_BYTES + nameBytes + Short.toUnsignedInt(header.getShort(28));
        if (!Arrays.equals(again.array(), name) || file.packed > end - begin) {
            throw new IOException("the directory of the archive says otherwise");
        }
        return new ZipStream(channel, begin, file);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
