package org.fourfold.node.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.fourfold.node.trust.DiskEncryption.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskEncryptionTest {

    private static final String SWAPS = "Filename Type Size Used Priority\n";

    @TempDir
    private Path folder = Path.of("");

    private void machine(String swaps) throws IOException {
        write("proc/self/mountinfo", "22 1 253:1 / / rw - ext4 /dev/mapper/root rw\n");
        write("proc/swaps", SWAPS + swaps);
    }

    private void device(String name, String uuid) throws IOException {
        Files.createDirectories(folder.resolve("sys").resolve(name).resolve("slaves"));
        if (!uuid.isEmpty()) {
            write("sys/" + name + "/dm/uuid", uuid);
        }
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(java.util.Objects.requireNonNull(file.getParent()));
        Files.writeString(file, text);
    }

    private DiskEncryption look() {
        return DiskEncryption.of(folder, folder.resolve("proc"), folder.resolve("sys"));
    }

    @Test
    void aLogicalVolumeOnAnEncryptedDiskIsEncrypted() throws Exception {
        machine("");
        device("dev/block/253:1", "LVM-abc");
        device("below", "CRYPT-LUKS2-abc");
        Files.createSymbolicLink(folder.resolve("sys/dev/block/253:1/slaves/dm-0"), folder.resolve("sys/below"));

        assertThat(look()).isEqualTo(new DiskEncryption(State.ENCRYPTED, State.NONE));
    }

    @Test
    void aPlainDiskAndAPlainSwapAreSaidToBePlain() throws Exception {
        machine("/dev/sda9 partition 1 0 -2\n/dev/zram0 partition 1 0 100\n");
        device("dev/block/253:1", "");
        device("class/block/sda9", "");

        assertThat(look()).isEqualTo(new DiskEncryption(State.NOT_ENCRYPTED, State.NOT_ENCRYPTED));
    }

    @Test
    void whatCannotBeReadIsUnknown() {
        assertThat(look()).isEqualTo(new DiskEncryption(State.UNKNOWN, State.UNKNOWN));
    }
}
