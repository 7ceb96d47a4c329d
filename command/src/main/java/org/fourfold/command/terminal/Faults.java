package org.fourfold.command.terminal;

import java.util.List;
import java.util.Map;
import org.fourfold.node.frame.Messages;
import org.fourfold.node.frame.Problem;

/** Faults as a table: where, what is wrong, what to do. */
public final class Faults {

    /** Rows of faults shown; {@code --json} holds all that were kept. */
    public static final int SHOWN_MAX = 30;

    private final Messages messages;

    public Faults(Messages messages) {
        this.messages = messages;
    }

    /** Tells the first faults as a table, and how many there are beyond them. */
    public void tell(Terminal terminal, List<Problem> problems) {
        Table table = new Table(List.of(
                messages.text("command.faults.where"),
                messages.text("command.faults.fault"),
                messages.text("command.faults.mend")));
        problems.stream()
                .limit(SHOWN_MAX)
                .forEach(problem ->
                        table.row(List.of(place(problem.place()), messages.fault(problem), messages.mend(problem))));
        table.lines(terminal.width()).forEach(terminal::remark);
        if (problems.size() > SHOWN_MAX) {
            terminal.remark(messages.text("command.faults.more", "count", problems.size() - SHOWN_MAX));
        }
    }

    /** The same for programs: code, place, fault and mend of each. */
    public List<Map<String, String>> machine(List<Problem> problems) {
        return problems.stream()
                .map(problem -> Map.of(
                        "code",
                        problem.code(),
                        "place",
                        place(problem.place()),
                        "fault",
                        messages.fault(problem),
                        "mend",
                        messages.mend(problem)))
                .toList();
    }

    /** Where a fault stands, in words. */
    public String place(Problem.Place place) {
        return switch (place) {
            case Problem.Place.Whole() -> "–";
            case Problem.Place.Field(String name) -> name;
            case Problem.Place.File(String path) -> path;
            case Problem.Place.Cell(long row, String column) ->
                messages.text("command.faults.cell", Map.of("row", row, "column", column));
        };
    }
}
