package org.fourfold.node.prevention.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.frame.Purpose;
import org.fourfold.node.frame.Role;
import org.fourfold.node.prevention.Overlap;
import org.fourfold.node.prevention.OverlapList;
import org.fourfold.node.prevention.OverlapReport;
import org.fourfold.node.prevention.internal.OverlapCount;
import org.fourfold.node.shell.FormKeys;
import org.fourfold.node.shell.Html;
import org.fourfold.node.shell.PageFrame;
import org.fourfold.node.shell.PageFrames;
import org.fourfold.node.shell.Room;
import org.fourfold.node.shell.Text;
import org.fourfold.node.shell.Viewer;
import org.fourfold.pages.prevention.JteoverlapGenerated;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Lists of persons are brought and counted in one request; the answer holds numbers, and nothing is kept for another. */
@Controller
public class ListsController {

    private static final String PATH = "/map/overlap";

    private final PageFrames frames;
    private final Overlap overlap;
    private final FormKeys formKeys;

    public ListsController(PageFrames frames, Overlap overlap, FormKeys formKeys) {
        this.frames = frames;
        this.overlap = overlap;
        this.formKeys = formKeys;
    }

    @GetMapping(PATH)
    public Html form(HttpServletRequest request, Viewer viewer) {
        overlap.requireCounter(counter(viewer));
        return show(frame(request, viewer), Map.of(), Optional.empty());
    }

    @PostMapping(PATH)
    public Html count(
            HttpServletRequest request,
            Viewer viewer,
            @RequestParam(name = FormKeys.FIELD, defaultValue = "") String formKey,
            @RequestParam Map<String, String> sent,
            @RequestParam Map<String, MultipartFile> files) {
        Actor actor = counter(viewer);
        return formKeys.once(viewer, formKey, () -> {
            PageFrame frame = frame(request, viewer);
            Map<String, String> columns = new HashMap<>();
            OverlapCount.parts().forEach(part -> columns.put(part, sent.getOrDefault(part, "")));
            try {
                OverlapReport report = overlap.count(actor, lists(files), columns);
                return show(frame, columns, Optional.of(result(frame, report)));
            } catch (ProblemException refused) {
                return show(frame.withProblems(refused.problems()), columns, Optional.empty())
                        .status(HttpStatus.UNPROCESSABLE_CONTENT);
            }
        });
    }

    private static List<OverlapList> lists(Map<String, MultipartFile> files) {
        List<OverlapList> lists = new ArrayList<>();
        for (int i = 0; i < Overlap.LISTS_MAX; i++) {
            MultipartFile file = files.get(name(i));
            if (file != null && !file.isEmpty()) {
                lists.add(file::getInputStream);
            }
        }
        return lists;
    }

    /** The first has the plain name, so that faults of all of them lead to it. */
    private static String name(int list) {
        return list == 0 ? "file" : "file-" + OverlapCount.letter(list).toLowerCase(Locale.ROOT);
    }

    private PageFrame frame(HttpServletRequest request, Viewer viewer) {
        return frames.frame(request, viewer, Room.PREVENTION, "prevention.overlap.title")
                .withLead(Text.of("prevention.overlap.lead"));
    }

    private Html show(PageFrame frame, Map<String, String> columns, Optional<OverlapPage.Result> result) {
        OverlapPage page = new OverlapPage(
                formKeys.next(),
                IntStream.range(0, Overlap.LISTS_MAX)
                        .mapToObj(list -> new OverlapPage.Input(
                                name(list),
                                frame.text("prevention.overlap.list", "list", OverlapCount.letter(list)),
                                ""))
                        .toList(),
                OverlapCount.parts().stream()
                        .map(part -> new OverlapPage.Input(
                                part, frame.text("prevention.overlap.column." + part), columns.getOrDefault(part, "")))
                        .toList(),
                result);
        return Html.of(output -> JteoverlapGenerated.render(output, null, frame, page));
    }

    private static OverlapPage.Result result(PageFrame frame, OverlapReport report) {
        List<OverlapPage.Row> lists = new ArrayList<>();
        for (int i = 0; i < report.lists().size(); i++) {
            OverlapReport.Counted list = report.lists().get(i);
            lists.add(new OverlapPage.Row(
                    OverlapCount.letter(i),
                    List.of(
                            frame.number(list.records()),
                            frame.number(list.persons()),
                            frame.number(list.repeated()),
                            frame.number(list.leftOut()))));
        }
        List<OverlapPage.Row> histories = report.histories().entrySet().stream()
                .sorted(Comparator.<Map.Entry<Integer, Long>>comparingInt(each -> Integer.bitCount(each.getKey()))
                        .thenComparing(Map.Entry::getKey))
                .map(each -> new OverlapPage.Row(letters(each.getKey()), List.of(frame.number(each.getValue()))))
                .toList();
        return new OverlapPage.Result(
                frame.text("prevention.overlap.persons", "count", report.persons()),
                lists,
                histories,
                sureness(frame, report),
                frame.text(
                        "prevention.overlap.expected",
                        Map.of(
                                "wrong", Math.round(report.expectedFalse()),
                                "missed", Math.round(report.expectedMissed()))),
                UpsetChart.of(
                        IntStream.range(0, report.lists().size())
                                .mapToObj(OverlapCount::letter)
                                .toList(),
                        report.histories()),
                new EstimateSaid(frame).of(report.estimate()));
    }

    /** The bands, each with the pairs in it and their share. */
    private static List<OverlapPage.Row> sureness(PageFrame frame, OverlapReport report) {
        List<OverlapPage.Row> rows = new ArrayList<>();
        long to = 100;
        for (OverlapReport.Sureness band : report.sureness()) {
            long from = Math.round(band.atLeast() * 100);
            String name = from == 0
                    ? frame.text("prevention.overlap.below", "to", to)
                    : to == 100
                            ? frame.text("prevention.overlap.at-least", "from", from)
                            : frame.text("prevention.overlap.between", Map.of("from", from, "to", to));
            long share = Math.round(100.0 * band.pairs() / Math.max(1, report.pairs()));
            rows.add(new OverlapPage.Row(name, List.of(frame.number(band.pairs()), frame.number(share))));
            to = from;
        }
        return rows;
    }

    private static String letters(int set) {
        return IntStream.range(0, Overlap.LISTS_MAX)
                .filter(list -> (set >> list & 1) == 1)
                .mapToObj(OverlapCount::letter)
                .collect(Collectors.joining(" + "));
    }

    private static Actor counter(Viewer viewer) {
        return viewer.actor(Purpose.PREVENTION, ImportController.writer(viewer).orElse(Role.ANALYST));
    }
}
