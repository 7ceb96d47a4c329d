package org.fourfold.estimate.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Which version of this engine runs. */
final class EngineVersion {

    static final String TEXT = read();

    private EngineVersion() {}

    private static String read() {
        Properties engine = new Properties();
        try (InputStream in = EngineVersion.class.getResourceAsStream("engine.properties")) {
            if (in == null) {
                throw new IllegalStateException("no engine.properties in the program");
            }
            engine.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return engine.getProperty("version");
    }
}
