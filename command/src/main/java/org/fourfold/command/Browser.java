package org.fourfold.command;

import java.io.IOException;
import java.util.Map;

/** Opens the address in the user's browser where there is a display to show it on. */
final class Browser {

    private Browser() {}

    static void open(String address, Map<String, String> environment) {
        boolean display = !environment.getOrDefault("DISPLAY", "").isEmpty()
                || !environment.getOrDefault("WAYLAND_DISPLAY", "").isEmpty();
        if (!display) {
            return;
        }
        try {
            new ProcessBuilder("xdg-open", address)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException missing) {
            // No xdg-open: the address stands on the terminal.
            return;
        }
    }
}
