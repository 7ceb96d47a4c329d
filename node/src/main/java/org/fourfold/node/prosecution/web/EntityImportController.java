package org.fourfold.node.prosecution.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.frame.Purpose;
import org.fourfold.node.prosecution.ImportOptions;
import org.fourfold.node.prosecution.ImportQueue;
import org.fourfold.node.prosecution.ImportReport;
import org.fourfold.node.prosecution.QueueItem;
import org.fourfold.node.prosecution.QueueItem.State;
import org.fourfold.node.prosecution.QueueItemId;
import org.fourfold.node.shell.Choice;
import org.fourfold.node.shell.FormKeys;
import org.fourfold.node.shell.Html;
import org.fourfold.node.shell.NotFoundException;
import org.fourfold.node.shell.PageFrame;
import org.fourfold.node.shell.PageFrames;
import org.fourfold.node.shell.Room;
import org.fourfold.node.shell.Tag;
import org.fourfold.node.shell.Viewer;
import org.fourfold.pages.prosecution.JteimportGenerated;
import org.fourfold.pages.prosecution.JtequeueGenerated;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Many files at once: the form that takes them, and the queue in which they are worked off. */
@Controller
public class EntityImportController {

    /** Seconds after which the browser asks again while something moves; it needs no script for that. */
    private static final String REFRESH_SECONDS = "4";

    private static final int NAME_CHARACTERS_MAX = 120;

    private final PageFrames frames;
    private final ImportQueue queue;
    private final FormKeys formKeys;

    public EntityImportController(PageFrames frames, ImportQueue queue, FormKeys formKeys) {
        this.frames = frames;
        this.queue = queue;
        this.formKeys = formKeys;
    }

    @GetMapping("/entities/import")
    public Html form(HttpServletRequest request, Viewer viewer) {
        Actor actor = viewer.actor(Purpose.INVESTIGATION);
        PageFrame frame = frames.frame(request, viewer, Room.PROSECUTION, "prosecution.import.title-many");
        return show(frame, actor, "");
    }

    private Html show(PageFrame frame, Actor actor, String country) {
        long open = queue.items(actor).stream().filter(QueueItem::isOpen).count();
        QueuePage.Upload page = new QueuePage.Upload(formKeys.next(), countries(frame), country, open);
        return Html.of(output -> JteimportGenerated.render(output, null, frame, page));
    }

    /** The countries whose telephone numbers are known, by their names. */
    static List<Choice> countries(PageFrame frame) {
        Locale reader = frame.language().locale();
        Stream<Choice> named = ImportOptions.countries().stream()
                .map(code -> Choice.of(code, Locale.of("", code).getDisplayCountry(reader)))
                .sorted(java.util.Comparator.comparing(Choice::label));
        return Stream.concat(Stream.of(Choice.of("", frame.text("prosecution.import.phone-none"))), named)
                .toList();
    }

    @PostMapping("/entities/import")
    public Html take(
            HttpServletRequest request,
            Viewer viewer,
            @RequestParam(FormKeys.FIELD) String formKey,
            @RequestParam(name = "phone-country", defaultValue = "") String country,
            @RequestParam(name = "file", required = false) @Nullable List<MultipartFile> files) {
        Actor actor = viewer.actor(Purpose.INVESTIGATION);
        return formKeys.once(viewer, formKey, () -> {
            List<MultipartFile> sent = files == null
                    ? List.of()
                    : files.stream()
                            .filter(file -> file.getOriginalFilename() != null
                                    && !file.getOriginalFilename().isBlank())
                            .toList();
            try {
                if (sent.isEmpty()) {
                    throw new ProblemException(Problem.inField("prosecution.upload-missing", "file"));
                }
                ImportOptions plain = ImportOptions.plain();
                ImportOptions options = country.isEmpty() ? plain : plain.withPhoneCountry(country);
                for (MultipartFile file : sent) {
                    queue.add(actor, shortName(file.getOriginalFilename()), options, file::transferTo);
                }
                return Html.seeOther("/entities/import/queue");
            } catch (ProblemException e) {
                PageFrame frame = frames.frame(request, viewer, Room.PROSECUTION, "prosecution.import.title-many");
                return show(frame.withProblems(e.problems()), actor, country).status(HttpStatus.UNPROCESSABLE_CONTENT);
            }
        });
    }

