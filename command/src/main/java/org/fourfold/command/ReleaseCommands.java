package org.fourfold.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.fourfold.command.update.Release;
import org.fourfold.command.update.SignedNote;
import org.fourfold.command.update.SigningKey;
import org.fourfold.command.update.Sums;
import org.fourfold.command.update.VerifierKey;
import org.fourfold.command.update.Version;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code fourfold release ...}: for who publishes; {@code ./fourfold package} calls it. */
final class ReleaseCommands {

    private static final Pattern NAME = Pattern.compile("fourfold-(.+)-([a-z0-9]+-[a-z0-9]+)\\.tar\\.gz");

    private ReleaseCommands() {}

    static CommandLine group(Invocation invocation) {
        return new CommandLine(new Group(invocation, "release"))
                .addSubcommand("key", new Key(invocation))
                .addSubcommand("sign", new Sign(invocation));
    }

    /** Makes a key: the secret into a file of its own, the public line on the terminal. */
    @Command(name = "key")
    static final class Key implements Callable<Integer> {

        private final Invocation invocation;

        @Parameters(index = "0", paramLabel = "NAME", descriptionKey = "key-name")
        String name = "";

        @Parameters(index = "1", paramLabel = "KEYFILE", descriptionKey = "key-file")
        Path file = Path.of("");

        Key(Invocation invocation) {
            this.invocation = invocation;
        }

        @Override
        public Integer call() throws IOException {
            Path target = invocation.resolve(file);
            SigningKey key = SigningKey.random(name, invocation.random())
                    .orElseThrow(() -> new ProblemException(Problem.inField("command.release-name", "NAME")));
            if (Files.exists(target)) {
                throw fault("command.file-exists", target);
            }
            Files.createFile(
                    target, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(target, key.secretText() + "\n");
            invocation.terminal().remark(invocation.text("command.release.key", Map.of("file", target.toString())));
            invocation.terminal().line(key.verifier().toString());
            return ExitCode.DONE.number();
        }
    }

    /** Writes an archive's note beside it. */
    @Command(name = "sign")
    static final class Sign implements Callable<Integer> {

        private final Invocation invocation;

        @Parameters(index = "0", paramLabel = "FILE", descriptionKey = "update-file")
        Path file = Path.of("");

        @Option(names = "--key", paramLabel = "KEYFILE", required = true, descriptionKey = "key-file")
        List<Path> keys = List.of();

        @Option(names = "--keys", paramLabel = "FILE", required = true, descriptionKey = "trusted-keys")
        Path trusted = Path.of("");

        Sign(Invocation invocation) {
            this.invocation = invocation;
        }

        @Override
        public Integer call() throws IOException {
            Path archive = invocation.resolve(file);
            Release release = describe(archive);
            List<VerifierKey> known = VerifierKey.parseAll(Files.readAllLines(invocation.resolve(trusted)))
                    .orElseThrow(() -> fault("command.release-keys", trusted));
            List<SigningKey> signing = keys.stream().map(this::read).toList();
            String note = SignedNote.write(release.text(), signing);
            // A release that its own program would refuse helps nobody.
            if (SignedNote.parse(note).filter(one -> one.isSignedBy(known)).isEmpty()) {
                throw fault("command.release-unknown-key", trusted);
            }
            Path target = archive.resolveSibling(archive.getFileName() + Release.NOTE_SUFFIX);
            Files.writeString(target, note);
            invocation.terminal().line(invocation.text("command.release.signed", Map.of("file", target.toString())));
            return ExitCode.DONE.number();
        }

        private SigningKey read(Path typed) {
            Path key = invocation.resolve(typed);
            try {
                return SigningKey.parse(Files.readString(key)).orElseThrow(() -> fault("command.release-keys", key));
            } catch (IOException e) {
                throw fault("command.file-unreadable", key);
            }
        }

        private static Release describe(Path archive) throws IOException {
            var named = NAME.matcher(String.valueOf(archive.getFileName()));
            if (!named.matches()) {
                throw fault("command.release-file", archive);
            }
            Version version = Version.parse(named.group(1)).orElseThrow(() -> fault("command.release-file", archive));
            return new Release(version, named.group(2), Files.size(archive), Sums.of(archive));
        }
    }

    private static ProblemException fault(String code, Path place) {
        return new ProblemException(
                new Problem(code, new Problem.Place.File(place.toString()), Map.of("file", place.toString())));
    }
}
