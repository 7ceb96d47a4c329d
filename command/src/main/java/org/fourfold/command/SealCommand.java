package org.fourfold.command;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.fourfold.command.demo.DemonstrationMembers;
import org.fourfold.command.demo.DemonstrationNode;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.CaseFileId;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.frame.Purpose;
import org.fourfold.node.frame.RefusedException;
import org.fourfold.node.prosecution.InvestigationId;
import org.fourfold.node.prosecution.Investigations;
import org.fourfold.node.protection.FileNumber;
import org.fourfold.node.protection.Protection;
import org.fourfold.node.shell.Room;
import org.fourfold.node.trust.RecordWords;
import org.fourfold.node.trust.Sealing;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code fourfold seal --out BAG}: the record, or what it holds about one file, for somebody outside. In clear with
 * {@code --plain}; else only the organisation, or the recipient named, can open it.
 */
@Command(name = "seal")
final class SealCommand extends DataCommand {

    @Option(names = "--out", paramLabel = "BAG", required = true, descriptionKey = "seal-out")
    Path out = Path.of("");

    @Option(names = "--case", paramLabel = "NUMBER", descriptionKey = "seal-case")
    Optional<String> about = Optional.empty();

    @Option(names = "--plain")
    boolean plain;

    @Option(names = "--recipient", paramLabel = "AGE")
    Optional<String> recipient = Optional.empty();

    @Option(names = "--passphrase-fd", paramLabel = "N")
    Optional<Integer> descriptor = Optional.empty();

    /** Who acts, and about what. */
    private record Asked(Actor actor, Optional<UUID> about) {}

    SealCommand(Invocation invocation) {
        super(invocation);
    }

    @Override
    String demonstrationMember(DemonstrationNode node) {
        if (about.isEmpty()) {
            return node.administrator();
        }
        return switch (node) {
            case SHELTER -> DemonstrationMembers.CASEWORKER;
            case UNIT -> DemonstrationMembers.INVESTIGATOR;
        };
    }

    @Override
    ExitCode work(OpenNode node, InputFile input) {
        Path bag = invocation.resolve(out);
        Sealing.For reader = reader(bag);
        Unlocking.unlock(node, invocation, descriptor);
        Asked asked = about.map(typed -> asked(node, typed))
                .orElseGet(() -> new Asked(actor(node, Purpose.OVERSIGHT), Optional.empty()));
        Sealing.Sealed sealed = node.facade(Sealing.class)
                .seal(asked.actor(), new Sealing.Order(bag, asked.about(), reader, recipient, false));
        if (json) {
            Map<String, Object> told = new LinkedHashMap<>(values(sealed));
            told.put("fingerprint", sealed.fingerprint());
            told.put("digest", sealed.digest());
            invocation.terminal().line(Json.text(told));
        } else {
            tell(invocation, sealed);
        }
        return ExitCode.DONE;
    }

    /** What was sealed, and the numbers to write on paper. */
    static void tell(Invocation invocation, Sealing.Sealed sealed) {
        Map<String, Object> values = new LinkedHashMap<>(values(sealed));
        values.put("fingerprint", RecordWords.grouped(sealed.fingerprint()));
        values.put("digest", RecordWords.grouped(sealed.digest()));
        invocation.terminal().line(invocation.text("command.seal.done", values));
        invocation.terminal().line(invocation.text("command.seal.paper", values));
    }

    private static Map<String, Object> values(Sealing.Sealed sealed) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("bag", sealed.bag().toString());
        values.put("log", sealed.origin());
        values.put("size", sealed.size());
        values.put("entries", sealed.entries());
        return values;
    }

    private Sealing.For reader(Path bag) {
        if (plain && recipient.isPresent()) {
            throw new ProblemException(Problem.inField("command.seal-both", "--recipient"));
        }
        boolean looksOpen = String.valueOf(bag.getFileName()).endsWith(".zip");
        boolean looksShut = String.valueOf(bag.getFileName()).endsWith(".age");
        if (plain ? looksShut : looksOpen) {
            throw new ProblemException(Problem.inField("command.seal-name", "--out"));
        }
        if (plain) {
            return Sealing.For.ANYBODY;
        }
        return recipient.isPresent() ? Sealing.For.PERSON : Sealing.For.ORGANISATION;
    }

    /** The record of a file goes to whoever may see who read it; that of an investigation to whoever sees it. */
    private Asked asked(OpenNode node, String typed) {
        if (node.house().rooms().contains(Room.PROTECTION)) {
            Actor actor = actor(node, Purpose.PROTECTION);
            Protection protection = node.facade(Protection.class);
            CaseFileId id = FileNumber.parse(typed)
                    .flatMap(number -> protection.find(actor, number.text()).readable().stream()
                            .findFirst())
                    .map(line -> line.file().id())
                    .orElseThrow(() -> new RefusedException("relation"));
            protection.askForRecord(actor, id);
            return new Asked(actor, Optional.of(id.value()));
        }
        if (node.house().rooms().contains(Room.PROSECUTION)) {
            Actor actor = actor(node, Purpose.INVESTIGATION);
            InvestigationId id = InvestigationId.parse(typed)
                    .filter(found ->
                            node.facade(Investigations.class).view(actor, found).isPresent())
                    .orElseThrow(() -> new RefusedException("relation"));
            return new Asked(actor, Optional.of(id.value()));
        }
        throw new ProblemException(Problem.of("command.no-files"));
    }
}