    /** What the sender calls it, without folders and what no screen shows. It names the source, never a file of ours. */
    private static String shortName(@Nullable String name) {
        String last = name == null ? "" : name.replaceAll("^.*[/\\\\]", "").replaceAll("\\p{C}", "");
        String plain = last.isBlank() ? "?" : last.strip();
        return plain.length() <= NAME_CHARACTERS_MAX ? plain : plain.substring(0, NAME_CHARACTERS_MAX);
    }

    @GetMapping("/entities/import/queue")
    public Html queue(HttpServletRequest request, Viewer viewer) {
        List<QueueItem> items = queue.items(viewer.actor(Purpose.INVESTIGATION));
        PageFrame frame = frames.frame(request, viewer, Room.PROSECUTION, "prosecution.queue.title");
        boolean moving = items.stream().anyMatch(QueueItem::isMoving);
        QueuePage.Queue page = new QueuePage.Queue(
                items.reversed().stream().map(item -> line(item, frame)).toList(), moving, formKeys.next());
        Html html = Html.of(output -> JtequeueGenerated.render(output, null, frame, page));
        return moving ? html.header("Refresh", REFRESH_SECONDS) : html;
    }

    @PostMapping("/entities/import/{item:[0-9a-f-]{36}}/cancel")
    public Html cancel(Viewer viewer, @PathVariable String item) {
        queue.cancel(
                viewer.actor(Purpose.INVESTIGATION), QueueItemId.parse(item).orElseThrow(NotFoundException::new));
        return Html.seeOther("/entities/import/queue");
    }

    private static QueuePage.Item line(QueueItem item, PageFrame frame) {
        String path = "/entities/import/" + item.id();
        String cancel = item.isOpen() ? path + "/cancel" : "";
        return switch (item.state()) {
            case State.NeedsMapping needs ->
                plain(item, Tag.warn("prosecution.queue.needs-mapping"), "", path + "/mapping", cancel);
            case State.Waiting waiting -> plain(item, Tag.quiet("prosecution.queue.waiting"), "", "", cancel);
            case State.Running(long rows) ->
                plain(
                        item,
                        Tag.quiet("prosecution.queue.running"),
                        frame.text("prosecution.queue.rows", "count", rows),
                        "",
                        cancel);
            case State.Cancelled cancelled -> plain(item, Tag.quiet("prosecution.queue.cancelled"), "", "", "");
            case State.Broken broken ->
                plain(item, Tag.stop("prosecution.queue.broken"), frame.text("prosecution.queue.broken-mend"), "", "");
            case State.Ended(ImportReport report) -> ended(item, report, frame);
        };
    }

    private static QueuePage.Item plain(QueueItem item, Tag tag, String detail, String mapping, String cancel) {
        return new QueuePage.Item(item.name(), tag, detail, "", mapping, cancel, List.of());
    }

    private static QueuePage.Item ended(QueueItem item, ImportReport report, PageFrame frame) {
        if (report.fileRefused()) {
            return new QueuePage.Item(
                    item.name(),
                    Tag.stop("prosecution.queue.refused"),
                    "",
                    "",
                    "",
                    "",
                    Refusals.of(report.problems(), frame, Optional.empty()));
        }
        Tag tag = report.refused() > 0 ? Tag.warn("prosecution.queue.done-partly") : Tag.done("prosecution.queue.done");
        return new QueuePage.Item(
                item.name(),
                tag,
                frame.text(
                        "prosecution.queue.brought",
                        Map.of(
                                "entities",
                                report.entities(),
                                "claims",
                                report.claims(),
                                "refused",
                                report.refused(),
                                "overlaps",
                                report.overlaps())),
                report.id().map(Paths::source).orElse(""),
                "",
                "",
                List.of());
    }
}
