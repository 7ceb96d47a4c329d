package org.fourfold.node.protection.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.frame.RefusedException;
import org.fourfold.node.protection.HtcdsReport;
import org.fourfold.node.protection.OwnLists;
import org.fourfold.node.protection.list.ListTable;
import org.fourfold.node.protection.list.Target;
import org.fourfold.node.shell.Choice;
import org.fourfold.node.shell.FormKeys;
import org.fourfold.node.shell.Html;
import org.fourfold.node.shell.PageFrame;
import org.fourfold.node.shell.PageFrames;
import org.fourfold.node.shell.Room;
import org.fourfold.node.shell.Viewer;
import org.fourfold.pages.protection.JteownListGenerated;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** An organisation's own list becomes case files: somebody says which column is what, tries it, and brings it in. */
@Controller
public class OwnListController {

    private static final String LIST = "/files/list";

    private final PageFrames frames;
    private final OwnLists lists;
    private final FormKeys forms;

    public OwnListController(PageFrames frames, OwnLists lists, FormKeys forms) {
        this.frames = frames;
        this.lists = lists;
        this.forms = forms;
    }

    @GetMapping(LIST)
    public Html choose(HttpServletRequest request, Viewer viewer) {
        opener(viewer);
        return empty(frame(request, viewer), Optional.empty());
    }

    @PostMapping(LIST)
    public Html keep(
            HttpServletRequest request,
            Viewer viewer,
            @RequestParam(FormKeys.FIELD) String formKey,
            @RequestParam Optional<MultipartFile> file) {
        Actor actor = opener(viewer);
        return forms.once(viewer, formKey, () -> {
            try {
                MultipartFile sent = file.filter(one -> !one.isEmpty())
                        .orElseThrow(() -> new ProblemException(Problem.inField("protection.htcds-missing", "file")));
                return Html.seeOther(LIST + "/" + lists.keep(actor, sent.getBytes()));
            } catch (ProblemException faults) {
                return empty(frame(request, viewer).withProblems(faults.problems()), Optional.empty())
                        .status(HttpStatus.UNPROCESSABLE_CONTENT);
            } catch (IOException e) {
                throw new UncheckedIOException("the upload could not be read", e);
            }
        });
    }

    @GetMapping(LIST + "/{list}")
    public Html columns(HttpServletRequest request, Viewer viewer, @PathVariable String list) {
        UUID id = Paths.id(list);
        return lists.kept(opener(viewer), id)
                .map(table -> page(frame(request, viewer), id, table, guesses(table), Optional.empty()))
                .orElseGet(() -> gone(request, viewer));
    }

    @PostMapping(LIST + "/{list}")
    public Html bring(
            HttpServletRequest request,
            Viewer viewer,
            @PathVariable String list,
            @RequestParam(name = FormKeys.FIELD, defaultValue = "") String formKey,
            @RequestParam MultiValueMap<String, String> sent) {
        Actor actor = opener(viewer);
        UUID id = Paths.id(list);
        boolean tried = sent.containsKey("try");
        return forms.once(viewer, formKey, () -> {
            Optional<ListTable> table = lists.kept(actor, id);
            if (table.isEmpty()) {
                return gone(request, viewer);
            }
            PageFrame frame = frame(request, viewer);
            List<Target> targets = targets(table.get(), sent);
            try {
                HtcdsReport report = lists.bring(actor, id, targets, tried).orElseThrow();
                Optional<TablePage.Result> result = Optional.of(Showing.result(frame, report));
                return tried ? page(frame, id, table.get(), targets, result) : empty(frame, result);
            } catch (ProblemException faults) {
                return page(frame.withProblems(faults.problems()), id, table.get(), targets, Optional.empty())
                        .status(HttpStatus.UNPROCESSABLE_CONTENT);
            } catch (IOException e) {
                throw new UncheckedIOException("the list could not be read", e);
            }
        });
    }

    private static List<Target> guesses(ListTable table) {
        return table.headings().stream().map(Target::guess).toList();
    }

    private static List<Target> targets(ListTable table, MultiValueMap<String, String> sent) {
        List<Target> targets = new ArrayList<>();
        for (int column = 0; column < table.headings().size(); column++) {
            String chosen = Optional.ofNullable(sent.getFirst("c" + column)).orElse("");
            targets.add(ConsentWords.one(Target.class, chosen).orElse(Target.ASIDE));
        }
        return targets;
    }

    private Html gone(HttpServletRequest request, Viewer viewer) {
        return empty(frame(request, viewer).withProblems(List.of(Problem.of("protection.list-gone"))), Optional.empty())
                .status(HttpStatus.NOT_FOUND);
    }

    private Html empty(PageFrame frame, Optional<TablePage.Result> result) {
        return show(frame, new OwnListPage(forms.next(), "", List.of(), List.of(), result));
    }

    private Html page(
            PageFrame frame, UUID id, ListTable table, List<Target> chosen, Optional<TablePage.Result> result) {
        List<OwnListPage.Column> columns = IntStream.range(0, table.headings().size())
                .mapToObj(column -> new OwnListPage.Column(
                        "c" + column,
                        table.headings().get(column),
                        String.join(" · ", table.samples(column)),
                        chosen.get(column).name()))
                .toList();
        List<Choice> targets = Arrays.stream(Target.values())
                .map(target -> Choice.of(target.name(), word(frame, target)))
                .toList();
        return show(frame, new OwnListPage(forms.next(), LIST + "/" + id, columns, targets, result));
    }

    private static String word(PageFrame frame, Target target) {
        return frame.text("protection.list.target."
                + target.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    private static Html show(PageFrame frame, OwnListPage page) {
        return Html.of(output -> JteownListGenerated.render(output, null, frame, page));
    }

    private PageFrame frame(HttpServletRequest request, Viewer viewer) {
        return frames.frame(request, viewer, Room.PROTECTION, "protection.list.title");
    }

    private static Actor opener(Viewer viewer) {
        Actor actor = Paths.actor(viewer);
        if (!FilesController.mayOpen(actor)) {
            throw new RefusedException("role");
        }
        return actor;
    }
}
