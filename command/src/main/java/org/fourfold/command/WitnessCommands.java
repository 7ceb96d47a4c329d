package org.fourfold.command;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.fourfold.ledger.note.SignedCheckpoint;
import org.fourfold.ledger.note.VerifierKey;
import org.fourfold.ledger.sign.FastEd25519;
import org.fourfold.ledger.witness.Sighting;
import org.fourfold.ledger.witness.WatchedLog;
import org.fourfold.ledger.witness.WitnessFolder;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.trust.RecordWords;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code fourfold witness ...}: for somebody outside who vouches for a record. Needs no home: a folder with a key and what
 * was seen. Meant to be run by a timer; whatever a person should know of ends with {@link ExitCode#ATTENTION}.
 */
final class WitnessCommands {

    private WitnessCommands() {}

    static CommandLine group(Invocation invocation) {
        return new CommandLine(new Group(invocation, "witness"))
                .addSubcommand("new", new NewWitness(invocation))
                .addSubcommand("look", new Look(invocation));
    }

    /** What they share: the folder. */
    @Command
    abstract static class WitnessCommand implements Callable<Integer> {

        final Invocation invocation;

        @Parameters(index = "0", paramLabel = "FOLDER", descriptionKey = "witness-folder")
        Path folder = Path.of("");

        WitnessCommand(Invocation invocation) {
            this.invocation = invocation;
        }

        final Path folder() {
            return invocation.resolve(folder);
        }

        final void say(String key, Map<String, ?> values) {
            invocation.terminal().line(invocation.text(key, values));
        }
    }

    /** Draws the key. */
    @Command(name = "new")
    static final class NewWitness extends WitnessCommand {

        @Option(names = "--name", paramLabel = "NAME", required = true, descriptionKey = "witness-name")
        String name = "";

        NewWitness(Invocation invocation) {
            super(invocation);
        }

        @Override
        public Integer call() throws IOException {
            if (!VerifierKey.isName(name)) {
                throw new ProblemException(Problem.inField("command.witness-name", "--name"));
            }
            try {
                VerifierKey key = WitnessFolder.create(folder(), name, invocation.random());
                say("command.witness.new", Map.of("folder", folder().toString()));
                invocation.terminal().line(key.toString());
                say("command.witness.fingerprint", Map.of("fingerprint", RecordWords.grouped(key.fingerprint())));
                return ExitCode.DONE.number();
            } catch (FileAlreadyExistsException there) {
                throw new ProblemException(Problem.of("command.witness-there"));
            } catch (IOException e) {
                throw OutputFile.notWritten(Optional.of(folder()));
            }
        }
    }

    /** Looks at every log it knows. */
    @Command(name = "look")
    static final class Look extends WitnessCommand {

        @Option(names = "--log", paramLabel = "VKEY", descriptionKey = "witness-log")
        Optional<String> log = Optional.empty();

        @Option(names = "--from", paramLabel = "PLACE", descriptionKey = "witness-from")
        Optional<String> from = Optional.empty();

        @Option(names = "--silence", paramLabel = "DAYS", descriptionKey = "witness-silence")
        int silence = 7;

        Look(Invocation invocation) {
            super(invocation);
        }

        @Override
        public Integer call() throws IOException {
            Optional<WatchedLog> more = named();
            try (WitnessFolder witness = open()) {
                if (more.isPresent()) {
                    witness.watch(more.get());
                }
                List<WatchedLog> logs = witness.logs();
                if (logs.isEmpty()) {
                    throw new ProblemException(Problem.inField("command.witness-nothing", "--log"));
                }
                boolean wellAll = true;
                boolean cosignedAny = false;
                for (WatchedLog one : logs) {
                    Instant now = invocation.clock().instant();
                    Sighting sighting = witness.look(one, new FastEd25519(), now);
                    cosignedAny |= sighting instanceof Sighting.Consistent;
                    wellAll &= tell(one, sighting, now);
                }
                if (cosignedAny) {
                    say(
                            "command.witness.shown",
                            Map.of("folder", witness.shown().toString()));
                }
                return (wellAll ? ExitCode.DONE : ExitCode.ATTENTION).number();
            }
        }

        private Optional<WatchedLog> named() {
            if (log.isEmpty() && from.isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(WatchedLog.of(log.orElse(""), place(from.orElse("")))
                    .orElseThrow(() -> new ProblemException(Problem.inField("command.witness-log", "--log"))));
        }

        /** A path is typed as seen from where the command is given. */
        private String place(String typed) {
            return typed.isBlank() || typed.contains("://")
                    ? typed
                    : invocation.resolve(Path.of(typed)).toString();
        }

        private WitnessFolder open() {
            try {
                return WitnessFolder.open(folder());
            } catch (IOException e) {
                throw new ProblemException(Problem.of("command.witness-none"));
            }
        }

        /** Says what was seen; false where a person should know of it. */
        private boolean tell(WatchedLog watched, Sighting sighting, Instant now) {
            String name = watched.key().name();
            return switch (sighting) {
                case Sighting.Consistent consistent -> tell(name, consistent, now);
                case Sighting.Shrunk shrunk -> {
                    say(
                            "command.witness.shrunk",
                            Map.of("log", name, "seen", size(shrunk.seen()), "shown", size(shrunk.shown())));
                    yield false;
                }
                case Sighting.Forked _ -> {
                    say("command.witness.forked", Map.of("log", name, "folder", folder().toString()));
                    yield false;
                }
                case Sighting.Unreadable unreadable -> {
                    String why = unreadable.why().name().toLowerCase(Locale.ROOT);
                    say("command.witness.unreadable." + why, Map.of("log", name, "place", watched.place()));
                    yield false;
                }
            };
        }

        private boolean tell(String name, Sighting.Consistent seen, Instant now) {
            long size = size(seen.cosigned());
            if (size != seen.sizeBefore()) {
                String how = seen.sizeBefore() == 0 ? "command.witness.first" : "command.witness.grew";
                say(how, Map.of("log", name, "size", size, "more", size - seen.sizeBefore()));
                return true;
            }
            say("command.witness.same", Map.of("log", name, "size", size, "since", day(seen.since())));
            long days = Duration.between(seen.since(), now).toDays();
            if (days < silence) {
                return true;
            }
            say("command.witness.silent", Map.of("log", name, "days", days));
            return false;
        }

        private String day(Instant moment) {
            return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                    .withLocale(invocation.language().locale())
                    .withZone(ZoneId.systemDefault())
                    .format(moment);
        }

        private static long size(SignedCheckpoint checkpoint) {
            return checkpoint.checkpoint().size();
        }
    }
}
