package org.fourfold.command;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.fourfold.command.demo.Demonstration;
import org.fourfold.command.demo.DemonstrationNode;
import org.fourfold.node.access.Listening;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.ground.Home;
import org.fourfold.node.tour.Neighbours;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code fourfold demo}: a shelter and an investigation unit, everything in them invented, to look at and try. */
@Command(name = "demo")
final class DemoCommand implements Callable<Integer> {

    private final Invocation invocation;

    @Mixin
    final HomeOptions homeOptions = new HomeOptions();

    @Mixin
    final ServeOptions options = new ServeOptions();

    @Option(names = "--scale", paramLabel = "N")
    int scale = 1;

    @Option(names = "--shelter-only")
    boolean shelterOnly;

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
        int port = options.freePort();
        Home home = homeOptions.home(invocation, true);
        DemonstrationNode made = DemonstrationHome.prepare(home, DemonstrationNode.SHELTER, invocation);
        invocation.terminal().remark(invocation.text("command.serve.starting"));
        return new Serving(invocation, options, course(made, home, port))
                .run(home, new Listening.Loopback(port), true)
                .number();
    }

    private Serving.Course course(DemonstrationNode made, Home home, int port) {
        Serving.Course alone = node -> DemonstrationHome.load(node, invocation, scale);
        return switch (made) {
            case UNIT -> alone;
            case SHELTER ->
                shelterOnly
                        ? alone
                        : new WithUnit(
                                alone,
                                new SecondNode(
                                        invocation, DemonstrationHome.unitBeside(home), options.portBeside(port), port),
                                port);
        };
    }

    /** The shelter's course with the unit beside it: begun with it, told after it, ended with it. */
    private record WithUnit(Serving.Course shelter, SecondNode unit, int port) implements Serving.Course {

        @Override
        public void begin() {
            unit.start();
        }

        @Override
        public List<Object> values() {
            return List.of((Neighbours) kind -> switch (kind) {
                case SHELTER -> Optional.of(Neighbours.onThisMachine(port));
                case INVESTIGATION_UNIT -> unit.address();
                case COMMISSION, OBSERVATORY -> Optional.empty();
            });
        }

        @Override
        public void ready(OpenNode node) {
            shelter.ready(node);
        }

        @Override
        public void told() {
            unit.tell();
        }

        @Override
        public void ending() {
            unit.askToEnd();
        }

        @Override
        public void ended() {
            unit.end();
        }
    }
}
