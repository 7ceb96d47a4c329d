package org.fourfold.linkage.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A small file of text, in UTF-8, that comes with the program. */
public final class ShippedFile {

    private ShippedFile() {}

    /**
     * All of its text.
     *
     * @param beside the class beside which it lies
     */
    public static String text(Class<?> beside, String file) {
        try (var stream = beside.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalStateException("no " + file);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
