package org.fourfold.command;

import java.io.BufferedWriter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.fourfold.command.demo.DemonstrationMembers;
import org.fourfold.command.demo.DemonstrationNode;
import org.fourfold.command.terminal.Faults;
import org.fourfold.node.access.PasswordProof;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.FieldGroup;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.frame.Purpose;
import org.fourfold.node.frame.RefusedException;
import org.fourfold.node.protection.HtcdsChoice;
import org.fourfold.node.protection.HtcdsReport;
import org.fourfold.node.protection.Protection;
import org.fourfold.node.shell.Room;
import org.fourfold.node.trust.PassphraseSources;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code fourfold import htcds} and {@code fourfold export htcds}. */
final class HtcdsCommands {

    /** Who acts in a demonstration when nobody is named. */
    private static final String DEMONSTRATION_CASEWORKER = DemonstrationMembers.CASEWORKER;

    private HtcdsCommands() {}

    private static Protection protection(OpenNode node) {
        if (!node.house().rooms().contains(Room.PROTECTION)) {
            throw new ProblemException(Problem.of("command.no-files"));
        }
        return node.facade(Protection.class);
    }

    /** Makes a case file of each row; what is refused or kept aside is told cell by cell. */
    @Command(name = "htcds")
    static final class Import extends DataCommand {

        @Parameters(index = "0", paramLabel = "FILE", descriptionKey = "file")
        Path file = Path.of("");

        @Option(names = "--dry-run")
        boolean dryRun;

        Import(Invocation invocation) {
            super(invocation);
        }

        @Override
        Optional<Path> inputFile() {
            return Optional.of(file);
        }

        @Override
        String demonstrationMember(DemonstrationNode node) {
            return DEMONSTRATION_CASEWORKER;
        }

        @Override
        ExitCode work(OpenNode node, InputFile input) throws IOException {
            Protection protection = protection(node);
            Actor actor = actor(node, Purpose.PROTECTION);
            return input.read(node.home(), path -> {
                try (InputStream table = Files.newInputStream(path)) {
                    HtcdsReport report = protection.importHtcds(actor, table, dryRun);
                    tell(report);
                    return report.refused() > 0 ? ExitCode.FAULTS : ExitCode.DONE;
                }
            });
        }

        private void tell(HtcdsReport report) {
            if (json) {
                invocation.terminal().line(Json.text(machine(report)));
                return;
            }
            Faults faults = new Faults(invocation.messages());
            if (!report.refusals().isEmpty()) {
                invocation.terminal().remark(invocation.text("command.htcds.refusals"));
                faults.tell(invocation.terminal(), report.refusals());
            }
            if (!report.remarks().isEmpty()) {
                invocation.terminal().remark(invocation.text("command.htcds.remarks"));
                faults.tell(invocation.terminal(), report.remarks());
            }
            invocation
                    .terminal()
                    .line(invocation.text(
                            report.dryRun() ? "command.htcds.would" : "command.htcds.done",
                            Map.of(
                                    "rows",
                                    report.rows(),
                                    "accepted",
                                    report.accepted(),
                                    "refused",
                                    report.refused(),
                                    "duplicates",
                                    report.duplicates(),
                                    "alike",
                                    report.alike())));
        }

        private Map<String, Object> machine(HtcdsReport report) {
            Faults faults = new Faults(invocation.messages());
            Map<String, Object> told = new LinkedHashMap<>();
            told.put("dryRun", report.dryRun());
            told.put("rows", report.rows());
            told.put("accepted", report.accepted());
            told.put("refused", report.refused());
            told.put("duplicates", report.duplicates());
            told.put("alike", report.alike());
            told.put("refusals", faults.machine(report.refusals()));
            told.put("remarks", faults.machine(report.remarks()));
            told.put("untold", report.untold());
            return told;
        }
    }

    /**
     * Writes a member's files into a new file that only its owner can read. Whoever owns the home could name any member:
     * since case files are opened here, the member's password must be given, as on the page.
     */
    @Command(name = "htcds")
    static final class Export extends DataCommand {

        private static final int SECRET_BYTES_MAX = 4_096;

