package org.fourfold.command;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fourfold.command.demo.DemonstrationNode;
import org.fourfold.node.frame.Purpose;
import org.fourfold.node.trust.Inventory;
import org.fourfold.node.trust.SealedBag;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code fourfold acta --out FILE.html [BAG...]}: the act of delivery and receipt, a page to print and sign. */
@Command(name = "acta")
final class ActaCommand extends DataCommand {

    @Option(names = "--out", paramLabel = "FILE", required = true, descriptionKey = "acta-out")
    Path out = Path.of("");

    @Parameters(paramLabel = "BAG", arity = "0..*", descriptionKey = "acta-bag")
    List<Path> bags = List.of();

    ActaCommand(Invocation invocation) {
        super(invocation);
    }

    @Override
    String demonstrationMember(DemonstrationNode node) {
        return node.administrator();
    }

    @Override
    ExitCode work(OpenNode node, InputFile input) throws IOException {
        List<SealedBag> read =
                bags.stream().map(invocation::resolve).map(SealedBag::read).toList();
        byte[] page = node.facade(Inventory.class).page(actor(node, Purpose.OVERSIGHT), read);
        Path file = invocation.resolve(out);
        write(file, page);
        if (json) {
            invocation.terminal().line(Json.text(Map.of("file", file.toString(), "bags", read.size())));
        } else {
            invocation.terminal().line(invocation.text("command.acta.done", Map.of("file", file.toString())));
        }
        return ExitCode.DONE;
    }

    private static void write(Path file, byte[] page) throws IOException {
        try {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } catch (FileAlreadyExistsException e) {
            throw OutputFile.taken(file);
        } catch (IOException e) {
            throw OutputFile.notWritten(Optional.of(file));
        }
        try {
            Files.write(file, page);
        } catch (IOException e) {
            // What was begun is not left to be taken for the whole.
            Files.deleteIfExists(file);
            throw OutputFile.notWritten(Optional.of(file));
        }
    }
}
