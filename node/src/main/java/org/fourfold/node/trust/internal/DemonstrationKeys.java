package org.fourfold.node.trust.internal;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import org.fourfold.node.trust.Keyring;

/** A demonstration holds nobody's data: its passphrase lies beside its keys, and it unlocks itself. */
public final class DemonstrationKeys {

    private static final String NAME = "demonstration.txt";

    private DemonstrationKeys() {}

    public static void unlock(KeyFolder folder, Keyring keyring, RandomGenerator random) {
        if (!keyring.isInitialised()) {
            byte[] bytes = new byte[16];
            random.nextBytes(bytes);
            folder.write(NAME, HexFormat.of().formatHex(bytes));
            char[] passphrase = HexFormat.of().formatHex(bytes).toCharArray();
            var _ = keyring.initialise(passphrase);
            Arrays.fill(passphrase, '\0');
        } else {
            folder.read(NAME).ifPresent(text -> keyring.unlock(text.strip().toCharArray()));
        }
    }
}
