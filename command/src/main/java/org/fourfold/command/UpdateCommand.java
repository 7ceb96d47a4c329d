package org.fourfold.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.fourfold.command.control.ControlClient;
import org.fourfold.command.update.Installation;
import org.fourfold.command.update.Release;
import org.fourfold.command.update.SignedNote;
import org.fourfold.command.update.VerifierKey;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.ground.Home;
import org.fourfold.node.ground.Storage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code fourfold update FILE}: another version from a signed archive, without the network. The new version is tried on the
 * node's own data before it is put in use; when it fails, program and data are as they were.
 */
@Command(name = "update")
final class UpdateCommand implements Callable<Integer> {

    /** Room for the archive's copy and what comes out of it, as a multiple of its size. */
    private static final long ROOM_FACTOR = 4;

    private static final long BYTES_IN_MEGABYTE = 1_048_576;

    private final Invocation invocation;

    @Mixin
    final HomeOptions homeOptions = new HomeOptions();

    @Parameters(index = "0", paramLabel = "FILE", descriptionKey = "update-file")
    Path file = Path.of("");

    @Option(names = "--as", paramLabel = "MEMBER")
    Optional<String> as = Optional.empty();

    @Option(names = "--allow-older")
    boolean allowOlder;

    UpdateCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws IOException {
        if (invocation.inside().isPresent()) {
            throw new ProblemException(Problem.of("command.not-inside"));
        }
        Installation installation = Installation.of(invocation.environment())
                .orElseThrow(() -> new ProblemException(Problem.of("command.update-clone")));
        Path archive = invocation.resolve(file);
        Release release = signed(archive, installation.keys());
        refuseUnfitting(release, installation);
        Home home = homeOptions.home(invocation);
        refuseRunning(home);
        refuseFull(new Storage(installation.place()), ROOM_FACTOR * release.bytes());
        unpack(installation, archive, release);
        return new Updating(installation, release, home, invocation).run(as).number();
    }

    /** What the note says, once a key that this version trusts stands under it. */
    private static Release signed(Path archive, List<VerifierKey> keys) {
        if (keys.isEmpty()) {
            throw new ProblemException(Problem.of("command.update-no-keys"));
        }
        Path note = archive.resolveSibling(archive.getFileName() + Release.NOTE_SUFFIX);
        SignedNote read =
                read(note).flatMap(SignedNote::parse).orElseThrow(() -> fault("command.update-no-note", note));
        if (!read.isSignedBy(keys)) {
            throw fault("command.update-not-signed", note);
        }
        return Release.parse(read.text()).orElseThrow(() -> fault("command.update-no-note", note));
    }

    private static Optional<String> read(Path note) {
        try {
            return Files.isRegularFile(note) && Files.size(note) <= SignedNote.BYTES_MAX
                    ? Optional.of(Files.readString(note))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private void refuseUnfitting(Release release, Installation installation) {
        if (!release.platform().equals(installation.platform())) {
            throw new ProblemException(Problem.of("command.update-platform").with("platform", release.platform()));
        }
        int order = release.version().compareTo(installation.version());
        if (order == 0) {
            throw new ProblemException(Problem.of("command.update-same")
                    .with("version", release.version().toString()));
        }
        if (order < 0 && !allowOlder) {
            throw new ProblemException(Problem.of("command.update-older")
                    .with("version", release.version().toString())
                    .with("here", installation.version().toString()));
        }
        if (!installation.isWritable()) {
            throw fault("command.update-not-writable", installation.place());
        }
    }

    private static void refuseRunning(Home home) {
        if (home.exists() && ControlClient.find(home.path()).isPresent()) {
            throw fault("command.update-running", home.path());
        }
    }

    private static void refuseFull(Storage storage, long bytes) throws IOException {
        if (storage.freeBytes() < bytes) {
            throw new ProblemException(
                    Problem.of("command.update-no-room").with("megabytes", Long.toString(bytes / BYTES_IN_MEGABYTE)));
        }
    }

    private void unpack(Installation installation, Path archive, Release release) {
        invocation.terminal().remark(invocation.text("command.update.unpacking", version(release)));
        try {
            if (!installation.unpack(archive, release)) {
                throw fault("command.update-altered", archive);
            }
        } catch (IOException e) {
            if (Installation.isUnsafe(e)) {
                throw fault("command.update-unsafe", archive);
            }
            if (!Files.isReadable(archive)) {
                throw fault("command.file-unreadable", archive);
            }
            throw new UncheckedIOException(e);
        }
    }

    static Map<String, Object> version(Release release) {
        return Map.of("version", release.version().toString());
    }

    private static ProblemException fault(String code, Path place) {
        return new ProblemException(
                new Problem(code, new Problem.Place.File(place.toString()), Map.of("file", place.toString())));
    }
}
