package org.fourfold.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.fourfold.command.demo.DemonstrationNode;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.frame.Purpose;
import org.fourfold.node.trust.Backup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code fourfold backup [FILE]}: everything of the node in one encrypted file, and the keys beside it. */
@Command(name = "backup")
final class BackupCommand extends DataCommand {

    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern(
                    "'fourfold-'yyyyMMdd-HHmmss'.age'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    @Parameters(index = "0", paramLabel = "FILE", arity = "0..1", descriptionKey = "backup-file")
    Optional<Path> file = Optional.empty();

    BackupCommand(Invocation invocation) {
        super(invocation);
    }

    /** Where a backup goes when nobody said. */
    static Path usualPlace(OpenNode node, Invocation invocation) {
        return node.home().backups().resolve(NAME.format(invocation.clock().instant()));
    }

    @Override
    String demonstrationMember(DemonstrationNode node) {
        return node.administrator();
    }

    @Override
    ExitCode work(OpenNode node, InputFile input) {
        Path body = file.map(invocation::resolve).orElseGet(() -> usualPlace(node, invocation));
        if (Files.exists(body)) {
            throw new ProblemException(new Problem(
                    "command.file-exists", new Problem.Place.File(body.toString()), Map.of("file", body.toString())));
        }
        Backup.Written written = node.facade(Backup.class).write(actor(node, Purpose.ADMINISTRATION), body);
        long rows = written.rows().values().stream().mapToLong(Long::longValue).sum();
        if (json) {
            invocation
                    .terminal()
                    .line(Json.text(Map.of(
                            "body",
                            written.body().toString(),
                            "keys",
                            written.keys().toString(),
                            "rows",
                            rows)));
        } else {
            invocation
                    .terminal()
                    .line(invocation.text(
                            "command.backup.done",
                            Map.of(
                                    "body",
                                    written.body().toString(),
                                    "keys",
                                    written.keys().toString(),
                                    "rows",
                                    rows)));
        }
        return ExitCode.DONE;
    }
}
