package org.fourfold.command;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.fourfold.node.ground.Home;
import picocli.CommandLine.Option;

/** Which home a command means: {@code --home}, else FOURFOLD_HOME, else the standard one. */
final class HomeOptions {

    @Option(names = "--home", paramLabel = "DIR")
    Optional<Path> home = Optional.empty();

    /** The home of a real node; its demonstration's where only that exists. */
    Home home(Invocation invocation) {
        return named(invocation).orElseGet(() -> {
            Home real = Home.standard(false, invocation.environment());
            Home demonstration = Home.standard(true, invocation.environment());
            return !real.exists() && demonstration.exists() ? demonstration : real;
        });
    }

    /** The home to start a node in. */
    Home home(Invocation invocation, boolean demonstration) {
        return named(invocation).orElseGet(() -> Home.standard(demonstration, invocation.environment()));
    }

    private Optional<Home> named(Invocation invocation) {
        Map<String, String> environment = invocation.environment();
        return home.or(() -> Optional.ofNullable(environment.get("FOURFOLD_HOME"))
                        .filter(text -> !text.isBlank())
                        .map(Path::of))
                .map(invocation::resolve)
                .map(Home::new);
    }
}
