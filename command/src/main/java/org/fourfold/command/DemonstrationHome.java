package org.fourfold.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.fourfold.command.demo.DemonstrationMembers;
import org.fourfold.command.demo.DemonstrationNode;
import org.fourfold.command.terminal.Table;
import org.fourfold.node.access.Founders;
import org.fourfold.node.frame.OrganisationId;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.ground.Home;
import org.fourfold.node.ground.NodeConfiguration;

/**
 * A demonstration's home: made for one of its two nodes, then filled once. Each step is left out when it was done, so a
 * first start that was cut short is finished by the next.
 */
final class DemonstrationHome {

    private static final String MARKED = " (demostración)";
    private static final String UNIT_SUFFIX = "-unit";
    private static final ZoneId ZONE = ZoneId.of("America/Guatemala");
    private static final String SECRET_FILE = "demonstration-secret";
    private static final String TOLD_FILE = "demonstration-told";
    private static final int SECRET_BYTES = 32;

    private DemonstrationHome() {}

    /**
     * The unit's home, beside the shelter's and not inside it: whoever copies, backs up or removes the folder of one must
     * not hold the keys of the other.
     */
    static Home unitBeside(Home shelter) {
        return new Home(shelter.path().resolveSibling(shelter.path().getFileName() + UNIT_SUFFIX));
    }

    /** Which node a home is, made for the given one where it is new; a real node's home is refused. */
    static DemonstrationNode prepare(Home home, DemonstrationNode ifNew, Invocation invocation) {
        try {
            home.prepare(true);
            Optional<NodeConfiguration> there = NodeConfiguration.read(home);
            if (there.isPresent()) {
                return DemonstrationNode.of(there.get());
            }
            new NodeConfiguration(
                            ifNew.kind(),
                            OrganisationId.random(invocation.random()),
                            ifNew.organisation() + MARKED,
                            ZONE,
                            invocation.language())
                    .write(home);
            return ifNew;
        } catch (ProblemException e) {
            throw new CannotStartException(e);
        }
    }

    /** Which node an open demonstration home is. */
    static DemonstrationNode which(OpenNode node) {
        return node.house()
                .configuration()
                .map(DemonstrationNode::of)
                .orElseThrow(() -> new ProblemException(Problem.of("command.not-set-up")));
    }

    /** Loads what is missing and tells the members once. */
    static void load(OpenNode node, Invocation invocation, int scale) {
        Home home = node.home();
        DemonstrationNode which = which(node);
        try {
            List<Founders.Invented> members = DemonstrationMembers.of(which, secret(home, invocation));
            Founders founders = node.facade(Founders.class);
            Path told = home.path().resolve(TOLD_FILE);
            if (founders.isNobodyHere()) {
                invocation.terminal().progress(invocation.text("command.demo.loading"));
                founders.demonstration(members);
            }
            if (!Files.exists(told)) {
                DemonstrationData.load(which, node, invocation, scale);
                tell(which, members, invocation);
                Files.createFile(told);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void tell(DemonstrationNode which, List<Founders.Invented> members, Invocation invocation) {
        invocation
                .terminal()
                .line(invocation.text("command.demo.members", Map.of("organisation", which.organisation())));
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
