package org.fourfold.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.fourfold.ledger.note.SignedCheckpoint;
import org.fourfold.ledger.store.TileSource;
import org.fourfold.ledger.witness.Mirror;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.ground.Home;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code fourfold mirror --out FOLDER}: what the home shows outside, hashes and signed sizes, onto a medium or into the folder
 * of a web server. Opens no database and needs no key; may run beside the node, by a timer.
 */
@Command(name = "mirror")
final class MirrorCommand implements Callable<Integer> {

    private final Invocation invocation;

    @Mixin
    final HomeOptions homeOptions = new HomeOptions();

    @Option(names = "--out", paramLabel = "FOLDER", required = true, descriptionKey = "mirror-out")
    Path out = Path.of("");

    MirrorCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        Home home = homeOptions.home(invocation);
        List<Path> logs = logs(home.shown());
        if (logs.isEmpty()) {
            throw new ProblemException(Problem.of("command.mirror-nothing"));
        }
        Path target = invocation.resolve(out);
        for (Path log : logs) {
            copy(log, target);
        }
        return ExitCode.DONE.number();
    }

    /** Those that show a checkpoint: it is written last. */
    private static List<Path> logs(Path shown) {
        if (!Files.isDirectory(shown)) {
            return List.of();
        }
        try (Stream<Path> inside = Files.list(shown)) {
            return inside.filter(log -> Files.exists(log.resolve("checkpoint")))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw broken();
        }
    }

    private void copy(Path log, Path target) {
        try {
            SignedCheckpoint checkpoint = SignedCheckpoint.parse(Files.readAllBytes(log.resolve("checkpoint")))
                    .orElseThrow(MirrorCommand::broken);
            long copied = new Mirror(TileSource.folder(log), target.resolve(String.valueOf(log.getFileName())))
                    .update(checkpoint);
            invocation
                    .terminal()
                    .line(invocation.text(
                            "command.mirror.done",
                            Map.of(
                                    "folder",
                                    target.toString(),
                                    "log",
                                    checkpoint.checkpoint().origin(),
                                    "size",
                                    checkpoint.checkpoint().size(),
                                    "copied",
                                    copied)));
        } catch (IOException e) {
            throw broken();
        }
    }

    private static ProblemException broken() {
        return new ProblemException(Problem.of("command.mirror-broken"));
    }
}