        @Option(names = "--groups", paramLabel = "GROUP", split = ",")
        List<String> groups = List.of();

        @Option(names = "--stays-here")
        boolean staysHere;

        @Option(names = "--duress-weighed")
        boolean duressWeighed;

        @Option(names = "--own-columns")
        boolean ownColumns;

        @Option(names = "--output", paramLabel = "FILE", required = true, descriptionKey = "htcds-output")
        Path output = Path.of("");

        @Option(names = "--password-fd", paramLabel = "N")
        Optional<Integer> descriptor = Optional.empty();

        private byte[] typed = new byte[0];

        Export(Invocation invocation) {
            super(invocation);
        }

        @Override
        String demonstrationMember(DemonstrationNode node) {
            return DEMONSTRATION_CASEWORKER;
        }

        /** The password travels to the node as what the command reads, never as an argument. */
        @Override
        InputStream openInput() {
            choice().requireWhole();
            char[] secret = descriptor
                    .flatMap(number -> new PassphraseSources(OptionalInt.of(number), Map.of()).find())
                    .or(() -> invocation.terminal().secret(invocation.text("command.htcds.ask-password")))
                    .orElseThrow(() -> new ProblemException(Problem.of("command.password-missing")));
            var encoded = StandardCharsets.UTF_8.encode(CharBuffer.wrap(secret));
            typed = new byte[encoded.remaining()];
            encoded.get(typed);
            Arrays.fill(secret, '\0');
            return new ByteArrayInputStream(typed);
        }

        @Override
        ExitCode work(OpenNode node, InputFile input) throws IOException {
            Protection protection = protection(node);
            HtcdsChoice choice = choice();
            choice.requireWhole();
            Actor actor = actor(node, Purpose.PROTECTION);
            requirePassword(node, actor);
            Path file = invocation.resolve(output);
            Writer out = open(file);
            try (out) {
                long count = protection.exportHtcds(actor, choice, out);
                out.flush();
                invocation.terminal().remark(invocation.text("command.htcds.written", Map.of("count", count)));
                return ExitCode.DONE;
            } catch (IOException | UncheckedIOException e) {
                // What was begun is not left to be taken for the whole.
                Files.deleteIfExists(file);
                throw notWritten(file);
            } catch (RefusedException refused) {
                Files.deleteIfExists(file);
                throw refused;
            }
        }

        private void requirePassword(OpenNode node, Actor actor) throws IOException {
            byte[] secret = invocation.inside().isPresent() ? invocation.input().readNBytes(SECRET_BYTES_MAX) : typed;
            try {
                String password = new String(secret, StandardCharsets.UTF_8);
                boolean proven = node.facade(PasswordProof.class)
                        .prove(memberName(node), password)
                        .filter(member -> member.id().equals(actor.member()))
                        .isPresent();
                if (!proven) {
                    throw new RefusedException("password");
                }
            } finally {
                Arrays.fill(secret, (byte) 0);
            }
        }

        private HtcdsChoice choice() {
            Set<FieldGroup> chosen = EnumSet.noneOf(FieldGroup.class);
            for (String code : groups) {
                chosen.add(HtcdsChoice.offered().stream()
                        .filter(group -> group.name().toLowerCase(Locale.ROOT).equals(code.strip()))
                        .findFirst()
                        .orElseThrow(
                                () -> new ProblemException(Problem.inField("protection.htcds-no-group", "--groups"))));
            }
            return new HtcdsChoice(chosen, staysHere, Optional.empty(), duressWeighed, ownColumns);
        }

        private static Writer open(Path file) {
            try {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                return new BufferedWriter(new OutputStreamWriter(Files.newOutputStream(file), StandardCharsets.UTF_8));
            } catch (FileAlreadyExistsException e) {
                throw new ProblemException(new Problem(
                        "command.file-exists",
                        new Problem.Place.File(file.toString()),
                        Map.of("file", file.toString())));
            } catch (IOException e) {
                throw notWritten(file);
            }
        }

        private static ProblemException notWritten(Path file) {
            return new ProblemException(
                    new Problem("command.output-not-written", new Problem.Place.File(file.toString()), Map.of()));
        }
    }
}
