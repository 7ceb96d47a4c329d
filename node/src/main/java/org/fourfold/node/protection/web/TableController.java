package org.fourfold.node.protection.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.FieldGroup;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.frame.Purpose;
import org.fourfold.node.frame.RefusedException;
import org.fourfold.node.protection.HtcdsChoice;
import org.fourfold.node.protection.HtcdsReport;
import org.fourfold.node.protection.Protection;
import org.fourfold.node.registry.Organisations;
import org.fourfold.node.shell.Choice;
import org.fourfold.node.shell.FormKeys;
import org.fourfold.node.shell.Html;
import org.fourfold.node.shell.PageFrame;
import org.fourfold.node.shell.PageFrames;
import org.fourfold.node.shell.Room;
import org.fourfold.node.shell.Viewer;
import org.fourfold.pages.protection.JteexportTableGenerated;
import org.fourfold.pages.protection.JteimportTableGenerated;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/**
 * HTCDS tables in and out. A table is tried before it is taken; nothing is chosen beforehand when one is written. Who may
 * open no file sees neither form.
 */
@Controller
public class TableController {

    private static final String IMPORT = "/files/import";
    private static final String EXPORT = "/files/export";

    private final PageFrames frames;
    private final Protection protection;
    private final Organisations organisations;
    private final FormKeys forms;

    public TableController(PageFrames frames, Protection protection, Organisations organisations, FormKeys forms) {
        this.organisations = organisations;
        this.frames = frames;
        this.protection = protection;
        this.forms = forms;
    }

    @GetMapping(IMPORT)
    public Html importing(HttpServletRequest request, Viewer viewer) {
        requireOpener(Paths.actor(viewer));
        return importPage(importFrame(request, viewer), Optional.empty());
    }

    @PostMapping(IMPORT)
    public Html take(
            HttpServletRequest request,
            Viewer viewer,
            @RequestParam(FormKeys.FIELD) String formKey,
            @RequestParam(name = "try", defaultValue = "") String tried,
            @RequestParam Optional<MultipartFile> file) {
        Actor actor = Paths.actor(viewer);
        return forms.once(viewer, formKey, () -> {
            PageFrame frame = importFrame(request, viewer);
            if (file.isEmpty() || file.get().isEmpty()) {
                Problem missing = Problem.inField("protection.htcds-missing", "file");
                return importPage(frame.withProblems(List.of(missing)), Optional.empty())
                        .status(HttpStatus.UNPROCESSABLE_CONTENT);
            }
            try (InputStream table = file.get().getInputStream()) {
                HtcdsReport report = protection.importHtcds(actor, table, !tried.isEmpty());
                return importPage(frame, Optional.of(Showing.result(frame, report)));
            } catch (ProblemException fault) {
                return importPage(frame.withProblems(fault.problems()), Optional.empty())
                        .status(HttpStatus.UNPROCESSABLE_CONTENT);
            } catch (IOException e) {
                throw new UncheckedIOException("the upload could not be read", e);
            }
        });
    }

    @GetMapping(EXPORT)
    public Html exporting(HttpServletRequest request, Viewer viewer) {
        requireOpener(Paths.reviewer(viewer));
        return exportPage(
                frames.frame(request, viewer, Room.PROTECTION, "protection.export.title"),
                new HtcdsChoice(Set.of(), false, Optional.empty(), false, false));
    }

    /** The table comes as a whole or not at all: at most the files of one team. Null where it was sent. */
    @PostMapping(EXPORT)
    public @Nullable Html export(
            HttpServletRequest request,
            HttpServletResponse response,
            Viewer viewer,
            @RequestParam(defaultValue = "") List<String> groups,
            @RequestParam(defaultValue = "") String where,
            @RequestParam(defaultValue = "") String recipient,
            @RequestParam(defaultValue = "") String purpose,
            @RequestParam(defaultValue = "") String duress,
            @RequestParam(defaultValue = "") String own)
            throws IOException {
        HtcdsChoice choice = new HtcdsChoice(
                chosen(groups),
                where.equals(TablePage.Export.STAYS),
                where.equals(TablePage.Export.GOES) ? going(recipient, purpose) : Optional.empty(),
                !duress.isEmpty(),
                !own.isEmpty());
        StringWriter table = new StringWriter();
        try {
            protection.exportHtcds(Paths.reviewer(viewer), choice, table);
        } catch (ProblemException fault) {
            PageFrame frame = frames.frame(request, viewer, Room.PROTECTION, "protection.export.title")
                    .withProblems(fault.problems());
            return exportPage(frame, choice).status(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"table.csv\"");
        response.getOutputStream().write(table.toString().getBytes(StandardCharsets.UTF_8));
        return null;
    }

    private PageFrame importFrame(HttpServletRequest request, Viewer viewer) {
        return frames.frame(request, viewer, Room.PROTECTION, "protection.import.title");
    }

    private Html importPage(PageFrame frame, Optional<TablePage.Result> result) {
        TablePage.Import page = new TablePage.Import(forms.next(), result);
        return Html.of(output -> JteimportTableGenerated.render(output, null, frame, page));
    }

    private Optional<HtcdsChoice.Going> going(String recipient, String purpose) {
        return ConsentWords.organisation(organisations.all(), recipient)
                .flatMap(one ->
                        ConsentWords.one(Purpose.class, purpose).map(wanted -> new HtcdsChoice.Going(one, wanted)));
    }

    private Html exportPage(PageFrame frame, HtcdsChoice choice) {
        Set<String> chosen = new HashSet<>();
        choice.groups().forEach(group -> chosen.add(code(group)));
        TablePage.Export page = new TablePage.Export(
                HtcdsChoice.offered().stream()
                        .map(group -> Choice.of(code(group), frame.text("protection.group." + code(group))))
                        .toList(),
                chosen,
                choice.staysHere() ? TablePage.Export.STAYS : choice.going().isPresent() ? TablePage.Export.GOES : "",
                Stream.concat(
                                Stream.of(Choice.of("", frame.text("protection.export.nobody"))),
                                ConsentWords.recipients(organisations.all()).stream())
                        .toList(),
                choice.going().map(going -> going.recipient().id().toString()).orElse(""),
                ConsentWords.purposes(frame),
                choice.going().map(going -> going.purpose().name()).orElse(""),
                choice.duressWeighed(),
                choice.ownColumns());
        return Html.of(output -> JteexportTableGenerated.render(output, null, frame, page));
    }

    private static Set<FieldGroup> chosen(List<String> codes) {
        Set<FieldGroup> groups = new HashSet<>();
        HtcdsChoice.offered().stream()
                .filter(group -> codes.contains(code(group)))
                .forEach(groups::add);
        return groups;
    }

    private static String code(FieldGroup group) {
        return group.name().toLowerCase(Locale.ROOT);
    }

    private static void requireOpener(Actor actor) {
        if (!FilesController.mayOpen(actor)) {
            throw new RefusedException("role");
        }
    }
}
