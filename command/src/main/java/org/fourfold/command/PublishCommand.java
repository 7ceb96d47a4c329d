package org.fourfold.command;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.frame.Purpose;
import org.fourfold.node.partnership.Partnership;
import org.fourfold.node.partnership.Publication;
import org.fourfold.node.partnership.PublicationId;
import org.fourfold.node.shell.Room;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code fourfold publish DIR}: writes a released publication into a folder that is new or empty. */
@Command(name = "publish")
final class PublishCommand extends DataCommand {

    @Parameters(index = "0", paramLabel = "DIR", descriptionKey = "publish-folder")
    Path folder = Path.of("");

    @Option(names = "--publication", paramLabel = "ID")
    Optional<String> publication = Optional.empty();

    PublishCommand(Invocation invocation) {
        super(invocation);
    }

    @Override
    ExitCode work(OpenNode node, InputFile input) {
        if (!node.house().rooms().contains(Room.PARTNERSHIP)) {
            throw new ProblemException(Problem.of("command.no-room"));
        }
        Optional<PublicationId> wanted = publication.map(text -> PublicationId.parse(text)
                .orElseThrow(() -> new ProblemException(Problem.inField("partnership.unknown", "--publication"))));
        Partnership.Written written = node.facade(Partnership.class)
                .publish(actor(node, Purpose.PARTNERSHIP), wanted, invocation.resolve(folder));
        boolean withdrawn = written.state() == Publication.State.WITHDRAWN;
        if (json) {
            invocation
                    .terminal()
                    .line(Json.text(Map.of(
                            "publication", written.id().toString(), "files", written.files(), "withdrawn", withdrawn)));
        } else {
            String key = withdrawn ? "command.publish.notice" : "command.publish.done";
            invocation.terminal().line(invocation.text(key, Map.of("files", written.files())));
        }
        return ExitCode.DONE;
    }
}
