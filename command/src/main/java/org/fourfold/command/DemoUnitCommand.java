package org.fourfold.command;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.fourfold.command.demo.DemonstrationNode;
import org.fourfold.node.access.Listening;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.ground.Home;
import org.fourfold.node.tour.Neighbours;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code fourfold demo-unit}: the demonstration's second node, as {@link SecondNode} starts it. It runs until its input ends:
 * the system ends that when the first node is gone, however it went.
 */
@Command(name = "demo-unit", hidden = true)
final class DemoUnitCommand implements Callable<Integer> {

    private static final int SCALE = 1;

    private final Invocation invocation;

    @Mixin
    final HomeOptions homeOptions = new HomeOptions();

    @Mixin
    final ServeOptions options = new ServeOptions();

    @Option(names = "--shelter-port", paramLabel = "PORT")
    int shelterPort;

    DemoUnitCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws IOException {
        if (invocation.inside().isPresent()) {
            throw new ProblemException(Problem.of("command.not-inside"));
        }
        int port = options.freePort();
        Home home = homeOptions.home(invocation, true);
        DemonstrationNode made = DemonstrationHome.prepare(home, DemonstrationNode.UNIT, invocation);
        if (made != DemonstrationNode.UNIT) {
            throw new ProblemException(Problem.of("command.demo-unit-home"));
        }
        Serving serving = new Serving(invocation, options, new Course(port));
        Thread.ofPlatform().daemon().name("first-node-gone").start(() -> endWithInput(serving));
        return serving.run(home, new Listening.Loopback(port), true).number();
    }

    private void endWithInput(Serving serving) {
        try (InputStream input = invocation.input()) {
            long read = input.transferTo(java.io.OutputStream.nullOutputStream());
            LoggerFactory.getLogger(DemoUnitCommand.class).info("the first node has ended ({} bytes said)", read);
        } catch (IOException e) {
            LoggerFactory.getLogger(DemoUnitCommand.class).info("the first node broke off");
        } finally {
            serving.end();
        }
    }

    private final class Course implements Serving.Course {

        private final int port;

        Course(int port) {
            this.port = port;
        }

        @Override
        public List<Object> values() {
            return List.of((Neighbours) kind -> switch (kind) {
                case SHELTER -> Optional.of(Neighbours.onThisMachine(shelterPort));
                case INVESTIGATION_UNIT -> Optional.of(Neighbours.onThisMachine(port));
                case COMMISSION, OBSERVATORY -> Optional.empty();
            });
        }

        @Override
        public void ready(OpenNode node) {
            DemonstrationHome.load(node, invocation, SCALE);
        }

        @Override
        public boolean isWatched() {
            return false;
        }

        @Override
        public void told() {
            invocation.terminal().line(SecondNode.READY);
        }
    }
}
