package org.fourfold.node.prosecution.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.fourfold.node.frame.MemberId;
import org.fourfold.node.prosecution.DocketEntry;
import org.fourfold.node.prosecution.EntryId;
import org.fourfold.node.prosecution.InvestigationView;
import org.fourfold.node.prosecution.web.InvestigationPages.Line;
import org.fourfold.node.shell.PageFrame;

/** The docket as lines, in the reader's language. */
final class DocketLines {

    private final PageFrame frame;
    private final InvestigationView view;
    private final Map<MemberId, String> names;
    private final String path;

    DocketLines(PageFrame frame, InvestigationView view, Map<MemberId, String> names, String path) {
        this.frame = frame;
        this.view = view;
        this.names = names;
        this.path = path;
    }

    /** Everybody whom a page about it names. */
    static Set<MemberId> named(InvestigationView view) {
        return Stream.of(
                        Stream.of(view.investigation().openedBy()),
                        view.investigation().closing().stream().map(closing -> closing.by()),
                        view.members().stream().map(InvestigationView.Work::member),
                        view.docket().stream().map(entry -> entry.entered().by()),
                        view.docket().stream()
                                .flatMap(entry -> entry.entered().struck().stream())
                                .map(DocketEntry.Struck::by))
                .flatMap(members -> members)
                .collect(java.util.stream.Collectors.toSet());
    }

    List<Line> mandates() {
        return lines(DocketEntry.Mandate.class);
    }

    List<Line> hearings() {
        return lines(DocketEntry.Hearing.class);
    }

    List<Line> obstructions() {
        return lines(DocketEntry.Obstruction.class);
    }

    private List<Line> lines(Class<? extends DocketEntry> kind) {
        List<Line> lines = new ArrayList<>();
        for (DocketEntry entry : view.docket()) {
            if (kind.isInstance(entry)) {
                lines.add(line(entry));
            }
        }
        return lines;
    }

    private Line line(DocketEntry entry) {
        return switch (entry) {
            case DocketEntry.Mandate mandate -> {
                String until = mandate.until()
                        .map(day -> frame.text("prosecution.docket.until", "day", frame.date(day)))
                        .orElseGet(() -> frame.text("prosecution.docket.open-end"));
                yield line(entry, "", mandate.instrument(), until, "", List.of());
            }
            case DocketEntry.Hearing hearing ->
                line(
                        entry,
                        frame.text("prosecution.hearing." + code(hearing.kind())),
                        hearing.court(),
                        "",
                        stands(entry) ? path + "/enter/continuance?hearing=" + hearing.id() : "",
                        continuances(hearing.id()));
            case DocketEntry.Continuance asked ->
                line(
                        entry,
                        frame.text("prosecution.asked-by." + code(asked.askedBy())),
                        asked.reason(),
                        ruling(asked),
                        "",
                        List.of());
            case DocketEntry.Obstruction obstruction ->
                line(
                        entry,
                        frame.text("prosecution.obstruction." + code(obstruction.kind())),
                        obstruction.deed(),
                        obstruction.evidence(),
                        "",
                        List.of());
        };
    }

    private List<Line> continuances(EntryId hearing) {
        List<Line> lines = new ArrayList<>();
        view.continuances(hearing).forEach(asked -> lines.add(line(asked)));
        return lines;
    }

    private String ruling(DocketEntry.Continuance asked) {
        String ruling = frame.text("prosecution.ruling." + code(asked.ruling()));
        return asked.until()
                .map(day -> ruling + "; " + frame.text("prosecution.docket.new-day", "day", frame.date(day)))
                .orElse(ruling);
    }

    private Line line(DocketEntry entry, String what, String words, String more, String putOff, List<Line> under) {
        boolean open = view.investigation().isOpen();
        return new Line(
                frame.date(entry.day()),
                what,
                words,
                more,
                frame.text(
                        "prosecution.docket.entered",
                        Map.of(
                                "who", name(entry.entered().by()),
                                "when", frame.moment(entry.entered().at()))),
                entry.entered()
                        .struck()
                        .map(struck -> frame.text(
                                "prosecution.docket.struck",
                                Map.of(
                                        "who", name(struck.by()),
                                        "when", frame.moment(struck.at()),
                                        "why", struck.why())))
                        .orElse(""),
                stands(entry) ? path + "/strike/" + entry.id() : "",
                open ? putOff : "",
                under);
    }

    private static boolean stands(DocketEntry entry) {
        return entry.entered().struck().isEmpty();
    }

    private String name(MemberId member) {
        return names.getOrDefault(member, "");
    }

    static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
