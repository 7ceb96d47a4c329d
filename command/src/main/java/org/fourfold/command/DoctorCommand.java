package org.fourfold.command;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.fourfold.command.terminal.Table;
import org.fourfold.node.shell.HealthCheck;
import org.fourfold.node.shell.HealthCheck.Finding;
import org.fourfold.node.shell.HealthChecks;
import org.fourfold.node.shell.Text;
import picocli.CommandLine.Command;

/** {@code fourfold doctor}: how the node is, each finding with its mend; the same findings as on the health page. */
@Command(name = "doctor")
final class DoctorCommand extends DataCommand {

    DoctorCommand(Invocation invocation) {
        super(invocation);
    }

    @Override
    ExitCode work(OpenNode node, InputFile input) {
        List<Finding> findings = node.facade(HealthChecks.class).look();
        if (json) {
            findings.forEach(finding -> invocation.terminal().line(Json.text(machine(finding))));
        } else {
            table(findings).lines(invocation.terminal().width()).forEach(invocation.terminal()::line);
        }
        boolean ill = findings.stream().anyMatch(finding -> finding.state() == HealthCheck.State.ILL);
        return ill ? ExitCode.ATTENTION : ExitCode.DONE;
    }

    private Table table(List<Finding> findings) {
        Table table = new Table(List.of(
                invocation.text("command.doctor.what"),
                invocation.text("command.doctor.state"),
                invocation.text("command.doctor.found"),
                invocation.text("command.doctor.mend")));
        for (Finding finding : findings) {
            table.row(List.of(
                    say(finding.name()),
                    invocation.text("command.doctor.state." + code(finding)),
                    say(finding.detail()),
                    finding.mend().map(this::say).orElse("")));
        }
        return table;
    }

    private Map<String, Object> machine(Finding finding) {
        return Map.of(
                "check",
                finding.name().key(),
                "state",
                code(finding),
                "found",
                say(finding.detail()),
                "mend",
                finding.mend().map(this::say).orElse(""));
    }

    private static String code(Finding finding) {
        return finding.state().name().toLowerCase(Locale.ROOT);
    }

    private String say(Text text) {
        return invocation.messages().text(text.key(), text.values());
    }
}
