package org.fourfold.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.fourfold.command.control.ControlClient;
import org.fourfold.command.control.ControlServer;
import org.fourfold.command.demo.DemonstrationNode;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.frame.Purpose;
import org.fourfold.node.ground.Home;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * A command that works on a node's data, as a member. It runs inside the node that holds the home: handed over the
 * loopback channel where one runs, else in this process, which then opens the home without the web.
 */
@Command
abstract class DataCommand implements Callable<Integer> {

    final Invocation invocation;

    @Mixin
    final HomeOptions homeOptions = new HomeOptions();

    @Option(names = "--as", paramLabel = "MEMBER")
    Optional<String> as = Optional.empty();

    @Option(names = "--json")
    boolean json;

    DataCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    /** Does the work in the process that holds the home. */
    abstract ExitCode work(OpenNode node, InputFile input) throws IOException;

    /** The same for a command that reads several files. */
    ExitCode work(OpenNode node, InputFiles input) throws IOException {
        throw new IllegalStateException("this command reads one file or none");
    }

    /** The files that the command reads one after the other, as typed; else {@link #inputFile}. */
    List<Path> inputFiles() {
        return List.of();
    }

    /** The file that the command reads, as typed. */
    Optional<Path> inputFile() {
        return Optional.empty();
    }

    @Override
    public final Integer call() throws IOException {
        if (invocation.inside().isPresent()) {
            if (!inputFiles().isEmpty()) {
                InputFiles several = new InputFiles(Optional.of(invocation.input()), resolved());
                return work(invocation.inside().get(), several).number();
            }
            InputFile sent = InputFile.sent(invocation.input(), inputFile());
            return work(invocation.inside().get(), sent).number();
        }
        Home home = homeOptions.home(invocation);
        if (!home.exists()) {
            throw new ProblemException(new Problem(
                    "command.no-home",
                    new Problem.Place.File(home.path().toString()),
                    java.util.Map.of("place", home.path().toString())));
        }
        try (InputStream input = openInput()) {
            Optional<Integer> far = handOver(home, input);
            return far.isPresent() ? far.get() : alone(home).number();
        }
    }

    /** The member that acts, in the role that fits the purpose. */
    final Actor actor(OpenNode node, Purpose purpose) {
        return node.actor(memberName(node), purpose);
    }

    /** The sign-in name of the member that acts. */
    final String memberName(OpenNode node) {
        return as.or(() -> node.home().isDemonstration()
                        ? Optional.of(demonstrationMember(DemonstrationHome.which(node)))
                        : Optional.empty())
                .orElseThrow(() -> new ProblemException(Problem.inField("command.as-missing", "--as")));
    }

    /** Who acts in a demonstration when nobody is named. */
    String demonstrationMember(DemonstrationNode node) {
        return node.analyst();
    }

    private Optional<Integer> handOver(Home home, InputStream input) throws IOException {
        Optional<ControlClient> client = ControlClient.find(home.path());
        if (client.isEmpty()) {
            return Optional.empty();
        }
        return client.get()
                .run(
                        new ControlServer.Typed(invocation.arguments(), invocation.directory(), invocation.language()),
                        invocation.terminal(),
                        input);
    }

    /** What is done where no node runs: the home is opened for this one command. */
    ExitCode alone(Home home) throws IOException {
        try (OpenNode node = Opening.open(home, invocation)) {
            if (!inputFiles().isEmpty()) {
                return work(node, new InputFiles(Optional.empty(), resolved()));
            }
            return work(node, InputFile.here(inputFile().map(invocation::resolve)));
        }
    }

    private List<Path> resolved() {
        return inputFiles().stream().map(invocation::resolve).toList();
    }

    /** What is sent along with the command: the files it reads. Opened before anything is asked of the node. */
    InputStream openInput() {
        if (!inputFiles().isEmpty()) {
            return InputFiles.stream(resolved());
        }
        if (inputFile().isEmpty()) {
            return InputStream.nullInputStream();
        }
        Path file = invocation.resolve(inputFile().get());
        try {
            if (Files.isDirectory(file)) {
                throw new ProblemException(unreadable(file));
            }
            return new UnchangedInputStream(file);
        } catch (IOException e) {
            throw new ProblemException(unreadable(file));
        }
    }

    static Problem unreadable(Path file) {
        return new Problem(
                "command.file-unreadable",
                new Problem.Place.File(file.toString()),
                java.util.Map.of("file", file.toString()));
    }
}
