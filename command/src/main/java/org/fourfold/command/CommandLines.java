package org.fourfold.command;

import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.fourfold.command.terminal.Faults;
import org.fourfold.command.terminal.LineWriter;
import org.fourfold.command.terminal.OutputEndedException;
import org.fourfold.node.frame.LockedException;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.frame.RefusedException;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The tree of commands, and how every fault becomes words and an exit code. */
final class CommandLines {

    private CommandLines() {}

    /** Runs a command line; returns its exit number. Throws nothing. */
    static int execute(Invocation invocation) {
        return build(invocation).execute(invocation.arguments().toArray(String[]::new));
    }

    /** The whole tree for one invocation. */
    static CommandLine build(Invocation invocation) {
        CommandLine root = new CommandLine(new RootCommand(invocation));
        root.addSubcommand("demo", new DemoCommand(invocation));
        root.addSubcommand("demo-unit", new DemoUnitCommand(invocation));
        root.addSubcommand("serve", new ServeCommand(invocation));
        root.addSubcommand(
                "import",
                IncidentCommands.imports(invocation).addSubcommand("htcds", new HtcdsCommands.Import(invocation)));
        root.addSubcommand(
                "export",
                IncidentCommands.exports(invocation).addSubcommand("htcds", new HtcdsCommands.Export(invocation)));
        root.addSubcommand("publish", new PublishCommand(invocation));
        root.addSubcommand("seal", new SealCommand(invocation));
        root.addSubcommand("acta", new ActaCommand(invocation));
        root.addSubcommand("last-day", new LastDayCommand(invocation));
        root.addSubcommand("backup", new BackupCommand(invocation));
        root.addSubcommand("restore", new RestoreCommand(invocation));
        root.addSubcommand("link", LinkCommand.with(invocation));
        root.addSubcommand("estimate", EstimateCommands.group(invocation));
        root.addSubcommand("verify", new VerifyCommand(invocation));
        root.addSubcommand("witness", WitnessCommands.group(invocation));
        root.addSubcommand("mirror", new MirrorCommand(invocation));
        root.addSubcommand("member", MemberCommands.group(invocation));
        root.addSubcommand("database", DatabaseCommands.group(invocation));
        root.addSubcommand("doctor", new DoctorCommand(invocation));
        root.addSubcommand("lock", new LockCommand(invocation));
        root.addSubcommand("update", new UpdateCommand(invocation));
        root.addSubcommand("completion", new CompletionCommand(invocation));
        root.addSubcommand("rehearse", new RehearseCommand(invocation));
        root.addSubcommand("settle", new SettleCommand(invocation));
        root.addSubcommand("release", hidden(ReleaseCommands.group(invocation)));
        root.setResourceBundle(HelpTexts.in(invocation.language()));
        root.setOut(new PrintWriter(new LineWriter(invocation.terminal()), true));
        root.setCaseInsensitiveEnumValuesAllowed(true);
        root.setUsageHelpAutoWidth(false);
        root.setUsageHelpWidth(Math.max(80, invocation.terminal().width()));
        root.setParameterExceptionHandler((fault, arguments) -> misunderstood(invocation, fault));
        root.setExecutionExceptionHandler((failure, line, parsed) -> failed(invocation, failure));
        return root;
    }

    /** For who makes releases; whoever runs a node has no use for it. */
    private static CommandLine hidden(CommandLine group) {
        group.getCommandSpec().usageMessage().hidden(true);
        return group;
    }

    private static int misunderstood(Invocation invocation, ParameterException fault) {
        String words = switch (fault) {
            case UnmatchedArgumentException unmatched ->
                invocation.text("command.usage.unknown", Map.of("what", String.join(" ", unmatched.getUnmatched())));
            case MissingParameterException missing ->
                invocation.text("command.usage.missing", Map.of("what", names(missing)));
            default ->
                invocation.text(
                        "command.usage.value",
                        Map.of(
                                "value",
                                String.valueOf(fault.getValue()),
                                "what",
                                fault.getArgSpec() == null
                                        ? ""
                                        : fault.getArgSpec().paramLabel()));
        };
        String line = fault.getCommandLine().getCommandSpec().qualifiedName();
        invocation.terminal().remark(words);
        if (fault instanceof UnmatchedArgumentException unmatched) {
            NearMiss.of(unmatched)
                    .ifPresent(near ->
                            invocation.terminal().remark(invocation.text("command.usage.near", Map.of("near", near))));
        }
        invocation.terminal().remark(invocation.text("command.usage.hint", Map.of("line", line)));
        return ExitCode.USAGE.number();
    }

    private static String names(MissingParameterException missing) {
        return missing.getMissing().stream()
                .map(argument -> argument.isOption()
                        ? ((CommandLine.Model.OptionSpec) argument).longestName()
                        : argument.paramLabel())
                .reduce((a, b) -> a + ", " + b)
                .orElse("");
    }

    private static int failed(Invocation invocation, Exception failure) {
        ExitCode code = switch (failure) {
            case CannotStartException fault -> told(invocation, fault.problems(), ExitCode.CANNOT_START);
            case ProblemException fault -> told(invocation, fault.problems(), ExitCode.FAULTS);
            case RefusedException refused -> told(invocation, List.of(Problem.of("command.refused")), ExitCode.REFUSED);
            case OutputEndedException ended ->
                told(invocation, List.of(Problem.of("command.output-not-written")), ExitCode.FAULTS);
            case LockedException locked -> told(invocation, List.of(Problem.of("command.locked")), ExitCode.LOCKED);
            default -> {
                LoggerFactory.getLogger(CommandLines.class).error("a command broke off", failure);
                yield told(
                        invocation,
                        List.of(Problem.of("command.broken")
                                .with("kind", failure.getClass().getSimpleName())),
                        ExitCode.BROKEN);
            }
        };
        return code.number();
    }

    private static ExitCode told(Invocation invocation, List<Problem> problems, ExitCode code) {
        try {
            new Faults(invocation.messages()).tell(invocation.terminal(), problems);
        } catch (UncheckedIOException gone) {
            // The other end of the channel went away; the code goes the same way, and nobody waits for it.
            return code;
        }
        return code;
    }
}
