package org.fourfold.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.fourfold.command.demo.DemonstrationMembers;
import org.fourfold.command.terminal.Table;
import org.fourfold.node.access.Founders;
import org.fourfold.node.frame.OrganisationId;
import org.fourfold.node.ground.Home;
import org.fourfold.node.ground.NodeConfiguration;
import org.fourfold.node.ground.NodeKind;

/**
 * A demonstration's home: made a shelter called Casa Ceiba, then filled once. Each step is left out when it was done, so
 * a first start that was cut short is finished by the next.
 */
final class DemonstrationHome {

    static final String ADMINISTRATOR = DemonstrationMembers.ADMINISTRATOR;

    private static final String ORGANISATION = "Casa Ceiba (demostración)";
    private static final ZoneId ZONE = ZoneId.of("America/Guatemala");
    private static final String SECRET_FILE = "demonstration-secret";
    private static final String TOLD_FILE = "demonstration-told";
    private static final int SECRET_BYTES = 32;

    private DemonstrationHome() {}

    /** Makes the home and says what it is; a real node's home is refused. */
    static void prepare(Home home, Invocation invocation) {
        try {
            home.prepare(true);
            if (NodeConfiguration.read(home).isEmpty()) {
                new NodeConfiguration(
                                NodeKind.SHELTER,
                                OrganisationId.random(invocation.random()),
                                ORGANISATION,
                                ZONE,
                                invocation.language())
                        .write(home);
            }
        } catch (org.fourfold.node.frame.ProblemException e) {
            throw new CannotStartException(e);
        }
    }

    /** Loads what is missing and tells the members once. */
    static void load(Home home, OpenNode node, Invocation invocation, int scale) {
        try {
            List<Founders.Invented> members = DemonstrationMembers.all(secret(home, invocation));
            Founders founders = node.facade(Founders.class);
            Path told = home.path().resolve(TOLD_FILE);
            if (founders.isNobodyHere()) {
                invocation.terminal().progress(invocation.text("command.demo.loading"));
                founders.demonstration(members);
            }
            if (!Files.exists(told)) {
                DemonstrationData.load(node, invocation, scale);
                tell(members, invocation);
                Files.createFile(told);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void tell(List<Founders.Invented> members, Invocation invocation) {
        invocation.terminal().line(invocation.text("command.demo.members"));
        Table table = new Table(List.of(
                invocation.text("command.member.name"),
                invocation.text("command.demo.password"),
                invocation.text("command.member.roles")));
        members.forEach(one -> table.row(List.of(
                one.member().signInName().value(),
                one.password(),
                one.roles().stream()
                        .map(role -> invocation.text("command.role."
                                + role.name().toLowerCase(Locale.ROOT).replace('_', '-')))
                        .collect(Collectors.joining(", ")))));
        table.lines(invocation.terminal().width()).forEach(invocation.terminal()::line);
        invocation.terminal().line(invocation.text("command.demo.once"));
    }

    private static byte[] secret(Home home, Invocation invocation) throws IOException {
        Path file = home.path().resolve(SECRET_FILE);
        if (!Files.exists(file)) {
            byte[] secret = new byte[SECRET_BYTES];
            invocation.random().nextBytes(secret);
            Path fresh = Files.createTempFile(
                    home.path(),
                    SECRET_FILE,
                    ".new",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.write(fresh, secret);
            Files.move(fresh, file, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
        }
        return Files.readAllBytes(file);
    }
}
