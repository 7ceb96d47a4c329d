package org.fourfold.command;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.fourfold.command.demo.DemonstrationNode;
import org.fourfold.command.terminal.Table;
import org.fourfold.node.access.Access;
import org.fourfold.node.access.Invitation;
import org.fourfold.node.access.Member;
import org.fourfold.node.access.NewMember;
import org.fourfold.node.access.SignInName;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.Language;
import org.fourfold.node.frame.MemberId;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.frame.Purpose;
import org.fourfold.node.frame.Role;
import org.fourfold.node.frame.Slice;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code fourfold member ...}: the same as the pages for members, as an administrator. Confirming somebody else's
 * proposal is not here: two persons grant, and one terminal is one person.
 */
final class MemberCommands {

    private MemberCommands() {}

    static CommandLine group(Invocation invocation) {
        return new CommandLine(new Group(invocation, "member"))
                .addSubcommand("list", new ListMembers(invocation))
                .addSubcommand("invite", new Invite(invocation))
                .addSubcommand("code", new NewCode(invocation))
                .addSubcommand("propose", new Propose(invocation))
                .addSubcommand("disable", new Disable(invocation));
    }

    /** What they share: an administrator acts. */
    @Command
    abstract static class MemberCommand extends DataCommand {

        MemberCommand(Invocation invocation) {
            super(invocation);
        }

        abstract ExitCode work(Access access, Actor actor);

        @Override
        final ExitCode work(OpenNode node, InputFile input) {
            return work(node.facade(Access.class), actor(node, Purpose.ADMINISTRATION));
        }

        @Override
        String demonstrationMember(DemonstrationNode node) {
            return node.administrator();
        }

        /** The member that is meant. */
        static MemberId meant(Access access, String typed) {
            return name(typed)
                    .flatMap(access::find)
                    .map(Member::id)
                    .orElseThrow(() -> new ProblemException(
                            Problem.inField("command.member-unknown", "NAME").with("name", typed)));
        }

        static Optional<SignInName> name(String typed) {
            return SignInName.parse(typed);
        }

        void tell(Invitation invitation) {
            if (json) {
                invocation
                        .terminal()
                        .line(Json.text(Map.of(
                                "member",
                                invitation.member().toString(),
                                "signInName",
                                invitation.signInName().value(),
                                "code",
                                invitation.code().text())));
                return;
            }
            invocation
                    .terminal()
                    .line(invocation.text(
                            "command.member.code",
                            Map.of(
                                    "name",
                                    invitation.signInName().value(),
                                    "code",
                                    invitation.code().text(),
                                    "days",
                                    Access.INVITATION_VALID.toDays())));
        }
    }

    /** All members, page by page. */
    @Command(name = "list")
    static final class ListMembers extends MemberCommand {

        ListMembers(Invocation invocation) {
            super(invocation);
        }

        @Override
        ExitCode work(Access access, Actor actor) {
            Table table = new Table(List.of(
                    invocation.text("command.member.name"),
                    invocation.text("command.member.full-name"),
                    invocation.text("command.member.state"),
                    invocation.text("command.member.roles")));
            Optional<String> after = Optional.empty();
            do {
                Slice<Member> slice = access.members(actor, after);
                slice.rows().forEach(member -> tell(member, table));
                after = slice.next();
            } while (after.isPresent());
            if (!json) {
                table.lines(invocation.terminal().width()).forEach(invocation.terminal()::line);
            }
            return ExitCode.DONE;
        }

        private void tell(Member member, Table table) {
            List<String> roles =
                    member.roles().stream().map(ListMembers::code).sorted().toList();
            String state = member.state().name().toLowerCase(Locale.ROOT);
            if (json) {
                invocation
                        .terminal()
                        .line(Json.text(Map.of(
                                "signInName",
                                member.signInName().value(),
                                "name",
                                member.name(),
                                "state",
                                state,
                                "roles",
                                roles)));
            } else {
                table.row(List.of(
                        member.signInName().value(),
                        member.name(),
                        state,
                        roles.stream().collect(Collectors.joining(", "))));
            }
        }

        private static String code(Role role) {
            return role.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Invites somebody, and prints the code to hand over. */
    @Command(name = "invite")
    static final class Invite extends MemberCommand {

        @Parameters(index = "0", paramLabel = "NAME", descriptionKey = "member-name")
        String name = "";

        @Option(names = "--full-name", paramLabel = "TEXT", required = true)
        String fullName = "";

        Invite(Invocation invocation) {
            super(invocation);
        }

        @Override
        ExitCode work(Access access, Actor actor) {
            SignInName signInName = name(name)
                    .orElseThrow(() -> new ProblemException(
                            Problem.inField("command.member-name", "NAME").with("name", name)));
            if (fullName.isBlank() || fullName.strip().length() > Member.NAME_LENGTH_MAX) {
                throw new ProblemException(Problem.inField("command.member-full-name", "--full-name"));
            }
            Language language = invocation.language();
            tell(access.invite(actor, new NewMember(signInName, fullName, language)));
            return ExitCode.DONE;
        }
    }

    /** A new code for who lost every way in. */
    @Command(name = "code")
    static final class NewCode extends MemberCommand {

        @Parameters(index = "0", paramLabel = "NAME", descriptionKey = "member-name")
        String name = "";

        NewCode(Invocation invocation) {
            super(invocation);
        }

        @Override
        ExitCode work(Access access, Actor actor) {
            tell(access.newCode(actor, meant(access, name)));
            return ExitCode.DONE;
        }
    }

    /** Proposes a role for a member. */
    @Command(name = "propose")
    static final class Propose extends MemberCommand {

        @Parameters(index = "0", paramLabel = "NAME", descriptionKey = "member-name")
        String name = "";

        @Parameters(index = "1", paramLabel = "ROLE", descriptionKey = "member-role")
        String role = "";

        Propose(Invocation invocation) {
            super(invocation);
        }

        @Override
        ExitCode work(Access access, Actor actor) {
            String wanted = role.toUpperCase(Locale.ROOT).replace('-', '_');
            Role found = java.util.Arrays.stream(Role.values())
                    .filter(each -> each.name().equals(wanted))
                    .findFirst()
                    .orElseThrow(() -> new ProblemException(
                            Problem.inField("command.role-unknown", "ROLE").with("role", role)));
            var grant = access.propose(actor, meant(access, name), found);
            assert grant != null;
            invocation.terminal().line(invocation.text("command.member.proposed"));
            return ExitCode.DONE;
        }
    }

    /** Shuts a member out at once. */
    @Command(name = "disable")
    static final class Disable extends MemberCommand {

        @Parameters(index = "0", paramLabel = "NAME", descriptionKey = "member-name")
        String name = "";

        Disable(Invocation invocation) {
            super(invocation);
        }

        @Override
        ExitCode work(Access access, Actor actor) {
            access.disable(actor, meant(access, name));
            invocation.terminal().line(invocation.text("command.member.disabled"));
            return ExitCode.DONE;
        }
    }
}
