package org.fourfold.ledger.seal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Where a file's bytes come from; opened once, when its turn comes. */
@FunctionalInterface
public interface Source {

    InputStream open() throws IOException;

    static Source of(byte[] bytes) {
        byte[] kept = bytes.clone();
        return () -> new ByteArrayInputStream(kept);
    }
}
