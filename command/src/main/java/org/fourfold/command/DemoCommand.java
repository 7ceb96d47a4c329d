package org.fourfold.command;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.fourfold.command.demo.Demonstration;
import org.fourfold.node.access.Listening;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.ground.Home;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code fourfold demo}: a node with invented people and incidents, to look at and try. */
@Command(name = "demo")
final class DemoCommand implements Callable<Integer> {

    private final Invocation invocation;

    @Mixin
    final HomeOptions homeOptions = new HomeOptions();

    @Mixin
    final ServeOptions options = new ServeOptions();

    @Option(names = "--scale", paramLabel = "N")
    int scale = 1;

    DemoCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws IOException {
        if (invocation.inside().isPresent()) {
            throw new ProblemException(Problem.of("command.not-inside"));
        }
        if (scale < 1 || scale > Demonstration.SCALE_MAX) {
            throw new ProblemException(Problem.inField("command.scale", "--scale")
                    .with("scale", Integer.toString(scale))
                    .with("max", Integer.toString(Demonstration.SCALE_MAX)));
        }
        Listening listening = new Listening.Loopback(options.freePort());
        Home home = homeOptions.home(invocation, true);
        DemonstrationHome.prepare(home, invocation);
        return new Serving(invocation, options)
                .run(home, listening, true, node -> DemonstrationHome.load(home, node, invocation, scale))
                .number();
    }
}
