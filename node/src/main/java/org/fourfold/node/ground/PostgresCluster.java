package org.fourfold.node.ground;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;

/**
 * The data directory: made once, under another name, and renamed when it is whole, so that a power cut in the middle
 * leaves nothing half-made behind.
 */
record PostgresCluster(ServerPlaces places, PostgresCommands commands, Durability durability, RandomGenerator random) {

    private static final long MAKING_SECONDS_MAX = 600;

    private static final FileAttribute<?> PRIVATE_FILE = Unix.rights("rw-------");

    /** The superuser's credential; makes the data directory when there is none. */
    Credential open() {
        try {
            Files.deleteIfExists(places.passwordCopy());
            PostgresBinaries.delete(places.unfinishedData());
            if (!Files.exists(places.data())) {
                return make();
            }
            if (!Files.exists(places.password())) {
                return setAnew();
            }
            return new Credential(
                    PostgresCommands.SUPERUSER,
                    Files.readString(places.password()).strip());
        } catch (IOException e) {
            throw StorageFault.problem(e, places.folder());
        }
    }

    private Credential make() throws IOException {
        Credential credential = Credential.random(PostgresCommands.SUPERUSER, random);
        keep(credential);
        Path data = Files.createDirectory(places.unfinishedData(), Unix.rights("rwx------"));
        commands.account().own(data);
        try {
            Files.createFile(places.passwordCopy(), PRIVATE_FILE);
            Files.writeString(places.passwordCopy(), credential.password() + "\n");
            commands.account().own(places.passwordCopy());
            Unix.Outcome outcome = Unix.run(
                    commands.process(commands.make(data, places.passwordCopy(), durability), places.folder()),
                    MAKING_SECONDS_MAX);
            if (!outcome.succeeded()) {
                throw ServerFault.problem(outcome.output(), places);
            }
        } finally {
            Files.deleteIfExists(places.passwordCopy());
        }
        Files.move(data, places.data(), StandardCopyOption.ATOMIC_MOVE);
        if (durability == Durability.KEPT) {
            Unix.flush(places.folder());
        }
        return credential;
    }

    /** The password file is written beside and renamed: it is never half a password. */
    private void keep(Credential credential) throws IOException {
        Path beside = places.password().resolveSibling(places.password().getFileName() + "-new");
        Files.deleteIfExists(beside);
        Files.createFile(beside, PRIVATE_FILE);
        Files.writeString(beside, credential.password() + "\n");
        Files.move(beside, places.password(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** The password file was lost: who may write the data directory may set a new one. */
    private Credential setAnew() throws IOException {
        Credential credential = Credential.random(PostgresCommands.SUPERUSER, random);
        ProcessBuilder builder = commands.process(commands.single(places.data()), places.folder())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        Process process = builder.start();
        try (var input = process.getOutputStream()) {
            String statement = "ALTER ROLE " + credential.user() + " PASSWORD '" + Roles.verifier(credential) + "'\n";
            input.write(statement.getBytes(StandardCharsets.US_ASCII));
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
        try {
            if (!process.waitFor(MAKING_SECONDS_MAX, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new ProblemException(Problem.of("ground.server-failed")
                        .with("place", places.folder().toString()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while setting a password", e);
        }
        keep(credential);
        return credential;
    }
}
